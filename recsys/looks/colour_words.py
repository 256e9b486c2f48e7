"""Names of colours in English, each with a typical value, and what they ask of a picture.

A name stands for its hue; how pale, deep or dull it is adds to that: "burgundy" is red and dark, "mint" green
and pastel.
"""

from collections.abc import Mapping

import numpy as np

from recsys.looks.colour import chroma, hue, lab
from recsys.looks.figures import HUES

VALUES: Mapping[str, str] = {
    "red": "d01c1f", "crimson": "b01030", "scarlet": "e02010", "blood[- ]red": "8f0a0a", "ruby": "b0103a",
    "cherry[- ]red": "b0182c", "carmine": "a0122c", "vermilion": "e03a20", "burgundy": "5f1024",
    "maroon": "601420", "wine[- ]red": "621028", "brick[- ]red": "a04632", "orange": "eb7d1e",
    "tangerine": "f28500", "copper": "b4632f", "apricot": "fbceb1", "peach": "fac8aa",
    "terracotta": "c8643c", "yellow": "f5d92f", "lemon": "fbe84a", "mustard": "c8a020", "saffron": "f0b82a",
    "khaki": "b8a878", "beige": "d8c8a8", "caramel": "b8763a", "green": "2d873c", "emerald": "0f9a5a",
    "olive": "62702a", "jade": "1f9a72", "lime": "a0d73c", "mint": "b4e8cc", "sage": "a3b18a",
    "teal": "147d82", "turquoise": "34c4c0", "cyan": "20d0e0", "aqua": "40d8d8", "aquamarine": "6ad8c0",
    "petrol": "0f5a66", "blue": "2855b9", "(?:blue|bluish|greenish)[- ](?:green|blue)": "147d82",
    "azure": "2a7ae0", "navy": "16204b", "cobalt": "1a4ac0", "indigo": "2a1f7a", "sapphire": "1e46c0",
    "ultramarine": "2038b8", "sky[- ]blue": "87c3eb", "periwinkle": "b0b4f0", "purple": "6e3291",
    "violet": "7a3cc0", "lavender": "d0bce8", "lilac": "c8a8dc", "mauve": "b890b8", "aubergine": "3f1838",
    "pink": "f078aa", "pale pink": "f8c8d8", "rose": "f07898", "rosy": "f4a8bc", "magenta": "d0208c",
    "fuchsia": "e028a0",
}  # fmt: skip
"""Name, as an expression, to a typical sRGB value. What is a thing as well, such as sand, is left out."""

GREYS: Mapping[str, Mapping[str, float]] = {
    "white|snow[- ]white|ivory": {"bright": 0.8, "muted": 0.4},
    "gr[ea]y|silver|ash(?:en|y)?": {"muted": 1.0},
    "charcoal|ebony|onyx": {"dark": 0.8, "muted": 0.5},
}
"""Names without a hue."""


def _aspects(value: str) -> Mapping[str, float]:
    rgb = np.array([int(value[start : start + 2], 16) for start in (0, 2, 4)])
    colour = lab(rgb)
    light, strength = float(colour[0]), float(chroma(colour))
    asked = {_sector(float(hue(colour))): 1.0}
    if light > 75 and strength < 45:
        asked["pastel"] = 0.5
    elif light < 32:
        asked["dark"] = 0.4
    return asked


def _sector(angle: float) -> str:
    for name, (low, high) in HUES.items():
        if low <= angle < high or (low > high and (angle >= low or angle < high)):
            return name
    raise AssertionError(angle)


COLOUR_WORDS: Mapping[str, Mapping[str, float]] = {
    **{f"(?:{name})s?": _aspects(VALUES[name]) for name in sorted(VALUES, key=len, reverse=True)},
    **GREYS,
}
"""Every name as an expression with the aspects it asks for, in the form of `recsys.looks.vocabulary`."""
