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

from recsys.gram import gram, mirror
from recsys.types import FloatArray


class EaseConfig(BaseModel):
    """How EASE is fitted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reg: float = Field(300.0, gt=0)
    """Ridge penalty on every column."""
    dropout: float = Field(0.0, ge=0, lt=1)
    """Adds p / (1 - p) of each column's own weight to its penalty, as dropout of inputs would."""
    nearby: float = Field(0.0, ge=0)
    """How much more two films count as rated together if they were rated soon after each other, where the
    order is known: what is rated in one sitting has more in common than what is rated years apart."""
    content: float = Field(0.0, ge=0)
    """Weight of likeness in content beside being rated together."""
    span: float = Field(60.0, gt=0)
    """How many ratings apart that wears off (to 1/e)."""


def fit_ease(
    ratings: sp.csr_array,
    config: EaseConfig,
    order: sp.csr_array | None = None,
    alike: FloatArray | None = None,
) -> FloatArray:
    """Item-to-item weights, (columns, columns) float32, row: the film rated, column: the film predicted.

    `ratings` is (users, columns) CSR of grades, larger is better, absent is unknown; `order`, if known, is
    the place of each rating in its user's history, 1 the oldest; `alike` (columns, columns) says how like
    each other two films are in content.
    """
    product = gram(ratings)
    if order is not None and config.nearby:
        product += np.float32(config.nearby) * nearby_gram(ratings, order, config.span)
    return ease_weights(with_content(product, alike, config), config)


def with_content(product: FloatArray, alike: FloatArray | None, config: EaseConfig) -> FloatArray:
    """X'X as if films alike in content had been rated together that much more; changes and returns it.

    What few have rated leans on its content, what many have rated hardly notices.
    """
    if alike is not None and config.content:
        strength = np.sqrt(np.diag(product))
        product += np.float32(config.content) * alike * strength[:, None] * strength
    return product


def nearby_gram(ratings: sp.csr_array, order: sp.csr_array, span: float) -> FloatArray:
    """X'X with each pair of a user's ratings weighted by exp(-distance in order / span).

    The Laplace kernel is positive definite, hence so is the result.
    """
    product = np.zeros((ratings.shape[1], ratings.shape[1]), np.float32)
    ratings.sort_indices()
    order.sort_indices()
    for user in range(ratings.shape[0]):
        row = slice(ratings.indptr[user], ratings.indptr[user + 1])
        columns, grades, places = ratings.indices[row], ratings.data[row], order.data[row]
        closeness = np.exp(-np.abs(places[:, None] - places) / np.float32(span))
        product[np.ix_(columns, columns)] += closeness * grades * grades[:, None]
    return product


def ease_weights(product: FloatArray, config: EaseConfig) -> FloatArray:
    """The closed form from X'X, in its place: no second matrix of that size is made."""
    diagonal = np.einsum("ii->i", product)
    diagonal += config.reg + config.dropout / (1 - config.dropout) * diagonal
    weights = invert(product)
    weights /= -np.diag(weights)
    np.fill_diagonal(weights, 0)
    return weights


def invert(matrix: FloatArray) -> FloatArray:
    """Inverse of a symmetric positive definite matrix by Cholesky, half the work of the general one.

    In its place where it is float32 in C order.
    """
    # LAPACK counts in columns; transposed, a symmetric matrix in C order is what it wants, without a copy.
    factor, failed = scipy.linalg.lapack.spotrf(matrix.T, lower=1, overwrite_a=1)
    if failed:
        raise ValueError("The ratings leave the item weights undetermined; raise the penalty `reg`.")
    lower, _ = scipy.linalg.lapack.spotri(factor, lower=1, overwrite_c=1)
    inverse = np.asarray(lower.T, np.float32)
    mirror(inverse)
    return inverse
