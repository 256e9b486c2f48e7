"""What an arm does, by an interval that holds at every moment at which somebody looks.

People come one after another, each to arm or control by a known chance p, each with an outcome y from 0 to 1.
With any guess m of the mean made before, x = (y - m) * (1[arm] / p - 1[control] / (1 - p)) has the difference
of the two means for its mean, whatever they are. For each difference d that could be, the wealth of one who
bets against it, the product of 1 + b * (x - d) with stakes b fixed before x is seen, is a martingale if d is
true: by Ville's inequality it ever reaches 1 / a with a chance of at most a. The interval holds the d against
which neither a bet upwards nor one downwards has grown to 2 / a. No normal approximation is made, so it holds
from the first person on.

Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", JRSS B 2024, whose stakes
(section 3.2) are taken; the idea of looking at any time: Johari, Koomen, Pekelis and Walsh, "Peeking at A/B
tests", KDD 2017.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import log

import numpy as np

from recsys.types import BoolArray, DoubleArray

ALPHA = 0.05
_BISECTIONS = 40


@dataclass(frozen=True, slots=True)
class Effect:
    """The arm's mean outcome less the control's."""

    difference: float
    """As observed; NaN until both have somebody."""
    low: float
    high: float
    """The interval now: at all looks together the truth lies outside with a chance of at most alpha."""
    p: float
    """Always valid: ever below alpha with a chance of at most alpha if there is no effect."""
    decided_after: int | None
    """People after whom 0 first lay outside the interval; None while it never did."""


@dataclass(frozen=True, slots=True)
class _Bets:
    values: DoubleArray
    """(people,) whose mean is the difference."""
    stakes: DoubleArray
    """(people,)"""

    def up(self, difference: float) -> DoubleArray:
        """(people,) the logarithm of the wealth of who bets that it is more, after each person."""
        return np.cumsum(np.log1p(self.stakes * (self.values - difference)))

    def down(self, difference: float) -> DoubleArray:
        """Of who bets that it is less."""
        return np.cumsum(np.log1p(-self.stakes * (self.values - difference)))


def effect(treated: BoolArray, outcomes: DoubleArray, share: float, alpha: float = ALPHA) -> Effect:
    """The effect of an arm, from (people,) in the order in which their outcomes became known.

    `share` is the chance of being treated, `outcomes` lie in 0 to 1. Raises ValueError for outcomes outside.
    """
    n = len(outcomes)
    if n and not (outcomes.min() >= 0 and outcomes.max() <= 1):
        raise ValueError("outcomes lie between 0 and 1")
    if n == 0:
        return Effect(float("nan"), -1.0, 1.0, 1.0, None)
    bets = _bets(treated, outcomes.astype(np.float64), share, alpha)
    enough = log(2 / alpha)
    against_none = np.maximum(bets.up(0.0), bets.down(0.0))
    past = np.flatnonzero(against_none >= enough)
    means = [float(outcomes[group].mean()) if group.any() else float("nan") for group in (treated, ~treated)]
    return Effect(
        difference=means[0] - means[1],
        low=_edge(lambda d: bool(bets.up(d)[-1] < enough)),
        high=_edge(lambda d: bool(bets.down(d)[-1] >= enough)),
        p=float(min(1.0, 2 * np.exp(-against_none.max()))),
        decided_after=int(past[0]) + 1 if len(past) else None,
    )


def _bets(treated: BoolArray, outcomes: DoubleArray, share: float, alpha: float) -> _Bets:
    n = len(outcomes)
    counted = np.arange(1, n + 1)
    before = np.concatenate([[0.0], np.cumsum(outcomes)[:-1]])
    guesses = (0.5 + before) / counted  # of the mean, from those before
    values = (outcomes - guesses) * np.where(treated, 1 / share, -1 / (1 - share))
    most = 1 / min(share, 1 - share)
    squares = np.concatenate([[0.0], np.cumsum(values**2)[:-1]])
    variances = (most**2 / 4 + squares) / counted
    stakes = np.sqrt(2 * log(2 / alpha) / (variances * counted * np.log1p(counted)))
    return _Bets(values, np.minimum(stakes, 0.5 / (most + 1)))  # no bet can lose all


def _edge(beyond: Callable[[float], bool]) -> float:
    """Where in -1 to 1 a statement becomes true that is false below."""
    low, high = -1.0, 1.0
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        low, high = (low, middle) if beyond(middle) else (middle, high)
    return (low + high) / 2
