"""The training pictures as figures and features, computed once and kept in a cache."""

import hashlib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from recsys.looks import colour, figures, palette
from recsys.looks import faces as faces_module
from recsys.looks.faces import FaceDetector
from recsys.looks.model import figures_of, reduced, squared
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
    faces: FaceDetector,
    cache: Path,
    progress: Progress,
) -> Material:
    """Measure and pass through the image tower the pictures of these names; `picture` reads one.

    Features are found again in the cache by the names and the tower, figures by the names and how they are
    measured.
    """
    cache.mkdir(parents=True, exist_ok=True)
    listed = "\n".join(names).encode()
    seen = cache / f"features-{_digest(listed, tower_file.read_bytes())}.npz"
    measured = (
        cache / f"figures-{_digest(listed, *map(_source, (colour, figures, palette, faces_module)))}.npz"
    )
    if not seen.exists():
        np.savez(seen, features=_features(names, picture, tower, progress))
    if not measured.exists():
        rows = []
        for number, name in enumerate(names, start=1):
            whole = picture(name)
            small = reduced(whole)
            rows.append((figures_of(whole, small, faces), palette.pack(palette.palette(small))))
            progress("measuring pictures", number, len(names))
        np.savez(measured, figures=[row[0] for row in rows], palettes=[row[1] for row in rows])
    with np.load(seen, allow_pickle=False) as one, np.load(measured, allow_pickle=False) as other:
        return Material(tuple(names), one["features"], other["figures"], other["palettes"])


def _features(
    names: Sequence[str],
    picture: Callable[[str], NDArray[np.uint8]],
    tower: ImageTower,
    progress: Progress,
) -> FloatArray:
    """(views, pictures, tower width)."""
    views: list[list[FloatArray]] = [[], []]
    for start in range(0, len(names), _BATCH):
        batch = [picture(name) for name in names[start : start + _BATCH]]
        cut = [_mirrored_cut(one) for one in batch]
        for view, given in zip(views, (batch, cut), strict=True):
            view.append(tower.features(np.stack([squared(one, tower.side) for one in given])))
        progress("looking at pictures", min(start + _BATCH, len(names)), len(names))
    return np.stack([np.concatenate(view) for view in views])


def _digest(*contents: bytes) -> str:
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in contents)).hexdigest()[:16]


def _source(module: ModuleType) -> bytes:
    return inspect.getsource(module).encode()


def _mirrored_cut(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Another view of the same: mirrored, a tenth of each margin away."""
    height, width = picture.shape[:2]
    down, across = height // 12, width // 12
    return np.ascontiguousarray(
        picture[down : height - down or None, across : width - across or None][:, ::-1]
    )
