"""EASE: a linear item-to-item model in closed form, on graded ratings.

Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019. With ratings X (users, columns) as grades
and P = (X'X + diag(reg))^-1, the weights are B = -P / diag(P) with a zero diagonal: each column is predicted
from the others by ridge regression. The diagonal penalty that grows with a film's popularity follows
Steck, "Autoencoders that don't overfit towards the Identity", 2020.
"""

import numpy as np
import scipy.linalg.lapack
import scipy.sparse as sp
from pydantic import BaseModel, ConfigDict, Field

from recsys.types import FloatArray


class EaseConfig(BaseModel):
    """How EASE is fitted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reg: float = Field(300.0, gt=0)
    """Ridge penalty on every column."""
    dropout: float = Field(0.0, ge=0, lt=1)
    """Adds p / (1 - p) of each column's own weight to its penalty, as dropout of inputs would."""
    user_power: float = Field(0.0, ge=0, le=1)
    """Each user's row is divided by its norm to this power, so that heavy raters weigh less."""


def fit_ease(ratings: sp.csr_array, config: EaseConfig) -> FloatArray:
    """Item-to-item weights, (columns, columns) float32, row: the film rated, column: the film predicted.

    `ratings` is (users, columns) CSR of grades, larger is better, absent is unknown.
    """
    gram = gram_matrix(ratings, config.user_power)
    return ease_weights(gram, config)


def gram_matrix(ratings: sp.csr_array, user_power: float = 0.0) -> FloatArray:
    """X'X as a dense (columns, columns) float32 array."""
    if user_power:
        norms = np.sqrt(ratings.multiply(ratings).sum(axis=1))
        ratings = sp.csr_array(sp.diags_array(np.maximum(norms, 1.0) ** -user_power) @ ratings)
    return np.asarray((ratings.T @ ratings).toarray(), np.float32)


def ease_weights(gram: FloatArray, config: EaseConfig) -> FloatArray:
    """The closed form from X'X, which is overwritten."""
    diagonal = np.einsum("ii->i", gram)
    diagonal += config.reg + config.dropout / (1 - config.dropout) * diagonal
    inverse = invert(gram)
    weights = inverse / -np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return weights


def invert(matrix: FloatArray) -> FloatArray:
    """Inverse of a symmetric positive definite matrix by Cholesky, half the work of the general one."""
    factor, failed = scipy.linalg.lapack.spotrf(matrix, lower=0, overwrite_a=1)
    if failed:
        raise ValueError("The ratings leave the item weights undetermined; raise the penalty `reg`.")
    inverse, _ = scipy.linalg.lapack.spotri(factor, lower=0, overwrite_c=1)
    upper = np.triu(inverse)
    return np.asarray(upper + np.triu(upper, 1).T, np.float32)
