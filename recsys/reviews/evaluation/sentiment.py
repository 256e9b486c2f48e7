"""How well a classifier tells positive reviews from negative ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time

import numpy as np

from recsys.reviews.calibration import Reliability, reliability
from recsys.types import BoolArray, FloatArray

Classify = Callable[[Sequence[str]], FloatArray]


@dataclass(frozen=True, slots=True)
class SentimentReport:
    """Measured on labelled reviews."""

    reviews: int
    accuracy: float
    f1: float
    """Of the positive side."""
    calibration: Reliability
    reviews_per_second: float
    """Per second of processor time, all threads together; cleaning not counted."""
    wrong: tuple[int, ...]
    """Rows that were mistaken, the surest mistake first."""


def evaluate_sentiment(classify: Classify, texts: Sequence[str], positive: BoolArray) -> SentimentReport:
    """Classify all texts and compare."""
    classify(texts[:8])  # what is loaded at first use is not speed
    began = process_time()
    probabilities = classify(texts)
    seconds = max(process_time() - began, 1e-9)
    said = probabilities > 0.5
    right = said == positive
    hits = int((said & positive).sum())
    mistaken = np.flatnonzero(~right)
    sure = np.argsort(-np.abs(probabilities[mistaken] - 0.5), kind="stable")
    return SentimentReport(
        reviews=len(texts),
        accuracy=float(right.mean()),
        f1=2 * hits / max(int(said.sum()) + int(positive.sum()), 1),
        calibration=reliability(probabilities, positive),
        reviews_per_second=len(texts) / seconds,
        wrong=tuple(mistaken[sure].tolist()),
    )
