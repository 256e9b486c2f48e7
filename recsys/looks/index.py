"""The pictures of many films, searched with FAISS by vector and measured aspects at once.

A picture is stored as its vector and its aspects side by side, a question likewise as direction and weights,
so that one inner product is the whole score and the search stays exact in both parts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import BadInput
from recsys.looks.aspects import AspectScale
from recsys.looks.folder import Contents, IndexFolder, Picture
from recsys.looks.model import LookModel, Seen
from recsys.looks.query import LookQuery
from recsys.types import FloatArray

_SAMPLE = 4000
_PRIOR = 50  # pictures' worth of trust in equal spread along all directions, for small collections


@dataclass(frozen=True, slots=True)
class LookHit:
    """The picture of a film that fits best."""

    row: int
    """Of the picture in the index."""
    film_id: str
    score: float
    """Standard deviations above the collection's mean; the two parts sum to it."""
    embedded: float
    measured: float


class LookIndex:
    """All pictures in memory, 1.5 kB each. Never changes once made."""

    def __init__(
        self, contents: Contents, scale: AspectScale, fingerprint: str, attribution: Sequence[str] = ()
    ) -> None:
        self.pictures: tuple[Picture, ...] = contents.pictures
        self.attribution = tuple(attribution)
        self.fingerprint = fingerprint
        self._figures, self._palettes, self._vectors = contents.figures, contents.palettes, contents.vectors
        self._rows: dict[str, list[int]] = {}
        for row, picture in enumerate(self.pictures):
            self._rows.setdefault(picture.film_id, []).append(row)
        if not self.pictures:
            return
        aspects = scale.score(contents.figures.astype(np.float32))
        self._width = contents.vectors.shape[1]
        self._mean, self._covariance = _spread(contents.vectors)
        self._store: FloatArray = np.concatenate([contents.vectors.astype(np.float32), aspects], axis=1)

    @classmethod
    def load(cls, folder: Path) -> tuple["LookIndex", LookModel]:
        """Read an index folder with its model. Raises StarterPackError with the mend."""
        stored = IndexFolder.open(folder)
        model = LookModel.load(stored.model_folder)
        return cls(stored.contents(), model.scale, model.fingerprint, stored.attribution), model

    @cached_property
    def _faiss(self) -> Any:  # noqa: ANN401 - faiss types miss what Python gives
        """An exact index: 100,000 pictures are scanned in milliseconds; half precision would take longer.

        Made when first searched: a chat that is never asked for looks starts without FAISS.
        """
        index = _faiss().IndexFlatIP(self._store.shape[1])
        index.add(self._store)
        return index

    def __len__(self) -> int:
        return len(self.pictures)

    @property
    def film_ids(self) -> tuple[str, ...]:
        """Every film with a picture here."""
        return tuple(self._rows)

    def of_film(self, film_id: str) -> Seen | None:
        """What is kept of a film's own pictures; None where there are none."""
        rows = self._rows.get(film_id)
        if not rows:
            return None
        return Seen(
            self._vectors[rows].astype(np.float32),
            self._figures[rows].astype(np.float32),
            self._palettes[rows],
        )

    def figures(self, row: int) -> FloatArray:
        """(figures,) of one picture."""
        return np.asarray(self._figures[row], np.float32)

    def palette(self, row: int) -> NDArray[np.uint8]:
        """(swatches, 4) of one picture."""
        return np.asarray(self._palettes[row])

    def search(self, query: LookQuery, count: int, only: Iterable[str] | None = None) -> list[LookHit]:
        """The `count` best films, each by its best picture, best first; `only` limits the films.

        Raises BadInput if the question was made with another model.
        """
        self._check(query)
        if not self.pictures or count < 1:
            return []
        rows = None if only is None else self._rows_of(only)
        limit = len(self.pictures) if rows is None else len(rows)
        joined = self._joined(query)
        wanted = count
        while True:
            wanted = min(limit, wanted * 4)
            found = self._nearest(joined, wanted, rows)
            films = dict.fromkeys(self.pictures[row].film_id for row in found)
            if len(films) >= count or wanted >= limit:
                break
        best: dict[str, LookHit] = {}
        for row in found:
            film_id = self.pictures[row].film_id
            if film_id not in best and len(best) < count:
                best[film_id] = self._hit(row, joined)
        return list(best.values())

    def best_pictures(self, query: LookQuery, count: int) -> list[LookHit]:
        """The `count` best pictures, best first, however many are of one film. Raises as `search` does."""
        self._check(query)
        if not self.pictures or count < 1:
            return []
        joined = self._joined(query)
        return [self._hit(row, joined) for row in self._nearest(joined, min(count, len(self.pictures)), None)]

    def score(self, query: LookQuery) -> FloatArray:
        """(pictures,) the score of every picture, for blending with other scores and for evaluation."""
        self._check(query)
        return np.asarray(self._store @ self._joined(query) - self._offset(query), np.float32)

    def best_rows(self, scores: FloatArray) -> dict[str, int]:
        """By film, the row of its best picture."""
        return {film_id: rows[int(np.argmax(scores[rows]))] for film_id, rows in self._rows.items()}

    def _check(self, query: LookQuery) -> None:
        if query.fingerprint != self.fingerprint:
            raise BadInput(
                "This look index was made with another model than the question; their vectors cannot be "
                "compared. Ask with the model that lies in the index folder, or index the pictures again."
            )

    def _joined(self, query: LookQuery) -> FloatArray:
        """Direction and weights side by side, each scaled to one standard deviation over the collection."""
        variance = float(query.vector @ self._covariance @ query.vector)
        spread = max(variance, 1e-9) ** 0.5
        embedded = (1 - query.measured) / spread * query.vector
        return np.concatenate([embedded, query.measured * query.aspects]).astype(np.float32)

    def _offset(self, query: LookQuery) -> float:
        return float(self._joined(query)[: self._width] @ self._mean)

    def _hit(self, row: int, joined: FloatArray) -> LookHit:
        stored = self._store[row]
        embedded = float(joined[: self._width] @ (stored[: self._width] - self._mean))
        measured = float(joined[self._width :] @ stored[self._width :])
        return LookHit(row, self.pictures[row].film_id, embedded + measured, embedded, measured)

    def _rows_of(self, films: Iterable[str]) -> NDArray[np.int64]:
        rows = [row for film_id in films for row in self._rows.get(film_id, ())]
        return np.array(sorted(rows), np.int64)

    def _nearest(self, joined: FloatArray, count: int, rows: NDArray[np.int64] | None) -> list[int]:
        if count == 0:
            return []
        parameters = None if rows is None else _only(rows, len(self.pictures))
        _, found = self._faiss.search(joined[None], count, params=parameters)
        return [int(row) for row in found[0] if row >= 0]


def _spread(vectors: NDArray[np.float16]) -> tuple[FloatArray, FloatArray]:
    """Mean (width,) and covariance (width, width), shrunk for small collections."""
    sample = vectors[:: max(1, len(vectors) // _SAMPLE)].astype(np.float32)
    mean = sample.mean(axis=0)
    centred = sample - mean
    width = sample.shape[1]
    equal = np.eye(width, dtype=np.float32) / width
    trust = len(sample) / (len(sample) + _PRIOR)
    return mean, np.asarray(
        trust * (centred.T @ centred) / len(sample) + (1 - trust) * equal * 0.5, np.float32
    )


def _faiss() -> Any:  # noqa: ANN401 - faiss types miss what Python gives
    import faiss

    return faiss


def _only(rows: NDArray[np.int64], total: int) -> Any:  # noqa: ANN401 - faiss types miss what Python gives
    """Limits a search to some rows."""
    bits = np.zeros(total, np.bool_)
    bits[rows] = True
    faiss = _faiss()
    return faiss.SearchParameters(sel=faiss.IDSelectorBitmap(np.packbits(bits, bitorder="little")))
