"""X'X of sparse ratings as a dense matrix, in pieces: the sparse product of all at once is larger."""

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp

from recsys.types import FloatArray

BLOCK = 1024
"""Columns of the result made at once."""


def gram(ratings: sp.csr_array) -> FloatArray:
    """(columns, columns) float32 of `ratings` (users, columns) CSR."""
    n = ratings.shape[1]
    product = np.zeros((n, n), np.float32)
    by_column = sp.csc_array(ratings)
    for span in blocks(n):
        # From the block's own columns on; what lies before them is known by symmetry.
        rest = sp.csr_array(by_column[:, span.start :]) if span.start else ratings
        product[span, span.start :] = (sp.csr_array(by_column[:, span].T) @ rest).toarray()
    mirror(product)
    return product


def mirror(matrix: FloatArray) -> None:
    """Complete a square matrix of which only the upper triangle holds, in place."""
    for span in blocks(len(matrix)):
        square = matrix[span, span]
        square[:] = np.triu(square) + np.triu(square, 1).T
        matrix[span.stop :, span] = matrix[span, span.stop :].T


def blocks(n: int) -> Iterator[slice]:
    """0 to n in spans of at most `BLOCK`."""
    return (slice(start, min(start + BLOCK, n)) for start in range(0, n, BLOCK))
