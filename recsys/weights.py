"""How much each signal counts, by how much we know of the viewer and of the question."""

from collections.abc import Mapping

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, field_validator

from recsys.context import was_said
from recsys.types import SIGNALS, FloatArray, Request

Weights = Mapping[str, float]

SEED: Weights = dict(zip(SIGNALS, (0.35, 0.25, 0.20, 0.10, 0.05, 0.05), strict=True))
"""The product's original fixed weights, kept for comparison; a trial may use them."""

# few, some and many lean on the weights learned on MovieLens 1M (docs/evaluation.md), with content raised:
# such ratings cannot show its worth for films that nobody has rated. The others have no such data: by hand.
_LEVELS: dict[str, dict[str, float]] = {
    "newcomer": dict(zip(SIGNALS, (0.00, 0.15, 0.00, 0.42, 0.35, 0.08), strict=True)),
    "few": dict(zip(SIGNALS, (0.24, 0.18, 0.24, 0.13, 0.18, 0.03), strict=True)),
    "some": dict(zip(SIGNALS, (0.40, 0.16, 0.22, 0.09, 0.10, 0.03), strict=True)),
    "many": dict(zip(SIGNALS, (0.58, 0.12, 0.17, 0.07, 0.03, 0.03), strict=True)),
    "example": dict(zip(SIGNALS, (0.15, 0.52, 0.10, 0.11, 0.09, 0.03), strict=True)),
    "theme": dict(zip(SIGNALS, (0.10, 0.36, 0.05, 0.24, 0.22, 0.03), strict=True)),
}


class BlendConfig(BaseModel):
    """The blend: weights by level, and how a missing signal is stood in for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    levels: dict[str, dict[str, float]] = _LEVELS
    """newcomer, few (1 to 4 films known), some (5 to 19), many; example: a film was named; theme: words."""
    said: float = Field(0.5, ge=0, lt=1)
    """Weight of the context signal once mood or company were said."""
    said_of_example: float = Field(0.5, ge=0, lt=1)
    """The same where a film was named: half for "lighter", half for staying near it."""
    tail: float = Field(2.0, gt=0)
    """z-scores beyond this are folded in, see `recsys.hybrid.standardise`."""
    trust: float = Field(0.25, ge=0, le=1)
    """How far the signals that know a film stand in for one that does not."""

    @field_validator("levels")
    @classmethod
    def _sound(cls, levels: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
        if set(levels) != set(_LEVELS):
            raise ValueError(f"the levels are {', '.join(_LEVELS)}")
        for level, weights in levels.items():
            if set(weights) != set(SIGNALS) or min(weights.values()) < 0 or max(weights.values()) <= 0:
                raise ValueError(
                    f"level {level} needs a weight of at least 0 for each of {', '.join(SIGNALS)}"
                )
        return levels

    def weights(self, request: Request) -> FloatArray:
        """(signals,) weights for a request, summing to 1."""
        chosen = SEED if request.tuning.weights == "seed" else self.levels[level_of(request)]
        weights = np.array([chosen[signal] for signal in SIGNALS], np.float32)
        if was_said(request.situation):
            context = SIGNALS.index("context")
            said = self.said_of_example if request.like else self.said
            weights[context] = 0
            weights *= (1 - said) / weights.sum()
            weights[context] = said
        return np.asarray(weights / weights.sum())


def level_of(request: Request) -> str:
    """The name of the level of a request."""
    if request.like:
        return "example"
    if request.keywords:
        return "theme"
    known = len(request.taste.items)
    if known == 0:
        return "newcomer"
    return "few" if known < 5 else "some" if known < 20 else "many"
