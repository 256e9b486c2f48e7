"""The few colours a picture is made of, as swatches."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys.looks.colour import lab, name_of

SWATCHES = 5
"""At most; fewer where a picture has fewer colours."""

_ROUNDS = 8
_MERGE = 14.0  # ΔE below which two swatches are one colour to the eye
_MIN_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour and how much of the picture it covers."""

    rgb: tuple[int, int, int]
    share: float
    """0 to 1."""

    @property
    def name(self) -> str:
        """Plain name of the colour."""
        return name_of(self.rgb)

    @property
    def hex(self) -> str:
        """As written in style sheets: "#1a2b3c"."""
        return "#{:02x}{:02x}{:02x}".format(*self.rgb)


def palette(rgb: NDArray[np.uint8]) -> tuple[Swatch, ...]:
    """Dominant colours of a picture (h, w, 3), largest share first.

    k-means in L*a*b* from a farthest-point start, so that a small bright accent is not averaged away and the
    same picture always gives the same swatches.
    """
    pixels = rgb.reshape(-1, 3)
    pixels = pixels[:: max(1, len(pixels) // 4096)]
    points = lab(pixels)
    centres = _farthest(points, SWATCHES + 2)
    labels = np.zeros(len(points), np.int64)
    for _ in range(_ROUNDS):
        labels = ((points[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
        for k in range(len(centres)):
            members = points[labels == k]
            if len(members):
                centres[k] = members.mean(axis=0)
    labels = _merge(centres, labels)
    groups = [pixels[labels == k] for k in np.unique(labels)]
    groups.sort(key=len, reverse=True)
    swatches: list[Swatch] = []
    for group in groups[:SWATCHES]:
        share = len(group) / len(pixels)
        if share >= _MIN_SHARE or not swatches:
            red, green, blue = (round(float(part)) for part in group.mean(axis=0))
            swatches.append(Swatch((red, green, blue), round(share, 3)))
    return tuple(swatches)


def pack(swatches: tuple[Swatch, ...]) -> NDArray[np.uint8]:
    """Swatches as figures, (SWATCHES, 4): red, green, blue, percent; absent ones have percent 0."""
    rows = np.zeros((SWATCHES, 4), np.uint8)
    for row, swatch in zip(rows, swatches, strict=False):
        row[:] = (*swatch.rgb, max(1, round(swatch.share * 100)))
    return rows


def unpack(rows: NDArray[np.uint8]) -> tuple[Swatch, ...]:
    """The swatches that `pack` wrote."""
    return tuple(
        Swatch((int(red), int(green), int(blue)), int(percent) / 100)
        for red, green, blue, percent in rows
        if percent
    )


def _farthest(points: np.ndarray, count: int) -> np.ndarray:
    """Start from the mean, then always the point at a high quantile of distance from those chosen."""
    chosen = [points.mean(axis=0)]
    for _ in range(count - 1):
        distance = np.min([((points - centre) ** 2).sum(axis=1) for centre in chosen], axis=0)
        # The 98th percentile and not the maximum: single odd pixels are compression noise.
        rank = int(0.98 * (len(points) - 1))
        chosen.append(points[np.argpartition(distance, rank)[rank]])
    return np.array(chosen)


def _merge(centres: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Give centres that look alike one label."""
    to = np.arange(len(centres))
    for k in range(len(centres)):
        for j in range(k):
            if to[j] == j and np.linalg.norm(centres[k] - centres[j]) < _MERGE:
                to[k] = j
                break
    return np.asarray(to[labels])
