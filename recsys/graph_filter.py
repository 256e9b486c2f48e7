"""The closed-form graph filter: what a trained graph network converges to, without the training.

Shen et al., "How Powerful is Graph Convolution for Recommendation?" (GF-CF), 2021. Ratings and facts are one
graph: users, people, genres and keywords are nodes that films hang on. Each node-film matrix is normalised by
degrees on both sides; the filter keeps its smoothest directions, the leading right singular vectors, found by
randomised subspace iteration (Halko, Martinsson & Tropp, 2011).
"""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from pydantic import BaseModel, ConfigDict, Field

from recsys.types import FloatArray

OVERSAMPLING, ITERATIONS = 24, 6


class GraphFilterConfig(BaseModel):
    """How the filter is made."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rank: int = Field(128, ge=1)
    """How many smooth directions are kept."""
    facts: float = Field(0.5, ge=0)
    """Weight of facts (people, genres, keywords) beside ratings; 0 leaves them out."""
    film_power: float = Field(0.5, ge=0, le=1)
    """Films' degrees are divided out to this power; 0.5 is the symmetric normalisation."""
    user_power: float = Field(0.5, ge=0, le=1)
    sharpness: float = Field(0.0, ge=0)
    """Directions are weighted by their singular value to this power; 0 is the ideal low-pass filter."""


@dataclass(frozen=True, slots=True)
class GraphFilter:
    """A viewer's ratings go in at their films' `inward` vectors and come out at others' `outward` ones."""

    inward: FloatArray
    """(films, rank) float32: a film's place in the smooth directions, seen as evidence."""
    outward: FloatArray
    """(films, rank) float32: the same, seen as a candidate."""

    @staticmethod
    def fit(
        ratings: sp.csr_array,
        facts: sp.csr_array | None,
        config: GraphFilterConfig,
        *,
        rng: np.random.Generator,
    ) -> "GraphFilter":
        """`ratings` (users, films) of positive grades; `facts` (nodes, films) of weights, or None."""
        parts, degrees = _normalised(ratings, config)
        stacked = parts
        if facts is not None and config.facts > 0:
            other, _ = _normalised(facts, config)
            stacked = sp.csr_array(sp.vstack([parts, config.facts * other]))
        values, vectors = _leading(stacked, min(config.rank, *stacked.shape), rng)
        weight = (values / values.max()) ** config.sharpness
        directions = vectors * np.sqrt(weight)
        # A film nobody rated has no degree to divide by; it takes part through its facts alone.
        degrees = np.maximum(degrees, np.median(degrees[degrees > 0]) if degrees.any() else 1.0)
        scale = (degrees / degrees.mean())[:, None] ** config.film_power
        return GraphFilter((directions / scale).astype(np.float32), (directions * scale).astype(np.float32))

    def score_rows(self, ratings: sp.csr_array) -> FloatArray:
        """(users, films) scores of many viewers at once."""
        return np.asarray((ratings @ self.inward) @ self.outward.T, np.float32)


def _leading(matrix: sp.csr_array, rank: int, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Leading singular values (rank,) and right singular vectors (columns, rank), largest first."""
    width = min(rank + OVERSAMPLING, *matrix.shape)
    basis = rng.standard_normal((matrix.shape[1], width)).astype(np.float32)
    for _ in range(ITERATIONS):
        basis, _ = np.linalg.qr(matrix.T @ (matrix @ basis))
    small = matrix @ basis
    squares, rotation = np.linalg.eigh(small.T @ small)
    order = np.argsort(-squares)[:rank]
    return np.sqrt(np.maximum(squares[order], 0)), np.asarray(basis @ rotation[:, order], np.float32)


def _normalised(matrix: sp.csr_array, config: GraphFilterConfig) -> tuple[sp.csr_array, FloatArray]:
    rows = np.asarray(matrix.sum(axis=1), np.float64)
    columns = np.asarray(matrix.sum(axis=0), np.float64)
    left = np.maximum(rows, 1e-9) ** -config.user_power * (rows > 0)
    right = np.maximum(columns, 1e-9) ** -config.film_power * (columns > 0)
    # On the bare numbers: products with diagonal matrices would copy the whole, in twice the width.
    data = matrix.data * np.repeat(left.astype(np.float32), np.diff(matrix.indptr))
    data *= right.astype(np.float32)[matrix.indices]
    scaled = sp.csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)
    return scaled, columns.astype(np.float32)
