"""How ratings are parted into training, validation and test. Every split is repeatable from its seed."""

from dataclasses import dataclass

import numpy as np

from data.ratings import Ratings
from recsys.types import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Split:
    """Masks over the same ratings, (n,) each; together they cover all rows."""

    train: BoolArray
    validation: BoolArray
    test: BoolArray


def take(ratings: Ratings, rows: BoolArray) -> Ratings:
    """The rows where `rows` is True."""
    return Ratings(ratings.users[rows], ratings.items[rows], ratings.stars[rows], ratings.n_users)


def places_in_history(ratings: Ratings, order: IntArray) -> FloatArray:
    """(n,) place of each rating among its user's, 1 the oldest; `order` (n,) need only be ascending in time.

    Counted anew among the ratings given: gaps where others were held out would tell of them.
    """
    oldest_first = np.lexsort((order, ratings.users))
    users = ratings.users[oldest_first]
    places = np.empty(len(order), np.float32)
    places[oldest_first] = np.arange(len(order)) - np.searchsorted(users, users) + 1
    return places


def hold_out(ratings: Ratings, seed: int, share: float = 0.1) -> Split:
    """Protocol A: each user's ratings shuffled; the last floor(share) are test, as many before validation.

    One generator serves the users in ascending order, each user's ratings in the order given.
    """
    rng = np.random.default_rng(seed)
    part = np.zeros(len(ratings.users), np.int8)
    order = np.argsort(ratings.users, kind="stable")
    starts = np.searchsorted(ratings.users[order], np.arange(ratings.n_users + 1))
    for user in range(ratings.n_users):
        rows = order[starts[user] : starts[user + 1]]
        shuffled = rng.permutation(rows)
        held = int(share * len(rows))
        part[shuffled[len(rows) - held :]] = 2
        part[shuffled[len(rows) - 2 * held : len(rows) - held]] = 1
    return Split(part == 0, part == 1, part == 2)


@dataclass(frozen=True, slots=True)
class NewUsers:
    """Protocol C: users whom no model has seen."""

    train: BoolArray
    """(n,) ratings of all other users."""
    validation: IntArray
    """(n_each,) user numbers."""
    test: IntArray
    """(n_each,) user numbers."""


def set_aside(ratings: Ratings, seed: int, *, n_each: int = 600, min_likes: int = 20) -> NewUsers:
    """Draw test and validation users among those with at least `min_likes` ratings of 4 stars or more."""
    likes = np.bincount(ratings.users[ratings.stars >= 4], minlength=ratings.n_users)
    able = np.flatnonzero(likes >= min_likes)
    drawn = np.random.default_rng(seed).permutation(able)[: 2 * n_each].astype(np.int32)
    known = ~np.isin(ratings.users, drawn)
    return NewUsers(known, validation=drawn[n_each:], test=drawn[:n_each])
