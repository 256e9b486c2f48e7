"""Named looks that can be measured: "dark", "pastel", "teal and orange", each a score computed from figures.

An aspect is a weighted sum of figures, made comparable by where a picture stands among reference pictures: 0
is the middle of them, 1 one standard deviation of a normal distribution above.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from recsys.looks.figures import FIGURES, HUES
from recsys.types import FloatArray

ASPECTS: Mapping[str, Mapping[str, float]] = {
    "black_and_white": {"colourless": 0.5, "most_chroma": -1.5},
    "dark": {"dark": 0.5, "lightness": -0.5, "very_dark": 0.4},
    "bright": {"bright": 0.6, "lightness": 0.6},
    "contrasty": {"contrast": 1.0, "shadow_contrast": 0.6},
    "soft": {"contrast": -1.0, "edges": -0.4},
    "vivid": {"saturation": 0.7, "vivid": 0.7},
    "muted": {"saturation": -1.0, "vivid": -0.4},
    "pastel": {"pastel": 1.0, "lightness": 0.4, "very_dark": -0.3},
    **{name: {name: 1.0} for name in HUES},
    "teal_and_orange": {"teal_and_orange": 1.0},
    "golden": {"gold": 1.0, "blue": -0.15},
    "icy": {"icy": 1.0, "warm": -0.3},
    "sepia": {"sepia": 0.8, "vivid": -0.5, "blue": -0.3, "green": -0.2},
    "neon": {"neon": 1.0, "vivid": 0.2},
    "warm": {"warm": 1.0},
    "cool": {"warm": -1.0},
    "colourful": {"hue_variety": 0.8, "vivid": 0.5, "saturation": 0.3},
    "minimal": {"emptiness": 1.0, "flat": 0.5, "edges": -0.6},
    "busy": {"edges": 0.8, "flat": -0.6, "emptiness": -0.5},
    "symmetrical": {"symmetry": 1.0},
    "textured": {"texture": 1.0, "edges": 0.3},
    "close_up": {"face": 1.0},
    "crowd": {"faces": 1.0},
    "unpeopled": {"faces": -1.0},
}
"""Aspect to the weights of the figures it is made of."""

NAMES: tuple[str, ...] = tuple(ASPECTS)

GRID = np.linspace(0, 1, 41).astype(np.float32)
"""Quantiles kept of the reference pictures."""

_WEIGHTS = np.zeros((len(FIGURES), len(NAMES)), np.float32)
for _column, _parts in enumerate(ASPECTS.values()):
    for _name, _weight in _parts.items():
        _WEIGHTS[FIGURES.index(_name), _column] = _weight


@dataclass(frozen=True, slots=True)
class AspectScale:
    """How figures and aspects are spread over reference pictures."""

    figure_quantiles: FloatArray
    """(figures, grid)."""
    aspect_quantiles: FloatArray
    """(aspects, grid)."""

    @classmethod
    def fit(cls, figures: FloatArray) -> "AspectScale":
        """Take the scale from reference pictures, (pictures, figures)."""
        of_figures = np.quantile(figures, GRID, axis=0).T.astype(np.float32)
        raw = _standing(figures, of_figures) @ _WEIGHTS
        return cls(of_figures, np.quantile(raw, GRID, axis=0).T.astype(np.float32))

    def standardise(self, figures: FloatArray) -> FloatArray:
        """(pictures, figures) as standings among the reference pictures, about −2.6 to 2.6."""
        return _standing(figures, self.figure_quantiles)

    def score(self, figures: FloatArray) -> FloatArray:
        """(pictures, aspects) in the order of `NAMES`."""
        return _standing(self.standardise(figures) @ _WEIGHTS, self.aspect_quantiles)


def _standing(values: FloatArray, quantiles: FloatArray) -> FloatArray:
    """Normal scores of values (n, k) by the quantiles (k, grid).

    Beyond the ends they go on growing slowly.
    """
    out = np.empty(values.shape, np.float32)
    for column in range(values.shape[1]):
        value, marks = values[:, column], quantiles[column]
        spread = float(marks[-1] - marks[0]) or 1.0
        rising = marks + np.linspace(0, 1e-5 * spread, len(marks))
        place = np.interp(value, rising, GRID)
        beyond = np.maximum(value - marks[-1], 0) - np.maximum(marks[0] - value, 0)
        # A share of the plain distance keeps order among pictures between the outermost marks.
        linear = np.clip((value - marks[0]) / spread - 0.5, -0.5, 0.5)
        out[:, column] = (
            ndtri(np.clip(place, 0.01, 0.99)) + 0.5 * linear + np.clip(beyond / spread, -0.5, 0.5)
        )
    return out
