"""What is cut for millions of ratings, on the toy world."""

from pathlib import Path

import numpy as np
import pytest

from data.ratings import Ratings
from recsys.collaborative import CollaborativeScorer
from recsys.columns import most_rated
from recsys.evaluation.synthetic import synthetic_ratings
from recsys.recommender import Recommender
from recsys.training import train
from recsys.training.scale import LEAST_COLUMNS, MOST_COLUMNS, columns_within, drawn
from recsys.types import Request, Taste
from tests.recsys import toys
from tests.support.packs import TINY


def test_more_memory_knows_more_films_up_to_a_bound() -> None:
    wide = [columns_within(gb * 1e9, 32_000_000) for gb in (4, 5, 8, 16)]
    assert wide == sorted(wide)
    assert wide[0] >= LEAST_COLUMNS
    assert wide[-1] == MOST_COLUMNS
    assert columns_within(4e9, 32_000_000) < columns_within(4e9, 1_000_000)


def test_too_little_memory_says_how_much_would_do() -> None:
    with pytest.raises(ValueError, match=r"32,000,000 ratings need at least 3\.6 GB of memory, 2\.0 GB"):
        columns_within(2e9, 32_000_000)
    assert columns_within(3.6e9, 32_000_000) >= LEAST_COLUMNS


def test_the_most_rated_films_are_kept() -> None:
    counts = np.array([5, 0, 9, 2, 7, 2], np.int32)
    assert most_rated(counts, 1, 3).tolist() == [0, 2, 4]
    assert most_rated(counts, 3, 9).tolist() == [0, 2, 4]


def test_viewers_are_drawn_whole() -> None:
    everyone = toys.ratings(users_each=200)
    some = drawn(everyone, len(everyone) // 4, rng=np.random.default_rng(3))
    assert len(everyone) / 6 < len(some) < len(everyone) / 2.5
    counts = np.bincount(some.users, minlength=some.n_users)
    assert set(counts.tolist()) <= set(np.bincount(everyone.users).tolist())
    assert counts.min() > 0
    assert drawn(everyone, len(everyone), rng=np.random.default_rng(3)) is everyone


def test_synthetic_ratings_are_ratings() -> None:
    ratings = synthetic_ratings(50_000, 3000, rng=np.random.default_rng(0))
    assert 45_000 < len(ratings) <= 50_000
    pairs = ratings.users.astype(np.int64) * 3000 + ratings.items
    assert len(np.unique(pairs)) == len(ratings)
    assert set(np.unique(2 * ratings.stars)) <= set(range(1, 11))
    counts = np.bincount(ratings.items, minlength=3000)
    assert counts[:300].sum() > 3 * counts[-300:].sum()


def test_films_beyond_the_cut_are_recommended_by_the_other_signals(tmp_path: Path) -> None:
    ratings = toys.ratings(users_each=100)
    few = TINY.model_copy(update={"columns": 8, "sample": len(ratings) // 2})
    train(
        toys.catalogue(), ratings, tmp_path, rng=np.random.default_rng(0), progress=lambda _: None, config=few
    )
    known = CollaborativeScorer.load(tmp_path).columns.films
    assert len(known) == 8
    recommender = Recommender.load(toys.catalogue(), tmp_path)
    lover_of_westerns = Taste(np.array([0, 1], np.int32), np.array([5, 5], np.float32))
    found = recommender.recommend(Request(lover_of_westerns, count=13))
    assert len(found) == 13
    assert all(one.item < toys.N_EACH or one.item == toys.UNRATED for one in found[:3])
    beyond = [one for one in found if one.item not in known]
    assert len(beyond) == 5
    assert {one.contributions["collaborative"] for one in beyond} == {0.0}


def test_without_any_ratings_nothing_is_trained(tmp_path: Path) -> None:
    nobody = Ratings(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float32), 0)
    with pytest.raises(ValueError, match="There are no ratings"):
        train(toys.catalogue(), nobody, tmp_path, rng=np.random.default_rng(0), progress=lambda _: None)
