"""How far two people agree about films, from what both have rated."""

from dataclasses import dataclass

import numpy as np

from recsys.types import IntArray, Taste

LEAST_COMMON = 3
"""Films that both must know before any number is said."""
SPREAD = 2.0
"""Stars of mean difference that two strangers are taken to have; at that the match is a half."""
STRENGTH = 4.0
"""How many films of a stranger's agreement every match begins with, so that few films say little."""
SURE_FROM = 15


@dataclass(frozen=True, slots=True)
class Match:
    """The agreement of two people."""

    share: float
    """0 to 1; a half is no more than strangers agree."""
    common: int
    """Films that both know."""
    sure: bool
    """From enough films to rely on."""
    agreed: IntArray
    """Films both liked, best first."""
    differed: IntArray
    """Films that one liked and the other did not, furthest apart first."""


def match(one: Taste, other: Taste) -> Match | None:
    """The match of two tastes; None where they have fewer than `LEAST_COMMON` films in common.

    1 - mean |difference| / (2 * SPREAD), over the common films and `STRENGTH` films that differ by `SPREAD`.
    """
    films, mine, theirs = np.intersect1d(one.items, other.items, return_indices=True)
    if len(films) < LEAST_COMMON:
        return None
    first, second = one.ratings[mine], other.ratings[theirs]
    apart = np.abs(first - second)
    mean = (apart.sum() + STRENGTH * SPREAD) / (len(films) + STRENGTH)
    lower, higher = np.minimum(first, second), np.maximum(first, second)
    agreed = np.flatnonzero(lower >= 4)
    differed = np.flatnonzero((higher >= 4) & (lower <= 2.5))
    return Match(
        share=float(np.clip(1 - mean / (2 * SPREAD), 0, 1)),
        common=len(films),
        sure=len(films) >= SURE_FROM,
        agreed=films[agreed[np.argsort(-(first + second)[agreed], kind="stable")]].astype(np.int32),
        differed=films[differed[np.argsort(-apart[differed], kind="stable")]].astype(np.int32),
    )
