"""Ratings that nobody gave, of any number, shaped like MovieLens': few films and few viewers have most.

Every viewer has two of ten tastes and draws most films from those, by how widely they are watched; stars
follow the film's worth, the viewer's leniency and whether the film is to their taste.
"""

import numpy as np
from numpy.typing import NDArray

from data.ratings import Ratings

TASTES = 10
TASTES_OF_VIEWER = 2
FAITHFUL = 0.6
"""Share of a viewer's films that are to their taste."""
PER_VIEWER = 160
"""Ratings a viewer gives in the mean, as in MovieLens 25M and 32M."""
SPREAD = 1.1
"""Of the logarithm of how many a viewer gives."""
ROUNDS = 4
"""Times that viewers draw again in place of what they had drawn already."""
LONG_TAIL = 0.85
"""A film of rank r is watched in proportion to r to the minus this."""


def synthetic_ratings(n: int, n_films: int, *, rng: np.random.Generator) -> Ratings:
    """About `n` ratings of `n_films` films, in catalogue order the most watched first.

    A little fewer than `n`, since what a viewer would have rated twice counts once.
    """
    n_users = max(n // PER_VIEWER, 1)
    counts = rng.lognormal(0, SPREAD, n_users)
    counts = np.clip(counts * (n / counts.sum()), 15, n_films / 4).astype(np.int64)
    users = np.repeat(np.arange(n_users, dtype=np.int32), counts)
    taste_of_film = rng.integers(0, TASTES, n_films).astype(np.int8)
    tastes = rng.integers(0, TASTES, (n_users, TASTES_OF_VIEWER)).astype(np.int8)
    pairs = np.empty(0, np.int64)
    for _ in range(ROUNDS):
        missing = rng.choice(users, n - len(pairs)) if len(pairs) else users
        items = _drawn(missing, tastes, taste_of_film, rng)
        pairs = _once(np.concatenate([pairs, (missing.astype(np.int64) << 32) | items]))
    users, items = (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
    fits = (taste_of_film[items, None] == tastes[users]).any(axis=1)
    worth = rng.normal(0, 0.4, n_films).astype(np.float32)
    leniency = rng.normal(0, 0.35, n_users).astype(np.float32)
    stars = np.float32(3.3) + worth[items] + leniency[users] + np.float32(0.4) * fits
    stars += rng.normal(0, 0.7, len(stars)).astype(np.float32)
    return Ratings(users, items, np.clip(np.round(2 * stars) / 2, 0.5, 5).astype(np.float32), n_users)


def _drawn(
    users: NDArray[np.int32],
    tastes: NDArray[np.int8],
    taste_of_film: NDArray[np.int8],
    rng: np.random.Generator,
) -> NDArray[np.int32]:
    n_films = len(taste_of_film)
    watched = np.arange(1, n_films + 1) ** -LONG_TAIL
    items = np.searchsorted(np.cumsum(watched), rng.random(len(users)) * watched.sum()).astype(np.int32)
    which = rng.integers(0, TASTES_OF_VIEWER, len(users))
    faithful = rng.random(len(users)) < FAITHFUL
    wanted = np.where(faithful, tastes[users, which], np.int8(-1))
    for taste in range(TASTES):
        films, places = np.flatnonzero(taste_of_film == taste), np.flatnonzero(wanted == taste)
        if len(films):
            ladder = np.cumsum(watched[films])
            items[places] = films[np.searchsorted(ladder, rng.random(len(places)) * ladder[-1])]
    return np.asarray(np.minimum(items, n_films - 1), np.int32)


def _once(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    pairs.sort()
    return np.asarray(pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])])
