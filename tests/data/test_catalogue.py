import numpy as np
import pytest

from data.catalogue import Catalogue
from data.films import GENRES, Film

HEAT = Film(
    "tt1",
    "Heat",
    1995,
    genres=("Crime", "Drama"),
    runtime=170,
    directors=("Michael Mann",),
    cast=("Al Pacino",),
)
UP = Film("tt2", "Up", 2009, genres=("Animation", "Family"), language="en", cast=("Ed Asner",))
DIRECTED_BY_ITS_STAR = Film("tt3", "Looking for Richard", 1996, directors=("Al Pacino",), cast=("Al Pacino",))


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue([HEAT, UP, DIRECTED_BY_ITS_STAR])


def test_films_are_found_by_id(catalogue: Catalogue) -> None:
    assert len(catalogue) == 3
    assert catalogue.index("tt2") == 1
    assert catalogue.get("tt2") is UP
    assert catalogue.get("tt9") is None
    assert catalogue.indices(["tt3", "tt9", "tt1"]) == [2, 0]
    with pytest.raises(KeyError):
        catalogue.index("tt9")


def test_the_same_id_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        Catalogue([HEAT, HEAT])


def test_columns(catalogue: Catalogue) -> None:
    assert catalogue.years.tolist() == [1995, 2009, 1996]
    assert catalogue.runtimes.tolist() == [170, 0, 0]
    assert catalogue.languages == [None, "en", None]
    assert catalogue.family_safe.tolist() == [False, True, False]
    assert catalogue.genres.shape == (3, len(GENRES))
    assert [GENRES[column] for column in np.flatnonzero(catalogue.genres[0])] == ["Crime", "Drama"]
    assert not catalogue.genres[2].any()


def test_columns_cannot_be_changed(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="read-only"):
        catalogue.years[0] = 1


def test_people_are_found_whether_they_direct_or_act(catalogue: Catalogue) -> None:
    assert catalogue.with_person("Al Pacino").tolist() == [0, 2]
    assert catalogue.with_person("Michael Mann").tolist() == [0]
    assert catalogue.with_person("al pacino").tolist() == []
    assert set(catalogue.people) == {"Michael Mann", "Al Pacino", "Ed Asner"}


@pytest.mark.parametrize(
    ("film", "safe"),
    [
        (Film("a", "a", 2000, certificate="PG"), True),
        (Film("a", "a", 2000, certificate="R", genres=("Family",)), False),
        (Film("a", "a", 2000, certificate="PG", genres=("Horror", "Family")), False),
        (Film("a", "a", 2000, genres=("Family", "Comedy")), True),
        (Film("a", "a", 2000, genres=("Animation",)), False),
        (Film("a", "a", 2000, genres=("Family",), keywords=("dog", "murder")), False),
        (Film("a", "a", 2000), False),
        (Film("a", "a", 2023, genres=("Family",)), False),
        (Film("a", "a", 2023, genres=("Family",), certificate="G"), True),
    ],
)
def test_family_safe_errs_on_the_safe_side(film: Film, safe: bool) -> None:
    assert Catalogue([film]).family_safe.tolist() == [safe]
