"""Faces in a picture, where a detector sees them: CenterFace (Xu et al., arXiv 1911.03599) in one ONNX file.

Only how many there are and how large the largest is gets kept; nothing that tells one face from another.
"""

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from data.onnx_model import open_onnx
from recsys.types import FloatArray

FACE_FIGURES: tuple[str, ...] = ("face", "faces")
"""The largest face's share of the picture, and how many there are, as a share of `MOST`."""

MOST = 8
"""More faces than that are a crowd like any other."""

LONGER_SIDE = 320
"""Pixels at which the detector looks; a face of a tenth of the width is found."""

_CELL, _STRIDE = 32, 4
_SURE = 0.5
_OVERLAP = 0.3
"""Intersection over union above which two boxes are one face."""


class FaceDetector:
    """Finds faces. Nothing is loaded before the first picture."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, picture: NDArray[np.uint8]) -> FloatArray:
        """(faces, 4) left, top, right, bottom of a picture (h, w, 3), as shares of width and height."""
        image = Image.fromarray(picture)
        scale = LONGER_SIDE / max(image.size)
        width, height = (max(_CELL, round(side * scale / _CELL) * _CELL) for side in image.size)
        resized = image.resize((width, height), Image.Resampling.BICUBIC)
        planes = np.asarray(resized, np.float32).transpose(2, 0, 1)[None]
        heat, sizes, offsets, _ = self._session.run(None, {self._session.get_inputs()[0].name: planes})
        rows, columns = np.nonzero(heat[0, 0] > _SURE)
        high, wide = np.exp(sizes[0][:, rows, columns]) * _STRIDE
        y = (rows + offsets[0, 0, rows, columns] + 0.5) * _STRIDE
        x = (columns + offsets[0, 1, rows, columns] + 0.5) * _STRIDE
        boxes = np.stack([x - wide / 2, y - high / 2, x + wide / 2, y + high / 2], axis=1)
        boxes = np.clip(boxes / (width, height, width, height), 0, 1).astype(np.float32)
        return _apart(boxes, heat[0, 0, rows, columns])

    def figures(self, picture: NDArray[np.uint8]) -> FloatArray:
        """(2,) in the order of `FACE_FIGURES`."""
        boxes = self.find(picture)
        if not len(boxes):
            return np.zeros(len(FACE_FIGURES), np.float32)
        return np.array([_areas(boxes).max(), min(len(boxes), MOST) / MOST], np.float32)

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime publishes no types
        return open_onnx(self._path)


def _areas(boxes: FloatArray) -> FloatArray:
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def _apart(boxes: FloatArray, scores: FloatArray) -> FloatArray:
    """The surest box of each face: of boxes that overlap, the lesser ones go."""
    left = list(np.argsort(-scores))
    kept: list[int] = []
    areas = _areas(boxes)
    while left:
        best = left.pop(0)
        kept.append(best)
        corner = np.maximum(boxes[best, :2], boxes[left, :2])
        inside = np.maximum(np.minimum(boxes[best, 2:], boxes[left, 2:]) - corner, 0).prod(axis=1)
        union = areas[best] + areas[left] - inside
        left = [
            one
            for one, share in zip(left, inside / np.maximum(union, 1e-9), strict=True)
            if share <= _OVERLAP
        ]
    return np.asarray(boxes[kept], np.float32)
