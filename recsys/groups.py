"""What several people would like together: utilities of each, joined by a rule.

Rules follow Masthoff, "Group Recommender Systems", Recommender Systems Handbook, 2015. Utilities go from 0 to
1 for everybody, so that nobody counts for more by rating more widely. Measured over ten nights of groups of 2
to 8 (`evaluate groups`), the average of squared utilities, with those weighted up who liked fewer of the last
nights, serves the least happy best at next to no cost in the mean; least misery serves both worse, as what a
model takes for somebody's misery is mostly noise.
"""

from collections.abc import Sequence

import numpy as np

from recsys.types import BoolArray, FloatArray, IntArray

KEENNESS = 2
"""Power of the utilities: to love one film outweighs to find several all right."""


def utilities(scores: FloatArray, allowed: BoolArray) -> FloatArray:
    """(people, films) from scores of the same shape: 1 for a person's best of the films allowed.

    0 for their middling film and all below, and where a film is not allowed.
    """
    found = np.zeros(scores.shape, np.float32)
    if not allowed.any():
        return found
    own = scores[:, allowed]
    middle, best = np.median(own, axis=1, keepdims=True), own.max(axis=1, keepdims=True)
    found[:, allowed] = np.clip((own - middle) / np.maximum(best - middle, 1e-9), 0, 1) ** KEENNESS
    return found


def average(of_people: FloatArray, weights: FloatArray) -> FloatArray:
    """(films,) weighted mean of (people, films) utilities; `weights` (people,)."""
    return np.asarray(weights @ of_people / weights.sum(), np.float32)


def least_misery(of_people: FloatArray) -> FloatArray:
    """(films,) the utility of whoever likes it least."""
    return np.asarray(of_people.min(axis=0), np.float32)


def ballot(
    of_people: FloatArray, allowed: BoolArray, count: int, weights: FloatArray | None = None
) -> IntArray:
    """At most `count` films, one after another: who has had least of the ballot weighs more in the next.

    `weights` (people,): how much each counts from the start, more than 1 who lost before; all alike if None.
    """
    own = np.ones(len(of_people), np.float32) if weights is None else weights
    chosen: list[int] = []
    got = np.zeros(len(of_people), np.float32)
    open_films = allowed.copy()
    while len(chosen) < count and open_films.any():
        behind = own * (1 + (got.max() - got))
        joint = np.where(open_films, average(of_people, behind), -1)
        film = int(np.argmax(joint))
        chosen.append(film)
        open_films[film] = False
        got += of_people[:, film]
    return np.array(chosen, np.int32)


def gains(of_people: FloatArray, film: int, names: Sequence[str]) -> tuple[str, ...]:
    """Whom a film suits best: who ranks it clearly above the others; empty where it suits all alike."""
    own = of_people[:, film]
    if len(names) < 2 or own.max() - own.min() < 0.1:
        return ()
    middle = (own.max() + own.min()) / 2
    return tuple(name for name, value in zip(names, own, strict=True) if value > middle)
