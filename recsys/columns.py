"""Which films a model knows: the map between catalogue indices and the model's own columns."""

import numpy as np
from numpy.typing import NDArray

from recsys.types import FloatArray, IntArray


class Columns:
    """The films of a model, in the order of its columns.

    `films` is (columns,) catalogue indices; `position` is (catalogue size,) with -1 for a film not known.
    """

    def __init__(self, films: IntArray, n_films: int) -> None:
        self.films = films
        self.position = np.full(n_films, -1, np.int32)
        self.position[films] = np.arange(len(films), dtype=np.int32)

    def __len__(self) -> int:
        return len(self.films)

    def known(self, items: IntArray, weights: FloatArray) -> tuple[IntArray, FloatArray]:
        """Columns and weights of those of `items` that the model knows."""
        columns = self.position[items]
        return columns[columns >= 0], weights[columns >= 0]

    def spread(self, scores: FloatArray, items: IntArray) -> FloatArray:
        """From (columns,) scores to those of `items`, in that order; NaN for a film not known."""
        columns = self.position[items]
        return np.where(columns >= 0, scores[columns], np.float32(np.nan)).astype(np.float32)


def most_rated(counts: NDArray[np.int_], least: int, most: int) -> IntArray:
    """Ascending indices of the films with at least `least` ratings, of them the `most` most rated."""
    films = np.flatnonzero(counts >= least)
    if len(films) > most:
        films = np.sort(films[np.argsort(-counts[films], kind="stable")[:most]])
    return films.astype(np.int32)
