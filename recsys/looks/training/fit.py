"""The projections of the starter's model: both towers stay locked, what joins them is learned.

A picture x and a phrase t are held compatible by xᵀ V t. V is found in closed form, so that compatibility
tells for every caption where it holds: V = (XᵀX + λI)⁻¹ Xᵀ Y T (TᵀT + μI)⁻¹ (Romera-Paredes and Torr, An
embarrassingly simple approach to zero-shot learning, ICML 2015). Its leading directions become the common
space. With these few pictures it beat the contrastive loss on the same towers; see docs/looks.md.
"""

from dataclasses import dataclass

import numpy as np

from recsys.looks.model import Projection
from recsys.looks.training.captions import Captions
from recsys.types import FloatArray


@dataclass(frozen=True, slots=True)
class FitConfig:
    """Chosen by cross-validation on the training posters."""

    width: int = 128
    """Of the common space."""
    image_penalty: float = 15_000.0
    """λ, per 1,000 pictures."""
    text_penalty: float = 1.0
    """μ."""


def fit(
    features: FloatArray, standing: FloatArray, captions: Captions, sentences: FloatArray, config: FitConfig
) -> Projection:
    """Learn the projections.

    `features` (views, pictures, tower width) are several views of each picture; `standing` (pictures,
    figures) its standardised figures; `sentences` (phrases, text width) the captions' vectors.
    """
    views, pictures, _ = features.shape
    joined = np.concatenate(
        [features, np.repeat(np.clip(standing, -3, 3)[None], views, axis=0)], axis=2
    ).reshape(views * pictures, -1)
    centre, spread = joined.mean(axis=0), joined.std(axis=0) + 1e-6
    x = (joined - centre) / spread
    holds = captions.holds
    y = (holds - holds.mean(axis=0)) / (holds.std(axis=0) + 0.03) * captions.weights
    text_mean = sentences.mean(axis=0)
    t = (sentences - text_mean) * captions.weights[:, None]
    penalty = config.image_penalty * pictures / 1000
    left = np.linalg.solve(
        x.T @ x / views + penalty * np.eye(x.shape[1], dtype=np.float32),
        x.T @ np.tile(y @ t, (views, 1)) / views,
    )
    bilinear = left @ np.linalg.inv(t.T @ t + config.text_penalty * np.eye(t.shape[1], dtype=np.float32))
    # The common space: the directions along which the pictures' images in the text space differ most.
    _, _, directions = np.linalg.svd(x @ bilinear, full_matrices=False)
    basis = directions[: config.width].T
    weights = bilinear @ basis / spread[:, None]
    return Projection(
        image_weights=np.asarray(weights, np.float32),
        image_bias=np.asarray(-centre @ weights, np.float32),
        text_mean=np.asarray(text_mean, np.float32),
        text_weights=np.asarray(basis, np.float32),
    )
