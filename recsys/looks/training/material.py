"""The training pictures as figures and features, computed once and kept in a cache."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recsys.looks.figures import FIGURES, measure
from recsys.looks.model import reduced, squared
from recsys.looks.palette import pack, palette
from recsys.looks.towers import ImageTower
from recsys.types import FloatArray

Progress = Callable[[str, int, int], None]
"""What is being done, how many are done, how many there are."""

_BATCH = 32


@dataclass(frozen=True, slots=True)
class Material:
    """Pictures as the training sees them."""

    names: tuple[str, ...]
    features: FloatArray
    """(views, pictures, tower width): as it is, and mirrored with the margins cut."""
    figures: FloatArray
    """(pictures, figures) of the first view."""
    palettes: NDArray[np.uint8]

    def subset(self, rows: NDArray[np.int64]) -> "Material":
        """Only these pictures, in this order."""
        return Material(
            tuple(self.names[row] for row in rows),
            self.features[:, rows],
            self.figures[rows],
            self.palettes[rows],
        )


def joined(parts: Sequence[Material]) -> Material:
    """Several materials one after the other."""
    return Material(
        tuple(name for part in parts for name in part.names),
        np.concatenate([part.features for part in parts], axis=1),
        np.concatenate([part.figures for part in parts]),
        np.concatenate([part.palettes for part in parts]),
    )


def gather(
    names: Sequence[str],
    picture: Callable[[str], NDArray[np.uint8]],
    tower: ImageTower,
    tower_file: Path,
    cache: Path,
    progress: Progress,
) -> Material:
    """Measure and pass through the image tower the pictures of these names; `picture` reads one.

    The cache holds features only, and is found again by the names, the tower and the list of figures.
    """
    key = hashlib.sha256("\n".join([*names, *FIGURES]).encode() + tower_file.read_bytes()).hexdigest()[:16]
    kept = cache / f"looks-{key}.npz"
    if kept.exists():
        with np.load(kept, allow_pickle=False) as stored:
            return Material(tuple(names), stored["features"], stored["figures"], stored["palettes"])
    views: list[list[FloatArray]] = [[], []]
    figures, palettes = [], []
    for start in range(0, len(names), _BATCH):
        batch = [picture(name) for name in names[start : start + _BATCH]]
        cut = [_mirrored_cut(one) for one in batch]
        for view, seen in zip(views, (batch, cut), strict=True):
            view.append(tower.features(np.stack([squared(one, tower.side) for one in seen])))
        small = [reduced(one) for one in batch]
        figures += [measure(one) for one in small]
        palettes += [pack(palette(one)) for one in small]
        progress("looking at pictures", min(start + _BATCH, len(names)), len(names))
    material = Material(
        tuple(names),
        np.stack([np.concatenate(view) for view in views]),
        np.stack(figures),
        np.stack(palettes),
    )
    cache.mkdir(parents=True, exist_ok=True)
    np.savez(kept, features=material.features, figures=material.figures, palettes=material.palettes)
    return material


def _mirrored_cut(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Another view of the same: mirrored, a tenth of each margin away."""
    height, width = picture.shape[:2]
    down, across = height // 12, width // 12
    return np.ascontiguousarray(
        picture[down : height - down or None, across : width - across or None][:, ::-1]
    )
