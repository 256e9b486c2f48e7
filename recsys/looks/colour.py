"""Colour as people see it: CIE L*a*b*, hue angles and plain names."""

import numpy as np

from recsys.types import FloatArray

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]],
    np.float32,
)
_WHITE = np.array([0.95047, 1.0, 1.08883], np.float32)  # D65

NAMED: dict[str, tuple[int, int, int]] = {
    "black": (12, 12, 14),
    "charcoal": (54, 56, 60),
    "grey": (128, 128, 128),
    "silver": (190, 192, 195),
    "white": (248, 248, 246),
    "cream": (244, 234, 208),
    "beige": (212, 190, 155),
    "brown": (110, 70, 40),
    "dark brown": (58, 38, 26),
    "maroon": (96, 18, 28),
    "red": (205, 30, 35),
    "brick": (160, 70, 55),
    "salmon": (240, 145, 125),
    "pink": (240, 160, 190),
    "magenta": (205, 40, 140),
    "orange": (235, 125, 30),
    "peach": (250, 205, 170),
    "gold": (205, 160, 50),
    "yellow": (245, 220, 60),
    "olive": (110, 110, 45),
    "lime": (160, 215, 60),
    "green": (45, 135, 60),
    "dark green": (25, 60, 38),
    "mint": (175, 230, 200),
    "teal": (20, 125, 130),
    "turquoise": (70, 200, 200),
    "sky blue": (135, 195, 235),
    "blue": (40, 85, 185),
    "navy": (22, 32, 75),
    "lavender": (195, 180, 230),
    "purple": (110, 50, 145),
}
"""Plain colour names and a typical sRGB value of each."""


def lab(rgb: np.ndarray) -> FloatArray:
    """CIE L*a*b* (D65) of sRGB values 0 to 255, same shape (..., 3). L* is 0 to 100."""
    scaled = np.asarray(rgb, np.float32) / 255
    linear = np.where(scaled <= 0.04045, scaled / 12.92, ((scaled + 0.055) / 1.055) ** 2.4)
    ratio = (linear @ _TO_XYZ.T) / _WHITE
    curved = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    x, y, z = curved[..., 0], curved[..., 1], curved[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)


def chroma(lab_values: FloatArray) -> FloatArray:
    """Colourfulness C* = √(a*² + b*²) of L*a*b* values (..., 3)."""
    return np.hypot(lab_values[..., 1], lab_values[..., 2])


def hue(lab_values: FloatArray) -> FloatArray:
    """Hue angle in degrees, 0 to 360: about 30 red, 60 orange, 95 yellow, 140 green, 200 teal, 280 blue."""
    return np.degrees(np.arctan2(lab_values[..., 2], lab_values[..., 1])) % 360


def name_of(rgb: tuple[int, int, int]) -> str:
    """The plain name nearest to a colour, by Euclidean distance in L*a*b* (ΔE 1976)."""
    distances = np.linalg.norm(_NAMED_LAB - lab(np.array(rgb)), axis=1)
    return _NAMES[int(distances.argmin())]


_NAMES = tuple(NAMED)
_NAMED_LAB = lab(np.array(list(NAMED.values())))
