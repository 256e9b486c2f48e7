"""Whether a probability means what it says: scaling it, and measuring how far off it is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys.types import BoolArray, FloatArray


@dataclass(frozen=True, slots=True)
class Scaling:
    """Platt scaling (Platt 1999): the logit becomes `slope` * score + `offset`."""

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, scores: FloatArray) -> FloatArray:
        """(n,) probabilities."""
        logits = np.clip(self.slope * scores + self.offset, -30, 30)
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)

    @staticmethod
    def fit(scores: FloatArray, positive: BoolArray, *, rounds: int = 50) -> "Scaling":
        """By Newton's method on the log-likelihood, with Platt's softened targets."""
        n_positive = int(positive.sum())
        n_negative = len(positive) - n_positive
        target = np.where(positive, (n_positive + 1) / (n_positive + 2), 1 / (n_negative + 2))
        design = np.stack([scores, np.ones_like(scores)], axis=1).astype(np.float64)
        weights = np.zeros(2)
        for _ in range(rounds):
            share = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
            gradient = design.T @ (share - target)
            curvature = (design * (share * (1 - share))[:, None]).T @ design + 1e-9 * np.eye(2)
            step = np.linalg.solve(curvature, gradient)
            weights -= step
            if np.abs(step).max() < 1e-9:
                break
        return Scaling(float(weights[0]), float(weights[1]))


@dataclass(frozen=True, slots=True)
class Reliability:
    """How probabilities compare with what came true, bin by bin of equal width."""

    predicted: NDArray[np.float64]
    """(bins,) mean probability, NaN where a bin is empty."""
    observed: NDArray[np.float64]
    """(bins,) share that was positive."""
    counts: NDArray[np.int64]
    """(bins,)"""

    @property
    def error(self) -> float:
        """Expected calibration error (Naeini et al. 2015): mean distance, weighted by how many there are."""
        filled = self.counts > 0
        distance = np.abs(self.predicted[filled] - self.observed[filled])
        return float(np.average(distance, weights=self.counts[filled])) if filled.any() else 0.0


def reliability(probabilities: FloatArray, positive: BoolArray, *, bins: int = 10) -> Reliability:
    """Compare probabilities with the truth."""
    place = np.minimum((probabilities * bins).astype(np.int64), bins - 1)
    counts = np.bincount(place, minlength=bins)
    with np.errstate(invalid="ignore"):
        predicted = np.bincount(place, probabilities, minlength=bins) / counts
        observed = np.bincount(place, positive, minlength=bins) / counts
    return Reliability(predicted, observed, counts)
