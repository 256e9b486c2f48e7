"""Training the compact classifier: logistic regression on n-grams weighted by naive Bayes log-ratios."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from recsys.reviews.calibration import Scaling
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.ngrams import NGrams, ngrams, unique, words
from recsys.types import BoolArray, FloatArray

_UNSCALED = Scaling()


class CompactConfig(BaseModel):
    """How the compact classifier is trained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least_reviews: int = Field(3, ge=1)
    """N-grams in fewer reviews are left out."""
    size: int = Field(200_000, ge=1)
    """N-grams kept, by the size of their weight; six bytes each."""
    strength: float = Field(0.1, gt=0)
    """Inverse of the L2 penalty."""
    held_back: float = Field(0.15, gt=0, lt=1)
    """Share of the films on which the probabilities are scaled."""


def train_compact(
    texts: Sequence[str],
    positive: BoolArray,
    films: NDArray[np.int64],
    pieces: tuple[Sequence[Sequence[str]], BoolArray],
    *,
    config: CompactConfig,
    rng: np.random.Generator,
) -> SentimentClassifier:
    """Train on whole reviews.

    `films` (reviews,) says which reviews belong together: a film is either learned from or scaled on.
    `pieces`: clauses as words with their side, on which the probability of pieces is scaled.
    """
    tokens = [words(text) for text in texts]
    apart = rng.permutation(np.unique(films))
    back = np.isin(films, apart[: max(1, int(config.held_back * len(apart)))])
    kept, held = np.flatnonzero(~back), np.flatnonzero(back)
    probe = _fit([tokens[row] for row in kept], positive[kept], config)
    scores = probe.scores([tokens[row] for row in held], review=True)
    model = _fit(tokens, positive, config)
    sides = model.piece_scores(pieces[0])
    return model.scaled(Scaling.fit(scores, positive[held]), Scaling.fit(sides, pieces[1]))


def fit_unscaled(texts: Sequence[str], positive: BoolArray, config: CompactConfig) -> SentimentClassifier:
    """A classifier whose sums may be compared; its probabilities may not be trusted."""
    return _fit([words(text) for text in texts], positive, config)


def _fit(tokens: Sequence[Sequence[str]], positive: BoolArray, config: CompactConfig) -> SentimentClassifier:
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    grams = _all(tokens)
    keys, counts = np.unique(grams.keys, return_counts=True)
    keys = keys[counts >= config.least_reviews]
    column = np.minimum(np.searchsorted(keys, grams.keys), len(keys) - 1)
    known = keys[column] == grams.keys
    table = sparse.csr_matrix(
        (np.ones(known.sum(), np.float32), (grams.texts[known], column[known])), (len(tokens), len(keys))
    )
    ratios = _log_ratios(table, positive)
    fitted = LogisticRegression(C=config.strength, solver="liblinear", dual=True, tol=1e-2, random_state=0)
    fitted.fit((table @ sparse.diags(ratios)).tocsr(), positive)
    weights = fitted.coef_.ravel() * ratios
    strong = np.sort(np.argsort(-np.abs(weights), kind="stable")[: config.size])
    return SentimentClassifier(keys[strong], weights[strong].astype(np.float16), _UNSCALED, _UNSCALED)


def _log_ratios(table: "sparse.csr_matrix", positive: BoolArray) -> FloatArray:  # type: ignore[name-defined]  # noqa: F821
    """(n,) log of how much more often each n-gram stands in positive reviews, smoothed by one."""
    of_positive = np.asarray(table[positive].sum(axis=0)).ravel() + 1
    of_negative = np.asarray(table[~positive].sum(axis=0)).ravel() + 1
    ratio = np.log(of_positive / of_positive.sum()) - np.log(of_negative / of_negative.sum())
    return np.asarray(ratio, np.float32)


def _all(tokens: Sequence[Sequence[str]], batch: int = 512) -> NGrams:
    """The n-grams of many texts, computed in batches that fit the memory."""
    found = [(start, unique(ngrams(tokens[start : start + batch]))) for start in range(0, len(tokens), batch)]
    return NGrams(
        np.concatenate([start + part.texts for start, part in found]),
        np.concatenate([part.keys for _, part in found]),
    )
