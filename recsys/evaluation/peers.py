"""Recommenders of others, run in the same session on the same split, with the settings they come with."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.sparse as sp

from data.ratings import Ratings
from recsys.types import FloatArray

Scores = Callable[[], FloatArray]
"""Gives (users, columns) scores."""


def surprise_svd(train: Ratings, n_columns: int, seed: int) -> Scores:
    """Ratings predicted by Surprise's SVD (100 factors, 20 epochs)."""
    import pandas as pd
    from surprise import SVD, Dataset, Reader

    table = pd.DataFrame({"user": train.users, "item": train.items, "stars": train.stars})
    trainset = Dataset.load_from_df(table, Reader(rating_scale=(1, 5))).build_full_trainset()
    model = SVD(random_state=seed).fit(trainset)

    def scores() -> FloatArray:
        found = np.full((train.n_users, n_columns), np.float32(train.stars.mean()))
        users = [trainset.to_inner_uid(user) for user in range(train.n_users)]
        known = np.unique(train.items)
        items = [trainset.to_inner_iid(item) for item in known]
        by_factors = model.pu[users] @ model.qi[items].T
        found[:, known] = trainset.global_mean + model.bu[users][:, None] + model.bi[items] + by_factors
        return found

    return scores


def implicit_als(train: Ratings, n_columns: int, seed: int) -> Scores:
    """Implicit's alternating least squares (100 factors, 15 iterations), stars as confidence."""
    from implicit.cpu.als import AlternatingLeastSquares
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1, "blas"):  # it brings threads of its own, and warns of others
        model = AlternatingLeastSquares(factors=100, random_state=seed)
        model.fit(sp.csr_matrix(_stars(train, n_columns)), show_progress=False)
    return lambda: np.asarray(model.user_factors @ model.item_factors.T, np.float32)


def implicit_bm25(train: Ratings, n_columns: int, seed: int) -> Scores:  # noqa: ARG001 - a peer's interface
    """Implicit's item-item model with BM25 weights, 100 neighbours a film."""
    from implicit.nearest_neighbours import BM25Recommender

    return _by_items(BM25Recommender(K=100), train, n_columns)


def implicit_cosine(train: Ratings, n_columns: int, seed: int) -> Scores:  # noqa: ARG001 - a peer's interface
    """Implicit's item-item cosine, 100 neighbours a film."""
    from implicit.nearest_neighbours import CosineRecommender

    return _by_items(CosineRecommender(K=100), train, n_columns)


PEERS: dict[str, Callable[[Ratings, int, int], Scores]] = {
    "surprise_svd": surprise_svd,
    "implicit_als": implicit_als,
    "implicit_bm25": implicit_bm25,
    "implicit_cosine": implicit_cosine,
}


def _by_items(model: Any, train: Ratings, n_columns: int) -> Scores:  # noqa: ANN401 - implicit's own
    stars = sp.csr_matrix(_stars(train, n_columns))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Method expects CSR input")  # which it breaks inside itself
        model.fit(stars, show_progress=False)
    return lambda: np.asarray((stars @ model.similarity).toarray(), np.float32)


def _stars(train: Ratings, n_columns: int) -> sp.csr_array:
    return sp.csr_array((train.stars, (train.users, train.items)), shape=(train.n_users, n_columns))
