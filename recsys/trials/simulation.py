"""Trials of nothing and of something, many times: how often the rule is wrong, and how soon it is right."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from recsys.trials.effect import ALPHA, effect
from recsys.trials.sample_ratio import SUSPICIOUS, sample_ratio_p
from recsys.types import DoubleArray

LOOKS_FROM = 50
"""People before whom even the hasty do not test."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """Of many trials that are looked at after every single person."""

    wrong: float
    """Share in which an effect was called that is none, or of the other sign."""
    found: float
    """Share in which an effect was called."""
    covered: float
    """Share whose interval at the end held the truth."""
    people: int | None
    """Median of people after whom it was called, of all trials; None where fewer than half called one."""
    wrong_by_z_test: float
    """The same share as `wrong` of who tests as for one look, after every person."""
    ratio_alarms: float
    """Share in which the sample ratio, looked at after every tenth of the people, was suspicious."""


def simulate(
    *,
    control: float,
    arm: float,
    people: int,
    trials: int,
    rng: np.random.Generator,
    share: float = 0.5,
    alpha: float = ALPHA,
) -> Simulated:
    """Trials in which outcomes are 1 with these chances. Each has so many `people`."""
    truth = arm - control
    wrong = found = covered = wrong_by_z = alarms = 0
    after: list[float] = []
    for _ in range(trials):
        treated = rng.random(people) < share
        outcomes = (rng.random(people) < np.where(treated, arm, control)).astype(np.float64)
        seen = effect(treated, outcomes, share, alpha)
        called = seen.decided_after is not None
        covered += seen.low <= truth <= seen.high
        found += called
        wrong += called and seen.difference * truth <= 0
        after.append(seen.decided_after or np.inf)
        z = _z_scores(treated.astype(np.float64), outcomes)
        first = np.flatnonzero(np.abs(z) > Z_AT_5)
        wrong_by_z += bool(len(first)) and z[first[0]] * truth <= 0
        looks = [int(treated[:n].sum()) for n in range(people // 10, people + 1, people // 10)]
        sizes = range(people // 10, people + 1, people // 10)
        alarms += any(
            sample_ratio_p((n - k, k), (1 - share, share)) < SUSPICIOUS
            for n, k in zip(sizes, looks, strict=True)
        )
    median = float(np.median(after))
    return Simulated(
        wrong / trials,
        found / trials,
        covered / trials,
        int(median) if np.isfinite(median) else None,
        wrong_by_z / trials,
        alarms / trials,
    )


Z_AT_5 = 1.959964
"""Two-sided, one look, 5 in a hundred."""


def _z_scores(treated: DoubleArray, outcomes: DoubleArray) -> DoubleArray:
    """(looks,) of the test of two proportions after each person from `LOOKS_FROM` on."""
    counted = np.arange(1, len(outcomes) + 1)
    n_arm, y_arm, y_all = np.cumsum(treated), np.cumsum(treated * outcomes), np.cumsum(outcomes)
    n_control = counted - n_arm
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = y_all / counted
        spread = np.sqrt(pooled * (1 - pooled) * (1 / n_arm + 1 / n_control))
        z = (y_arm / n_arm - (y_all - y_arm) / n_control) / spread
    return np.nan_to_num(z[LOOKS_FROM - 1 :])


def evaluate_trials(trials: int, people: int, rng: np.random.Generator) -> list[dict[str, Any]]:
    """What `cineaesthete evaluate trials` prints: no effect, and effects of several sizes."""
    rows = []
    for control, arm, share in (
        (0.05, 0.05, 0.5),
        (0.2, 0.2, 0.5),
        (0.5, 0.5, 0.5),
        (0.2, 0.2, 0.1),
        (0.2, 0.23, 0.5),
        (0.2, 0.25, 0.5),
        (0.2, 0.3, 0.5),
    ):
        seen = simulate(control=control, arm=arm, people=people, trials=trials, rng=rng, share=share)
        rows.append(
            {
                "control": control,
                "arm": arm,
                "share": share,
                "people": people,
                "trials": trials,
                "wrong": seen.wrong,
                "found": seen.found,
                "covered": seen.covered,
                "people_median": seen.people,
                "wrong_by_z_test": seen.wrong_by_z_test,
                "ratio_alarms": seen.ratio_alarms,
            }
        )
    return rows
