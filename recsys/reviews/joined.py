"""The transformer and the compact classifier together: they err on different reviews, so both are asked.

A folder of `transformer/` (as `transformers` saves it), the compact classifier, and `joined.json`: how much
each counts, fitted on films that neither learned from (stacking, Wolpert 1992), so that the probability is
calibrated.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from data.errors import BadInput
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.ngrams import words
from recsys.reviews.transformer import TransformerSentiment
from recsys.types import FloatArray

TRANSFORMER, WEIGHTS = "transformer", "joined.json"
_SUREST = 1e-4
"""A transformer's probability is taken to be at least so far from 0 and 1."""


class JoinedWeights(BaseModel):
    """The logit is `offset` + `transformer` * its logit + `compact` * its sum."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    transformer: float
    compact: float
    offset: float


class JoinedSentiment:
    """Loaded from a folder that `recsys.reviews.training.joined` wrote."""

    def __init__(self, folder: Path) -> None:
        """Raises BadInput or StarterPackError where the folder cannot be used."""
        try:
            self._weights = JoinedWeights.model_validate_json((folder / WEIGHTS).read_bytes())
        except (OSError, ValidationError) as error:
            raise BadInput(f"{folder / WEIGHTS} is damaged; train the model again.") from error
        self._transformer = TransformerSentiment(str(folder / TRANSFORMER))
        self._compact = SentimentClassifier.load(folder)

    def probabilities(self, texts: Sequence[str]) -> FloatArray:
        """(texts,) probability that each is positive."""
        both = features(self._transformer.probabilities(texts), self._compact, texts)
        logits = self._weights.offset + both @ [self._weights.transformer, self._weights.compact]
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def is_joined(folder: Path) -> bool:
    """Whether a folder holds both, rather than a transformer alone."""
    return (folder / WEIGHTS).is_file()


def features(by_transformer: FloatArray, compact: SentimentClassifier, texts: Sequence[str]) -> FloatArray:
    """(texts, 2) the transformer's logits, the compact classifier's sums."""
    share = np.clip(by_transformer, _SUREST, 1 - _SUREST)
    sums = compact.scores([words(text) for text in texts], review=True)
    return np.asarray(np.stack([np.log(share / (1 - share)), sums], axis=1), np.float32)


def save_joined(folder: Path, weights: JoinedWeights, compact: SentimentClassifier) -> None:
    """Write what stands beside the transformer."""
    compact.save(folder)
    (folder / WEIGHTS).write_text(json.dumps(weights.model_dump()), encoding="utf-8")
