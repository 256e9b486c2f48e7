"""Measures of ranked lists, over many users at once."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys.types import BoolArray, DoubleArray, FloatArray, IntArray


def top(scores: FloatArray, k: int) -> IntArray:
    """(users, k) columns of the highest scores of (users, columns), best first."""
    best = np.argpartition(-scores, k - 1, axis=1)[:, :k]
    order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1, kind="stable")
    return np.take_along_axis(best, order, axis=1).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Hits:
    """Ranked lists held against what was relevant; users without anything relevant are left out."""

    hits: BoolArray
    """(users, k)"""
    relevant: IntArray
    """(users,) at least 1."""

    @staticmethod
    def of(ranked: IntArray, relevant: sp.csr_array) -> "Hits":
        """`ranked` (users, k) columns, `relevant` (users, columns) CSR, non-zero where relevant."""
        counts = np.diff(relevant.indptr)
        kept = np.flatnonzero(counts > 0)
        hits = np.zeros((len(kept), ranked.shape[1]), np.bool_)
        for row, user in enumerate(kept):
            wanted = relevant.indices[relevant.indptr[user] : relevant.indptr[user + 1]]
            hits[row] = np.isin(ranked[user], wanted)
        return Hits(hits, counts[kept].astype(np.int32))

    def ndcg(self) -> DoubleArray:
        """(users,) binary NDCG, the ideal over min(k, relevant)."""
        discounts = 1 / np.log2(np.arange(2, self.hits.shape[1] + 2))
        ideal = np.cumsum(discounts)[np.minimum(self.relevant, self.hits.shape[1]) - 1]
        return np.asarray((self.hits @ discounts) / ideal)

    def recall(self) -> DoubleArray:
        """(users,) hits / relevant."""
        return np.asarray(self.hits.sum(axis=1) / self.relevant)

    def hit_rate(self) -> float:
        """Share of users with at least one hit."""
        return float(self.hits.any(axis=1).mean())


def gini(counts: IntArray) -> float:
    """How unevenly recommendations fall on films: 0 all alike, 1 all on one."""
    ordered = np.sort(counts).astype(np.float64)
    n = len(ordered)
    total = ordered.sum()
    return float((2 * np.arange(1, n + 1) - n - 1) @ ordered / (n * total)) if total else 0.0


def novelty(ranked: IntArray, counts: IntArray, n_users: int) -> float:
    """Mean self-information in bits of the films shown, by how many users rated them."""
    information = -np.log2(np.maximum(counts, 1) / n_users)
    return float(information[ranked].mean())


def intra_list_diversity(ranked: IntArray, vectors: FloatArray) -> DoubleArray:
    """(users,) mean 1 - cosine over all pairs of a list; `vectors` (columns, rank) of any length."""
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    unit = (vectors / lengths)[ranked]
    k = ranked.shape[1]
    alike = np.einsum("uif,ujf->u", unit, unit) - np.einsum("uif,uif->u", unit, unit)
    return np.asarray(1 - alike / (k * (k - 1)), np.float64)


def paired_interval(
    first: DoubleArray, second: DoubleArray, *, rng: np.random.Generator, draws: int = 2000
) -> tuple[float, float]:
    """95% bootstrap interval of the mean difference first - second over the same users."""
    difference = first - second
    n = len(difference)
    means = np.array([difference[rng.integers(0, n, n)].mean() for _ in range(draws)])
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)
