"""What is looked for: a direction in the model's space, and what is to be measured."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from recsys.looks.aspects import NAMES
from recsys.looks.model import LookModel, Seen
from recsys.looks.phrases import read
from recsys.types import FloatArray

MEASURED = 0.9
"""Weight of the measured part where a phrase names nothing else; chosen on training pictures."""

BY_EXAMPLE = 0.6
"""Weight of the measured part where a picture is the question."""

MOVE = 0.6
"""How far words move a question by picture: "but happier"."""


@dataclass(frozen=True, slots=True)
class LookQuery:
    """One question, comparable only with vectors of the same model."""

    fingerprint: str
    vector: FloatArray
    """(width,) unit length, or zeros where only measuring is asked."""
    aspects: FloatArray
    """(aspects,) weights, length 1, or zeros."""
    measured: float
    """Weight of the aspects, 0 to 1; the vector has the rest."""


def by_phrase(model: LookModel, phrase: str, move: str = "") -> LookQuery:
    """A look in words, moved in other words. Measured as far as the words name colour, light, balance.

    The measured part counts less than by its share of the words: in "city at night" the city matters more
    than the dark, and the embedding knows a little of the night itself.
    """
    reading = read(phrase)
    aspects = aspect_weights(reading.aspects)
    measured = MEASURED * reading.coverage**1.5 if aspects.any() else 0.0
    asked = LookQuery(model.fingerprint, model.read([reading.plain])[0], aspects, measured)
    return _moved(asked, by_phrase(model, move)) if move else asked


def by_pictures(model: LookModel, seen: Seen, move: str = "") -> LookQuery:
    """The look of one picture or of several together, moved in words: "but happier"."""
    vector = _unit(seen.vectors.mean(axis=0))
    aspects = _unit(model.scale.score(seen.figures).mean(axis=0))
    asked = LookQuery(model.fingerprint, vector, aspects, BY_EXAMPLE)
    return _moved(asked, by_phrase(model, move)) if move else asked


def _moved(asked: LookQuery, towards: LookQuery) -> LookQuery:
    """The same look, some way towards another: what the words name is measured, whatever was before."""
    vector = asked.vector + MOVE * (1 - towards.measured) * towards.vector
    aspects = asked.aspects + 2 * MOVE * towards.measured * towards.aspects
    measured = max(asked.measured, BY_EXAMPLE * towards.measured)
    return LookQuery(asked.fingerprint, _unit(vector), _unit(aspects), measured)


def aspect_weights(wanted: Mapping[str, float]) -> FloatArray:
    """Weights by name as an array of length 1 in the order of the aspects, zeros where nothing is wanted."""
    weights = np.array([wanted.get(name, 0.0) for name in NAMES], np.float32)
    return _unit(weights)


def _unit(values: FloatArray) -> FloatArray:
    length = float(np.linalg.norm(values))
    return np.asarray(values / length, np.float32) if length > 1e-6 else np.zeros_like(values)
