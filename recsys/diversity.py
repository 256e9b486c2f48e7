"""Maximal marginal relevance: a list that is good and not five times the same film.

Carbonell & Goldstein, "The Use of MMR, Diversity-Based Reranking", 1998.
"""

import numpy as np

from recsys.tuning import RELEVANCE_SHARE
from recsys.types import BoolArray, FloatArray, IntArray

GENRE_SHARE = 0.8
"""Share of genres in how alike two films are; the rest is their content."""

POOL = 200
"""How many of the best candidates are reranked."""


def mmr(
    relevance: FloatArray, vectors: FloatArray, count: int, relevance_share: float = RELEVANCE_SHARE
) -> IntArray:
    """Positions of `count` candidates, best first.

    `relevance` is (candidates,), `vectors` (candidates, rank) unit rows whose inner product says how alike
    two films are. Each step takes the largest lambda * relevance - (1 - lambda) * likeness to what was taken,
    with relevance brought to 0..1 over the candidates.
    """
    n = len(relevance)
    if n == 0:
        return np.empty(0, np.int32)
    low = relevance.min()
    gain = relevance_share * (relevance - low) / max(float(relevance.max() - low), 1e-9)
    likeness = np.zeros(n, np.float32)
    open_ = np.zeros(n, np.float32)
    taken = np.empty(min(count, n), np.int32)
    for place in range(len(taken)):
        best = int(np.argmax(gain - (1 - relevance_share) * likeness + open_))
        taken[place] = best
        open_[best] = -np.inf
        np.maximum(likeness, vectors @ vectors[best], out=likeness)
    return taken


def likeness_vectors(genres: BoolArray | FloatArray, dense: FloatArray) -> FloatArray:
    """(films, rank) rows whose inner product joins likeness of content and of genres, at most 1.

    `genres` is (films, genres) membership, `dense` (films, rank) unit rows.
    """
    members = genres.astype(np.float32)
    lengths = np.maximum(np.linalg.norm(members, axis=1, keepdims=True), 1)
    halves = np.sqrt(1 - GENRE_SHARE) * dense, np.sqrt(GENRE_SHARE) * members / lengths
    return np.concatenate(halves, axis=1).astype(np.float32)
