"""A classifier whose weights are plain to see, for tests that read reviews."""

import numpy as np

from recsys.reviews.calibration import Scaling
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.ngrams import ngrams
from recsys.reviews.reading import Reader

WEIGHTS = {
    "great": 0.5,
    "superb": 0.8,
    "wonderful": 0.8,
    "loved": 0.5,
    "awful": -0.8,
    "bad": -0.5,
    "thin": -0.5,
    "boring": -0.8,
    "hated": -0.8,
}


def toy_classifier() -> SentimentClassifier:
    weight_of = {int(ngrams([[word]]).keys[0]): weight for word, weight in WEIGHTS.items()}
    keys = np.array(sorted(weight_of), np.uint32)
    weights = np.array([weight_of[int(key)] for key in keys], np.float16)
    return SentimentClassifier(keys, weights, Scaling(4.0), Scaling(4.0))


def toy_reader() -> Reader:
    return Reader(toy_classifier())
