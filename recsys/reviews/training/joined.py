"""Training the transformer, and how much it and the compact classifier count together."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from data.sources.review_texts import LabelledReviews
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.joined import TRANSFORMER, JoinedWeights, features, save_joined
from recsys.reviews.text import clean
from recsys.reviews.training.compact import CompactConfig, fit_unscaled
from recsys.reviews.training.transformer import FineTuneConfig, fine_tune
from recsys.reviews.transformer import TransformerSentiment
from recsys.types import BoolArray, FloatArray

BACK = 0.08
"""Share of the films held back from both, on which they are joined."""
JOINED_ON = 1500
"""Reviews of those at most: a transformer takes a while to read them."""


def train_joined(
    reviews: LabelledReviews,
    compact: SentimentClassifier,
    weights: str,
    folder: Path,
    *,
    config: FineTuneConfig,
    rng: np.random.Generator,
    progress: Callable[[str], None],
) -> int:
    """Fine-tune `weights` on `reviews` into `folder`; how many it read.

    `compact`: the classifier of the starter pack, which has learned from all of `reviews`; how much it counts
    is found with one that has not seen the films held back.
    """
    texts = [clean(text) for text in reviews.texts]
    names = rng.permutation(np.unique(np.array(reviews.films)))
    back = np.isin(reviews.films, names[: max(1, int(BACK * len(names)))])
    kept, held = np.flatnonzero(~back), rng.permutation(np.flatnonzero(back))[:JOINED_ON]
    out = folder / TRANSFORMER
    learned = [texts[row] for row in kept]
    read = fine_tune(
        weights,
        learned,
        reviews.positive[kept].tolist(),
        out,
        config=config,
        rng=rng,
        progress=progress,
    )
    progress("training a compact classifier to compare")
    probe = fit_unscaled(learned, reviews.positive[kept], CompactConfig())
    progress(f"reading {len(held):,} reviews of other films")
    unseen = [texts[row] for row in held]
    both = features(TransformerSentiment(str(out)).probabilities(unseen), probe, unseen)
    save_joined(folder, _fit(both, reviews.positive[held]), compact)
    return read


def _fit(both: FloatArray, positive: BoolArray) -> JoinedWeights:
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=10.0).fit(both, positive)
    return JoinedWeights(
        transformer=float(fitted.coef_[0, 0]),
        compact=float(fitted.coef_[0, 1]),
        offset=float(fitted.intercept_[0]),
    )
