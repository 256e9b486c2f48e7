"""Sparse item-to-item weights as fixed-width lists: small on disk, memory-mapped, quick to add up."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from recsys.gram import blocks
from recsys.types import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Neighbours:
    """For every column the columns that it speaks for, and how strongly.

    `index` is (columns, k) uint16 or int32, `weight` (columns, k) float16; unused places have weight 0.
    """

    index: NDArray[Any]
    weight: NDArray[Any]

    @staticmethod
    def strongest(weights: FloatArray, k: int) -> "Neighbours":
        """Keep of each row of `weights` (rows, columns) the k entries of largest magnitude."""
        n = weights.shape[1]
        k = min(k, n)
        small = np.uint16 if n <= np.iinfo(np.uint16).max else np.int32
        index = np.empty((len(weights), k), small)
        kept = np.empty((len(weights), k), np.float16)
        # A block of rows at a time: sorting makes places of eight bytes for every weight.
        for span in blocks(len(weights)):
            places = np.argpartition(-np.abs(weights[span]), k - 1, axis=1)[:, :k]
            places.sort(axis=1)
            index[span] = places
            kept[span] = np.take_along_axis(weights[span], places, axis=1)
        return Neighbours(index, kept)

    def accumulate(self, columns: IntArray, values: FloatArray) -> FloatArray:
        """Sum of `values[i]` times the row of `columns[i]`: (columns,) scores."""
        targets = self.index[columns].ravel()
        weights = (self.weight[columns].astype(np.float32) * values[:, None]).ravel()
        return np.bincount(targets, weights, minlength=len(self.index)).astype(np.float32)

    def towards(self, columns: IntArray, targets: IntArray) -> FloatArray:
        """What each of `columns` says of each of `targets`: (len(targets), len(columns))."""
        index, weight = self.index[columns], self.weight[columns]
        # In the index's own narrow type; and few of the many pairs hit, so only those are summed.
        hits = index == np.asarray(targets, index.dtype)[:, None, None]
        target, column, place = np.nonzero(hits)
        said = np.zeros((len(targets), len(columns)), np.float32)
        np.add.at(said, (target, column), weight[column, place].astype(np.float32))
        return said

    def between(self, columns: IntArray, targets: IntArray) -> FloatArray:
        """The larger of what each says of the other, (len(targets), len(columns))."""
        return np.asarray(np.maximum(self.towards(columns, targets), self.towards(targets, columns).T))

    def symmetric(self) -> sp.csr_array:
        """(columns, columns) CSR of the larger of both directions; for weights that are not negative."""
        n, k = self.index.shape
        rows = np.repeat(np.arange(n), k)
        places = (rows, np.asarray(self.index).ravel().astype(np.int32))
        one_way = sp.csr_array((np.asarray(self.weight, np.float32).ravel(), places), shape=(n, n))
        return sp.csr_array(one_way.maximum(one_way.T))
