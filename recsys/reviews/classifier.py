"""The compact sentiment classifier: a weight for each known n-gram, their sum made a probability.

NB-SVM (Wang & Manning 2012) with logistic loss, trained by `recsys.reviews.training.compact`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import StarterPackError
from recsys import store
from recsys.reviews.calibration import Scaling
from recsys.reviews.ngrams import NGrams, ngrams, unique, words
from recsys.reviews.opinion_words import lean
from recsys.types import FloatArray

NAME = "review_sentiment"
BATCH = 256
LEAN = np.float32(0.2)
"""What one word of praise counts in a piece, in units of the classifier's sums; found on SST-2 sentences."""
_FILTER_SHIFT = 10
"""By its upper 22 bits, most unknown n-grams are told at once; to search for all takes thrice as long."""


class SentimentClassifier:
    """Whether a review, or a piece of one, is positive."""

    def __init__(
        self, keys: NDArray[np.uint32], weights: NDArray[np.float16], review: Scaling, piece: Scaling
    ) -> None:
        """`keys` (n,) ascending hashes, `weights` (n,) theirs; scalings for whole reviews and pieces."""
        self._keys = keys
        self._weights = np.asarray(weights, np.float32)
        self._review = review
        self._piece = piece
        self._filter = np.zeros(1 << (32 - _FILTER_SHIFT), np.bool_)
        self._filter[keys >> _FILTER_SHIFT] = True

    def probabilities(self, texts: Sequence[str]) -> FloatArray:
        """(texts,) probability that each whole review is positive."""
        return self.whole_probabilities([words(text) for text in texts])

    def whole_probabilities(self, tokens: Sequence[Sequence[str]]) -> FloatArray:
        """The same for reviews given as `ngrams.words` has them."""
        return self._review(self.scores(tokens, review=True))

    def piece_probabilities(self, tokens: Sequence[Sequence[str]]) -> FloatArray:
        """(pieces,) the same for sentences or clauses."""
        return self._piece(self.piece_scores(tokens))

    def piece_scores(self, tokens: Sequence[Sequence[str]]) -> FloatArray:
        """(pieces,) what is scaled to that: n-grams and words of opinion together."""
        leaning = np.fromiter(map(lean, tokens), np.float32, len(tokens))
        return np.asarray(self.scores(tokens, review=False) + LEAN * leaning)

    def scores(self, tokens: Sequence[Sequence[str]], *, review: bool) -> FloatArray:
        """(texts,) sums before scaling. In a whole `review`, an n-gram counts once."""
        found = [self._batch(batch, review=review) for batch in _batches(tokens)]
        return np.concatenate(found) if found else np.empty(0, np.float32)

    def _batch(self, tokens: Sequence[Sequence[str]], *, review: bool) -> FloatArray:
        grams = ngrams(tokens)
        likely = self._filter[grams.keys >> _FILTER_SHIFT]
        grams = NGrams(grams.texts[likely], grams.keys[likely])
        if review:
            grams = unique(grams)
        place = np.minimum(np.searchsorted(self._keys, grams.keys), len(self._keys) - 1)
        weights = np.where(self._keys[place] == grams.keys, self._weights[place], 0)
        return np.bincount(grams.texts, weights, minlength=len(tokens)).astype(np.float32)

    def scaled(self, review: Scaling, piece: Scaling) -> "SentimentClassifier":
        """The same with these scalings."""
        return SentimentClassifier(self._keys, self._weights.astype(np.float16), review, piece)

    def save(self, folder: Path) -> None:
        """Write the classifier below `folder`."""
        meta = {
            "review": {"slope": self._review.slope, "offset": self._review.offset},
            "piece": {"slope": self._piece.slope, "offset": self._piece.offset},
        }
        weights = self._weights.astype(np.float16)
        store.write(folder, NAME, {"keys": self._keys, "weights": weights}, meta)

    @classmethod
    def load(cls, folder: Path) -> "SentimentClassifier":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        stored = store.read(folder, NAME)
        try:
            scalings = [Scaling(**stored.meta[name]) for name in ("review", "piece")]
            return cls(np.array(stored.arrays["keys"]), np.array(stored.arrays["weights"]), *scalings)
        except (KeyError, TypeError) as error:
            raise StarterPackError(f"The trained model {NAME} is damaged. {store.MEND}") from error


def _batches(tokens: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """Pieces small enough that their n-grams stay in the processor's cache."""
    for start in range(0, len(tokens), BATCH):
        yield tokens[start : start + BATCH]
