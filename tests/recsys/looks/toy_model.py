"""A look model whose towers are obvious: a picture is its mean colour, a phrase is a colour's name."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recsys.looks.aspects import AspectScale
from recsys.looks.model import LookModel, figures_of
from recsys.types import FloatArray
from tests.recsys.looks import pictures

COLOURS = {"tomato": (220, 40, 40), "meadow": (40, 180, 60), "ocean": (30, 60, 200), "snow": (245, 245, 250)}


class MeanColour:
    side = 16

    def features(self, pictures: NDArray[np.uint8]) -> FloatArray:
        means = pictures.reshape(len(pictures), -1, 3).mean(axis=1) / 127.5 - 1
        return np.concatenate([means, np.full((len(means), 1), 0.3)], axis=1).astype(np.float32)


class ColourNames:
    def encode(self, sentences: Sequence[str]) -> FloatArray:
        rows = [
            sum((np.array(rgb) / 127.5 - 1 for name, rgb in COLOURS.items() if name in said), np.zeros(3))
            for said in sentences
        ]
        return np.concatenate([rows, np.full((len(rows), 1), 0.3)], axis=1).astype(np.float32)


def scale() -> AspectScale:
    shown = [pictures.noise(seed, 0, 255 - 20 * seed) for seed in range(8)]
    shown += [pictures.plain(*rgb) for rgb in COLOURS.values()]
    shown += [pictures.grey(pictures.noise(3)), pictures.mirrored(), pictures.neon(), pictures.plain(9, 9, 9)]
    return AspectScale.fit(np.stack([figures_of(picture, picture, None) for picture in shown]))


def toy_model(fingerprint: str = "toy") -> LookModel:
    return LookModel(
        name="toy",
        fingerprint=fingerprint,
        width=4,
        towers=(MeanColour(), ColourNames()),
        scale=scale(),
        projection=None,
    )
