import numpy as np
import scipy.sparse as sp

from recsys.ease import EaseConfig, ease_weights, fit_ease, invert
from recsys.gram import BLOCK, gram


def ratings(users: int, columns: int) -> sp.csr_array:
    return sp.csr_array(sp.random(users, columns, 0.05, rng=np.random.default_rng(1), dtype=np.float32))


def test_the_product_in_pieces_is_the_product() -> None:
    table = ratings(300, 2 * BLOCK + 100)
    np.testing.assert_allclose(gram(table), (table.T @ table).toarray(), atol=1e-5)


def test_the_inverse_takes_the_place_of_the_matrix() -> None:
    matrix = gram(ratings(400, BLOCK + 50)) + 20 * np.eye(BLOCK + 50, dtype=np.float32)
    before = matrix.copy()
    inverse = invert(matrix)
    assert np.shares_memory(inverse, matrix)
    np.testing.assert_allclose(inverse @ before, np.eye(len(before)), atol=1e-4)


def test_ease_is_ridge_regression_of_each_column_on_the_others() -> None:
    table = ratings(200, 30)
    weights = fit_ease(table, EaseConfig(reg=3.0))
    dense = table.toarray()
    others = np.delete(dense, 7, axis=1)
    expected = np.linalg.solve(others.T @ others + 3.0 * np.eye(29), others.T @ dense[:, 7])
    np.testing.assert_allclose(np.delete(weights[:, 7], 7), expected, atol=1e-4)
    assert weights[7, 7] == 0
    np.testing.assert_allclose(weights, ease_weights(gram(table), EaseConfig(reg=3.0)))
