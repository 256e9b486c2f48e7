"""Implicit ALS: factors of films such that any viewer's factor follows from their ratings in closed form.

Hu, Koren & Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", 2008, with the penalty
scaled by frequency as in Rendle et al., "Revisiting the Performance of iALS", 2021:
minimise sum c_ui (1 - x_u.y_i)^2 + alpha0 sum (x_u.y_i)^2 + reg (|R_u| + alpha0 n)^nu |x_u|^2 (films alike).
"""

import numpy as np
import scipy.sparse as sp
from pydantic import BaseModel, ConfigDict, Field
from scipy.linalg import blas, lapack
from threadpoolctl import threadpool_limits

from recsys.types import FloatArray, IntArray


class IalsConfig(BaseModel):
    """How iALS is fitted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    factors: int = Field(64, ge=1)
    epochs: int = Field(12, ge=1)
    unobserved: float = Field(0.1, gt=0)
    """Weight of every unrated pair, which is taken for a zero."""
    reg: float = Field(0.01, gt=0)
    """Penalty on the factors, scaled by how many ratings the row has."""
    power: float = Field(1.0, ge=0, le=1)
    """How strongly the penalty grows with a row's number of ratings."""


class Ials:
    """Learned film factors, and the fold-in of a viewer."""

    def __init__(self, films: FloatArray, config: IalsConfig) -> None:
        self.films = films
        """(columns, factors) float32."""
        self.config = config
        self._background = _background(films, config)

    @staticmethod
    def fit(ratings: sp.csr_array, config: IalsConfig, *, rng: np.random.Generator) -> "Ials":
        """Alternate between viewers and films. `ratings` is (users, columns) CSR of positive grades."""
        n_columns = ratings.shape[1]
        films = rng.normal(0, 0.1 / np.sqrt(config.factors), (n_columns, config.factors)).astype(np.float32)
        by_film = sp.csr_array(ratings.T)
        for _ in range(config.epochs):
            users = _solve_rows(ratings, films, config)
            films = _solve_rows(by_film, users, config)
        return Ials(films, config)

    def precision(self, columns: IntArray, values: FloatArray) -> FloatArray:
        """The viewer's A^-1, (factors, factors): their factor is A^-1 times the sum of weighted films."""
        return _inverse(self.films, self._background, columns, values, self.config)

    def fold_in(self, columns: IntArray, values: FloatArray) -> FloatArray:
        """The viewer's factor (factors,) from columns rated and signed grades; a negative one pushes away."""
        pulled = self.films[columns].T @ values
        return np.asarray(self.precision(columns, np.abs(values)) @ pulled, np.float32)

    def fold_in_rows(self, ratings: sp.csr_array) -> FloatArray:
        """(users, factors) of many viewers at once."""
        return _solve_rows(ratings, self.films, self.config)


def _background(other: FloatArray, config: IalsConfig) -> FloatArray:
    return np.asarray(config.unobserved * (other.T @ other), np.float32)


def _inverse(
    other: FloatArray, background: FloatArray, columns: IntArray, values: FloatArray, config: IalsConfig
) -> FloatArray:
    rated = other[columns]
    matrix = background + (rated.T * values) @ rated
    penalty = config.reg * (len(columns) + config.unobserved * len(other)) ** config.power
    matrix[np.diag_indices_from(matrix)] += penalty
    return np.asarray(np.linalg.inv(matrix), np.float32)


def _solve_rows(ratings: sp.csr_array, other: FloatArray, config: IalsConfig) -> FloatArray:
    background = _background(other, config)
    solved = np.zeros((ratings.shape[0], other.shape[1]), np.float32)
    n_other = len(other)
    with threadpool_limits(1, "blas"):  # systems so small that threads waiting for each other cost more
        for row in range(ratings.shape[0]):
            span = slice(ratings.indptr[row], ratings.indptr[row + 1])
            columns, values = ratings.indices[span], ratings.data[span]
            if not len(columns):
                continue
            # Symmetric and positive definite: half of it is made and factorised, by Cholesky.
            root = np.sqrt(values)
            rated = other[columns] * root[:, None]
            matrix = blas.ssyrk(1.0, rated.T, beta=1.0, c=background.T.copy("F"), lower=1, overwrite_c=1)
            penalty = config.reg * (len(columns) + config.unobserved * n_other) ** config.power
            matrix[np.diag_indices_from(matrix)] += np.float32(penalty)
            _, found, failed = lapack.sposv(matrix, root @ rated, lower=1, overwrite_a=1, overwrite_b=1)
            if failed:
                raise ValueError("The ratings leave the factors undetermined; raise the penalty `reg`.")
            solved[row] = found.ravel()
    return solved
