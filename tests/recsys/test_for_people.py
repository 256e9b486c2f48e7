"""What the recommender owes a person, over many viewers drawn by seed on the films and models that ship."""

from dataclasses import replace

import numpy as np
import pytest

from data.catalogue import Catalogue
from data.pack import StarterPack
from recsys.mixing import kinds
from recsys.recommender import Recommender
from recsys.types import Constraints, Request, Taste

KNOWN = 1500
"""Viewers are drawn from so many of the most widely watched films."""


def known(catalogue: Catalogue) -> list[int]:
    votes = np.array([film.vote_count for film in catalogue.films])
    return [int(item) for item in np.argsort(-votes, kind="stable")[:KNOWN]]


def viewers(catalogue: Catalogue, number: int) -> list[Taste]:
    """Viewers who rated 3 to 12 films with 0.5 to 5 stars, at least one of them loved."""
    rng = np.random.default_rng(42)
    films = known(catalogue)
    found = []
    for _ in range(number):
        items = rng.choice(films, rng.integers(3, 13), replace=False).astype(np.int32)
        stars = (rng.integers(1, 11, len(items)) / 2).astype(np.float32)
        stars[0] = 5.0
        found.append(Taste(items, stars))
    return found


def without(taste: Taste, item: int) -> Taste:
    kept = taste.items != item
    return Taste(taste.items[kept], taste.ratings[kept])


def test_each_film_named_as_the_cause_carries_the_score(
    starter: StarterPack, starter_recommender: Recommender
) -> None:
    named = falls = 0
    for taste in viewers(starter.catalogue, 30):
        seen = Constraints(exclude_items=frozenset(taste.items.tolist()))
        for shown in starter_recommender.recommend(Request(taste, constraints=seen, count=3)):
            for reason in shown.reasons:
                for film in reason.films:
                    after = starter_recommender.explain(Request(without(taste, film)), shown.item)
                    named += 1
                    falls += after.score < shown.score
    assert named >= 50
    assert falls / named >= 0.9, f"{falls} of {named}"


def test_disliking_two_of_a_kind_lowers_the_others_of_that_kind(
    starter: StarterPack, starter_recommender: Recommender
) -> None:
    catalogue = starter.catalogue
    slashers = [item for item in known(catalogue) if "slasher" in catalogue.films[item].keywords]
    others = [item for item in known(catalogue) if "Horror" not in catalogue.films[item].genres]
    assert len(slashers) >= 6
    for taste in viewers(catalogue, 5):
        bare = without(without(taste, slashers[0]), slashers[1])
        soured = Taste(
            np.append(bare.items, np.array(slashers[:2], np.int32)),
            np.append(bare.ratings, np.array([0.5, 0.5], np.float32)),
        )

        def falls(films: list[int], bare: Taste = bare, soured: Taste = soured) -> float:
            before = [starter_recommender.explain(Request(bare), film).score for film in films]
            after = [starter_recommender.explain(Request(soured), film).score for film in films]
            return float(np.mean(np.subtract(before, after)))

        assert falls(slashers[2:]) > max(0.0, falls(others[:8]))


@pytest.mark.parametrize("asked_by", range(8))
def test_family_mode_and_what_is_left_out_never_come(
    starter: StarterPack, starter_recommender: Recommender, asked_by: int
) -> None:
    catalogue = starter.catalogue
    rng = np.random.default_rng(asked_by)
    films = known(catalogue)
    genres = sorted({genre for film in catalogue.films for genre in film.genres})
    safe = replace(Constraints(), family_safe=True)
    allowed = {
        shown.item for shown in starter_recommender.recommend(Request(Taste.empty(), constraints=safe))
    }
    assert allowed
    for taste in viewers(catalogue, 10)[asked_by % 5 :: 5]:
        hated = str(rng.choice(genres))
        gone = frozenset(int(item) for item in rng.choice(films, 300, replace=False))
        wish = Constraints(exclude_genres=(hated,), family_safe=True, exclude_items=gone)
        like = tuple(int(item) for item in rng.choice(films, rng.integers(0, 3), replace=False))
        for shown in starter_recommender.recommend(
            Request(taste, like=like, constraints=wish, count=20), rng=rng
        ):
            film = catalogue.films[shown.item]
            assert shown.item not in gone
            assert hated not in film.genres
            assert catalogue.family_safe[shown.item]


def by_title(catalogue: Catalogue, *titles: str) -> tuple[int, ...]:
    wanted = {film.title: item for item, film in reversed(list(enumerate(catalogue.films)))}
    return tuple(wanted[title] for title in titles)


UNLIKE = [
    ("Heat", "Amélie"),
    ("Alien", "Notting Hill"),
    ("Toy Story", "Se7en"),
    ("Saving Private Ryan", "The Princess Bride"),
    ("The Matrix", "Pride & Prejudice"),
]


@pytest.mark.parametrize("titles", UNLIKE)
def test_examples_that_disagree_each_get_films_like_them(
    starter: StarterPack, starter_recommender: Recommender, titles: tuple[str, str]
) -> None:
    one, other = by_title(starter.catalogue, *titles)
    alone = [
        {shown.item for shown in starter_recommender.recommend(Request(Taste.empty(), like=(film,), count=6))}
        for film in (one, other)
    ]
    mixed = [
        shown.item
        for shown in starter_recommender.recommend(Request(Taste.empty(), like=(one, other), count=6))
    ]
    assert len(set(mixed)) == 6
    assert min(len(own & set(mixed)) for own in alone) >= 2


def test_examples_akin_are_taken_together(starter: StarterPack, starter_recommender: Recommender) -> None:
    vectors = starter_recommender.likeness
    heat, collateral, amelie = by_title(starter.catalogue, "Heat", "Collateral", "Amélie")
    assert kinds((heat, collateral), vectors) == [(heat, collateral)]
    assert kinds((heat, amelie, collateral), vectors) == [(heat, collateral), (amelie,)]
    assert kinds((), vectors) == []
