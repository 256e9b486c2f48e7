"""What a trial shows, as plain figures."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

import numpy as np

from recsys.trials.definitions import Experiment
from recsys.trials.effect import ALPHA, effect
from recsys.trials.sample_ratio import SUSPICIOUS, sample_ratio_p


def report(
    experiment: Experiment, arms: Sequence[str], reached: Sequence[bool], came: Sequence[str]
) -> dict[str, Any]:
    """The figures of one trial.

    `arms` and `reached` are of those whose window is over, in the order in which it ended; `came` are the
    arms of all who took part. With several arms beside the control each is held to its part of 5 in a
    hundred, so that all of the intervals hold together.
    """
    names = [arm.name for arm in experiment.arms]
    counts = [sum(arm == name for arm in came) for name in names]
    ratio_p = sample_ratio_p(counts, experiment.shares)
    theirs, outcomes = np.array(arms, dtype=object), np.array(reached, np.float64)
    control = names[0]
    compared = []
    for place, name in enumerate(names[1:], 1):
        pair = (theirs == name) | (theirs == control)
        share = experiment.shares[place] / (experiment.shares[place] + experiment.shares[0])
        seen = effect(theirs[pair] == name, outcomes[pair], share, ALPHA / (len(names) - 1))
        direction = "higher" if seen.difference > 0 else "lower"
        compared.append(
            {
                "arm": name,
                "difference": seen.difference if isfinite(seen.difference) else None,
                "low": seen.low,
                "high": seen.high,
                "p": seen.p,
                "verdict": "open" if seen.decided_after is None else direction,
                "decided_after": seen.decided_after,
            }
        )
    return {
        "experiment": experiment.name,
        "question": experiment.question,
        "outcome": experiment.outcome,
        "window_hours": experiment.window_hours,
        "arms": [
            {
                "arm": name,
                "expected_share": share,
                "people": count,
                "finished": int((theirs == name).sum()),
                "reached": int(outcomes[theirs == name].sum()),
                "rate": float(outcomes[theirs == name].mean()) if (theirs == name).any() else None,
            }
            for name, share, count in zip(names, experiment.shares, counts, strict=True)
        ],
        "against": control,
        "compared": compared,
        "sample_ratio": {"p": ratio_p, "suspicious": ratio_p < SUSPICIOUS},
    }
