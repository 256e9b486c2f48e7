import numpy as np
import pytest

from data.ratings import Ratings
from recsys.evaluation.splits import hold_out, places_in_history, set_aside


@pytest.fixture
def ratings() -> Ratings:
    """Users 0 to 9 rate 20 films each, all with 5 stars; user 10 rates 9."""
    users = np.repeat(np.arange(11), [20] * 10 + [9]).astype(np.int32)
    items = np.concatenate([np.arange(20)] * 10 + [np.arange(9)]).astype(np.int32)
    return Ratings(users, items, np.full(len(users), 5, np.float32), 11)


def test_every_user_gives_a_tenth_and_every_rating_has_one_part(ratings: Ratings) -> None:
    split = hold_out(ratings, seed=42)
    assert (split.train.astype(int) + split.validation + split.test == 1).all()
    for part in (split.validation, split.test):
        assert np.bincount(ratings.users[part], minlength=11).tolist() == [2] * 10 + [0]


def test_the_seed_decides(ratings: Ratings) -> None:
    first, again, other = (hold_out(ratings, seed).test for seed in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).any()


def test_users_set_aside_are_never_trained_on(ratings: Ratings) -> None:
    aside = set_aside(ratings, 42, n_each=3, min_likes=15)
    drawn = set(aside.test) | set(aside.validation)
    assert len(drawn) == 6
    assert 10 not in drawn
    assert not drawn & set(ratings.users[aside.train])


def test_places_in_a_history_say_nothing_of_what_was_held_out() -> None:
    kept = Ratings(np.array([1, 0, 1, 0], np.int32), np.arange(4, dtype=np.int32), np.ones(4, np.float32), 2)
    whole = places_in_history(kept, np.array([9, 7, 2, 3], np.int32))
    assert whole.tolist() == [2, 2, 1, 1]
