"""What can be measured in a picture: light, colour, contrast, balance, emptiness, texture.

Every figure is a number that grows with what its name says; most are shares of the picture, 0 to 1.
"""

import numpy as np
from numpy.typing import NDArray

from recsys.looks.colour import chroma, hue, lab
from recsys.looks.faces import FACE_FIGURES
from recsys.types import FloatArray

HUES: dict[str, tuple[float, float]] = {
    "red": (5.0, 48.0),
    "orange": (48.0, 75.0),
    "yellow": (75.0, 108.0),
    "green": (108.0, 172.0),
    "teal": (172.0, 238.0),
    "blue": (238.0, 305.0),
    "purple": (305.0, 335.0),
    "pink": (335.0, 5.0),
}
"""Sectors of the L*a*b* hue circle, degrees."""

OF_PIXELS: tuple[str, ...] = (
    "lightness",
    "dark",
    "very_dark",
    "bright",
    "contrast",
    "saturation",
    "colourless",
    "most_chroma",
    "vivid",
    *HUES,
    "pastel",
    "gold",
    "icy",
    "sepia",
    "teal_and_orange",
    "neon",
    "warm",
    "flat",
    "emptiness",
    "symmetry",
    "edges",
    "texture",
    "hue_variety",
    "shadow_contrast",
)
"""Names of what `measure` gives, in its order."""

FIGURES: tuple[str, ...] = (*OF_PIXELS, *FACE_FIGURES)
"""Names of all figures of a picture, in the order of the array."""

Channel = FloatArray


def measure(rgb: NDArray[np.uint8]) -> FloatArray:
    """All figures of one picture (h, w, 3) but the faces, in the order of `OF_PIXELS`.

    Made for pictures about 128 pixels wide.
    """
    values = lab(rgb)
    light, colour, angle = values[..., 0], chroma(values), hue(values)
    tinted = colour > 14
    shares = {name: _share(tinted & _between(angle, *sector)) for name, sector in HUES.items()}
    # Colourfulness is felt, not counted: a hue's share weighs pale pixels less than strong ones.
    felt = np.clip((colour - 8) / 32, 0, 1)
    by_hue = {name: float((felt * _between(angle, *sector)).mean()) for name, sector in HUES.items()}
    edges = _gradient(light)
    flat = _flat(light)
    dark, very_dark = _share(light < 25), _share(light < 12)
    glowing = (colour > 42) & (light > 30)
    # Signs glow pink, violet, blue, green; red ones too, but much of what is red is paint.
    neon_light = _share(glowing & ~_between(angle, 20, 110)) + 0.7 * _share(glowing & _between(angle, 20, 45))
    cool, warm = (float((felt * _between(angle, *sector)).mean()) for sector in ((172, 285), (45, 80)))
    figures = {
        "lightness": float(light.mean()) / 100,
        "dark": dark,
        "very_dark": very_dark,
        "bright": _share(light > 80),
        "contrast": float(light.std()) / 50,
        "saturation": float(colour.mean()) / 100,
        "colourless": _share(colour < 10),
        "most_chroma": float(np.percentile(colour, 97)) / 100,
        "vivid": _share(colour > 50),
        **{name: 0.5 * (shares[name] + by_hue[name]) for name in HUES},
        "pastel": _share((light > 62) & (colour > 8) & (colour < 42)),
        "gold": _share(_between(angle, 58, 98) & (colour > 26) & (light > 38)),
        "icy": _share(_between(angle, 195, 290) & (colour > 5) & (colour < 48) & (light > 40)),
        "sepia": _share(_between(angle, 50, 100) & (colour > 5) & (colour < 38)),
        "teal_and_orange": 2 * min(cool, warm),
        # A little glowing colour in much darkness; more colour than an eighth of the picture adds nothing.
        "neon": float(np.sqrt(min(1.0, 8 * neon_light) * min(1.0, 1.5 * dark))),
        "warm": float((felt * np.cos(np.radians(angle - 65))).mean()),
        "flat": flat,
        "emptiness": _emptiness(light, colour),
        "symmetry": _symmetry(values),
        "edges": float(edges.mean()) / 10,
        "texture": _texture(light),
        "hue_variety": _variety(np.array(list(by_hue.values()))),
        "shadow_contrast": float(np.sqrt(dark * _share(light > 60))),
    }
    return np.array([figures[name] for name in OF_PIXELS], np.float32)


def _share(mask: np.ndarray) -> float:
    return float(mask.mean())


def _between(angle: Channel, low: float, high: float) -> np.ndarray:
    """Angles within a sector, which may wrap round 360."""
    if low <= high:
        return np.asarray((angle >= low) & (angle < high))
    return np.asarray((angle >= low) | (angle < high))


def _gradient(light: Channel) -> Channel:
    """Length of the lightness gradient, L* per pixel; zero where the picture is one pixel wide or high."""
    across = np.diff(light, axis=1, append=light[:, -1:])
    down = np.diff(light, axis=0, append=light[-1:])
    return np.hypot(across, down)


def _blocks(channel: Channel, size: int) -> Channel:
    """(rows, columns, size²) tiles of a channel; what does not fill a tile is left out."""
    rows, columns = channel.shape[0] // size, channel.shape[1] // size
    if not rows or not columns:
        return channel.reshape(1, 1, -1)
    cut = channel[: rows * size, : columns * size]
    return cut.reshape(rows, size, columns, size).swapaxes(1, 2).reshape(rows, columns, size * size)


def _flat(light: Channel) -> float:
    """Share of small tiles in which nothing happens."""
    return float((_blocks(light, 8).std(axis=2) < 2.5).mean())


def _emptiness(light: Channel, colour: Channel) -> float:
    """Share of the picture that is calm and of its ground's own lightness: sky, wall, snow, black."""
    tiles, tints = _blocks(light, 8), _blocks(colour, 8)
    calm = (tiles.std(axis=2) < 3.5) & (tints.std(axis=2) < 4)
    if not calm.any():
        return 0.0
    means = tiles.mean(axis=2)
    ground = np.median(means[calm])
    return float((calm & (np.abs(means - ground) < 15)).mean())


def _symmetry(values: FloatArray) -> float:
    """Likeness to the own mirror image: 1 for a perfect mirror, about 0 where the halves share nothing.

    One less the halves' difference over the picture's own variation, at the scale of tiles, so that letters
    and noise weigh little; a picture without variation counts as 0, since nothing in it is balanced.
    """
    coarse = np.stack([_blocks(values[..., k], 6).mean(axis=2) for k in range(3)], axis=-1)
    spread = float(np.sqrt(((coarse - coarse.mean(axis=(0, 1))) ** 2).sum(axis=-1).mean()))
    if spread < 2:
        return 0.0
    difference = float(np.sqrt(((coarse - coarse[:, ::-1]) ** 2).sum(axis=-1).mean()))
    return float(np.clip(1 - difference / (spread * np.sqrt(2)), 0, 1))


def _texture(light: Channel) -> float:
    """Fine detail: what is lost by averaging four pixels into one, over the picture's contrast."""
    tiles = _blocks(light, 2)
    return float(tiles.std(axis=2).mean()) / (float(light.std()) + 5)


def _variety(weights: FloatArray) -> float:
    """Entropy of the hues present, 0 for one hue, 1 for all alike."""
    total = float(weights.sum())
    if total < 0.02:
        return 0.0
    parts = weights / total
    return float(-(parts * np.log(parts + 1e-9)).sum() / np.log(len(parts)))
