"""The two halves of a look model while serving, run by ONNX Runtime: pictures and phrases to features."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from data.onnx_model import open_onnx
from recsys.types import FloatArray

SIDE = 224
"""Pixels of the square that the starter's backbone sees."""

_BATCH = 16


class ImageTower(Protocol):
    """Pictures to feature vectors."""

    side: int
    """Height and width in pixels of what it is given."""

    def features(self, pictures: NDArray[np.uint8]) -> FloatArray:
        """(n, side, side, 3) sRGB to (n, width)."""
        ...


class TextTower(Protocol):
    """Phrases to feature vectors."""

    def encode(self, sentences: Sequence[str]) -> FloatArray:
        """(n, width)."""
        ...


class OnnxImageTower:
    """An image tower in one ONNX file with the input (n, 3, side, side) and one output (n, width)."""

    def __init__(self, path: Path, side: int, mean: Sequence[float], std: Sequence[float]) -> None:
        """`mean` and `std` are by channel, of values 0 to 1. Nothing is loaded before the first picture."""
        self.side = side
        self._path = path
        self._mean, self._std = np.array(mean, np.float32), np.array(std, np.float32)

    def features(self, pictures: NDArray[np.uint8]) -> FloatArray:
        """See `ImageTower`."""
        parts = []
        for start in range(0, len(pictures), _BATCH):
            scaled = (pictures[start : start + _BATCH].astype(np.float32) / 255 - self._mean) / self._std
            planes = np.ascontiguousarray(scaled.transpose(0, 3, 1, 2))
            parts.append(self._session.run(None, {self._session.get_inputs()[0].name: planes})[0])
        if not parts:
            return np.zeros((0, self._session.get_outputs()[0].shape[-1]), np.float32)
        return np.concatenate(parts).astype(np.float32)

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime publishes no types
        return open_onnx(self._path)


class OnnxTextTower:
    """A CLIP text tower in one ONNX file, token ids (n, context) to (n, width), and its tokenizer."""

    def __init__(self, path: Path, tokenizer: Path, context: int) -> None:
        self._path, self._tokenizer_file, self._context = path, tokenizer, context

    def encode(self, sentences: Sequence[str]) -> FloatArray:
        """See `TextTower`."""
        tokens = self._tokenizer.encode_batch(list(sentences))
        ids = np.array([one.ids for one in tokens], np.int64).reshape(len(sentences), self._context)
        return np.asarray(self._session.run(None, {self._session.get_inputs()[0].name: ids})[0], np.float32)

    @cached_property
    def _tokenizer(self) -> Any:  # noqa: ANN401 - tokenizers publishes no types
        from tokenizers import Tokenizer

        # The file itself says how phrases are cut and filled up to the context.
        return Tokenizer.from_file(str(self._tokenizer_file))

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime publishes no types
        return open_onnx(self._path)
