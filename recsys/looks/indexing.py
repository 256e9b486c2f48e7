"""Adds pictures to an index, a part at a time."""

from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from recsys.looks.folder import IndexFolder, Picture
from recsys.looks.model import LookModel

BATCH = 128
"""Pictures a part; a killed process loses at most these."""


class Indexer:
    """Collects pictures and writes them to the index in parts.

    What is collected is written on leaving, too.
    """

    def __init__(self, index: IndexFolder, model: LookModel, batch: int = BATCH) -> None:
        self._index, self._model, self._batch = index, model, batch
        self._known = set(index.known())
        self._waiting: list[tuple[Picture, NDArray[np.uint8]]] = []
        self.added = 0
        """Pictures written or waiting to be."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write()

    def has(self, film_id: str, key: str) -> bool:
        """Whether that picture of that film is in the index already."""
        return (film_id, key) in self._known

    def add(self, picture: Picture, pixels: NDArray[np.uint8]) -> None:
        """Take a picture (h, w, 3) in; one that is there already is left out."""
        if self.has(picture.film_id, picture.key):
            return
        self._known.add((picture.film_id, picture.key))
        self._waiting.append((picture, pixels))
        self.added += 1
        if len(self._waiting) >= self._batch:
            self._write()

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            seen = self._model.look_at([pixels for _, pixels in waiting])
            self._index.append([picture for picture, _ in waiting], seen)
