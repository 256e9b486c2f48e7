"""The blend over many viewers: the recommender's own standardising and blending, with weights per level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys.evaluation.bank import PARTS
from recsys.hybrid import blend, standardise
from recsys.training.learn_weights import learn_weights
from recsys.types import BoolArray, FloatArray, IntArray

CANDIDATES = 300
"""Per viewer, on which weights are learned: the best by the plain mean of the signals."""

TAIL = 2.0


@dataclass(frozen=True, slots=True)
class Standardised:
    """Comparable scores of the films that may be shown."""

    scores: FloatArray
    """(signals, viewers, columns), NaN where a film may not be shown or the signal does not know it."""
    allowed: BoolArray
    """(viewers, columns)"""

    @staticmethod
    def of(raw: Mapping[str, FloatArray], allowed: BoolArray, names: Sequence[str] = PARTS) -> "Standardised":
        """z-scores by viewer over the candidates, tails folded."""
        return Standardised(np.stack([_comparable(raw[name], allowed) for name in names]), allowed)

    def beside(self, raw: FloatArray) -> "Standardised":
        """With one more signal, the last; `raw` is (viewers, columns)."""
        return Standardised(np.concatenate([self.scores, _comparable(raw, self.allowed)[None]]), self.allowed)

    def blended(self, weights: FloatArray) -> FloatArray:
        """(viewers, columns) scores under (viewers, signals) weights; -inf where not allowed."""
        total = np.full(self.allowed.shape, -np.inf, np.float32)
        for viewer, own in enumerate(weights):
            ok = self.allowed[viewer]
            total[viewer, ok] = blend(self.scores[:, viewer, ok], own, trust=0.25).sum(axis=0)
        return total


def _comparable(raw: FloatArray, allowed: BoolArray) -> FloatArray:
    return standardise(np.where(allowed, raw, np.float32(np.nan)), TAIL)[0]


def levels_of(known: IntArray, bounds: Sequence[int]) -> IntArray:
    """(viewers,) number of the level, by how many films are known; `bounds` are each next level's least."""
    return np.searchsorted(np.asarray(bounds), known, side="right").astype(np.int32)


def learn_by_level(standardised: Standardised, relevant: sp.csr_array, levels: IntArray) -> FloatArray:
    """(levels, signals) weights summing to 1, learned for each level on its own viewers."""
    filled = np.nan_to_num(standardised.scores)
    mean = np.where(standardised.allowed, filled.mean(axis=0), -np.inf)
    best = np.argpartition(-mean, CANDIDATES - 1, axis=1)[:, :CANDIDATES]
    wanted = np.take_along_axis(np.asarray(relevant.toarray(), np.float32), best, axis=1)
    features = np.stack([np.take_along_axis(scores, best, axis=1) for scores in filled], axis=2)
    learned = []
    for level in range(int(levels.max()) + 1):
        own = levels == level
        weights = learn_weights(features[own], wanted[own])
        learned.append(weights / max(float(weights.sum()), 1e-9))
    return np.array(learned, np.float32)
