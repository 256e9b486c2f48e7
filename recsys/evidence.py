"""What the viewer's ratings and named examples say, as signed weights on films."""

from dataclasses import dataclass

import numpy as np

from recsys.types import FloatArray, IntArray, Request

TASTE_BESIDE_EXAMPLES = 0.25
"""Share of the whole taste beside named examples: they were asked for, so they dominate."""

STARS = np.array([0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0], np.float32)
FEEDBACK = np.array([-0.6, -0.5, -0.4, -0.3, -0.1, 0.15, 0.45, 0.8, 0.95, 1.0], np.float32)
"""What a rating says of liking such films. A dislike weighs less than a love: it has more causes."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Films that speak for or against others."""

    items: IntArray
    """(n,) catalogue indices without duplicates, named examples first."""
    weights: FloatArray
    """(n,) signed."""
    named: int
    """How many of them were named as examples."""


def feedback(stars: FloatArray) -> FloatArray:
    """Signed liking of star ratings, (n,) to (n,), -0.6 to 1."""
    return np.interp(stars, STARS, FEEDBACK).astype(np.float32)


def gather(request: Request) -> Evidence:
    """All evidence of a request. With examples named, the whole taste weighs a quarter of one of them."""
    taste = request.taste
    named = np.array(list(dict.fromkeys(request.like)), np.int32)
    weights = feedback(taste.ratings)
    if not len(named):
        return Evidence(taste.items, weights, 0)
    rest = ~np.isin(taste.items, named)
    total = float(np.abs(weights[rest]).sum())
    if total > TASTE_BESIDE_EXAMPLES:
        weights = weights * np.float32(TASTE_BESIDE_EXAMPLES / total)
    return Evidence(
        np.concatenate([named, taste.items[rest]]),
        np.concatenate([np.ones(len(named), np.float32), weights[rest]]),
        len(named),
    )
