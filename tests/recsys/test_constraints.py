import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.films import GENRES
from recsys.constraints import allowed, blocking
from recsys.types import Constraints
from tests.recsys import toys

CATALOGUE = toys.catalogue()
NAMES = st.sampled_from([*toys.WESTERN_PEOPLE, *toys.COMEDY_PEOPLE, "Nobody"])
ITEMS = st.frozensets(st.integers(0, toys.UNRATED))

CONSTRAINTS = st.builds(
    Constraints,
    genres=st.lists(st.sampled_from(GENRES), max_size=2).map(tuple),
    exclude_genres=st.lists(st.sampled_from(GENRES), max_size=2).map(tuple),
    people=st.lists(NAMES, max_size=1).map(tuple),
    exclude_people=st.lists(NAMES, max_size=1).map(tuple),
    min_year=st.none() | st.integers(1945, 1980),
    max_year=st.none() | st.integers(1945, 1980),
    min_runtime=st.none() | st.integers(60, 110),
    max_runtime=st.none() | st.integers(60, 110),
    languages=st.lists(st.sampled_from(["en", "fr"]), max_size=1).map(tuple),
    family_safe=st.booleans(),
    exclude_items=ITEMS,
    only_items=st.none() | ITEMS,
)


def satisfies(item: int, asked: Constraints) -> bool:
    """The rules once more, film by film, as a reader would write them."""
    film = CATALOGUE.films[item]
    people = {*film.directors, *film.cast}
    longest = 9999 if asked.max_runtime is None else asked.max_runtime
    bounded = asked.min_runtime is not None or asked.max_runtime is not None
    return (
        (not asked.genres or bool({*asked.genres} & {*film.genres}))
        and not {*asked.exclude_genres} & {*film.genres}
        and (not asked.people or bool({*asked.people} & people))
        and not {*asked.exclude_people} & people
        and (asked.min_year or 0) <= film.year <= (asked.max_year or 9999)
        and (
            not bounded or (film.runtime is not None and (asked.min_runtime or 0) <= film.runtime <= longest)
        )
        and (not asked.languages or film.language in asked.languages)
        and (not asked.family_safe or bool(CATALOGUE.family_safe[item]))
        and item not in asked.exclude_items
        and (asked.only_items is None or item in asked.only_items)
    )


@given(CONSTRAINTS)
def test_exactly_the_films_that_satisfy_every_rule(asked: Constraints) -> None:
    assert allowed(asked, CATALOGUE).tolist() == [satisfies(item, asked) for item in range(len(CATALOGUE))]


@given(CONSTRAINTS)
def test_says_what_stands_in_the_way_only_where_it_helps(asked: Constraints) -> None:
    named = blocking(asked, CATALOGUE)
    if allowed(asked, CATALOGUE).any():
        assert named == ()
    for name in named:
        freed = Constraints(
            **{field: getattr(asked, field) for field in Constraints.__dataclass_fields__ if field != name}
        )
        assert allowed(freed, CATALOGUE).any()


def test_the_most_helpful_is_named_first() -> None:
    asked = Constraints(genres=("Western",), max_year=1949)
    assert blocking(asked, CATALOGUE) == ("max_year",)
    asked = Constraints(people=("Mel Brooks",), max_year=1955, min_year=1955, languages=("en",))
    # Without the upper bound five comedies are left, without the director one western.
    assert blocking(asked, CATALOGUE) == ("max_year", "people")


def test_an_unknown_runtime_fails_a_bound() -> None:
    without_runtime = 6
    assert CATALOGUE.films[without_runtime].runtime is None
    assert allowed(Constraints(), CATALOGUE)[without_runtime]
    assert not allowed(Constraints(max_runtime=500), CATALOGUE)[without_runtime]
    assert not allowed(Constraints(min_runtime=1), CATALOGUE)[without_runtime]


def test_a_copy_is_returned() -> None:
    mask = allowed(Constraints(family_safe=True), CATALOGUE)
    mask[:] = False
    assert CATALOGUE.family_safe.any()
    assert np.count_nonzero(allowed(Constraints(), CATALOGUE)) == len(CATALOGUE)
