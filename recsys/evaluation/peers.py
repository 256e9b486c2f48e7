"""Recommenders of others, run in the same session on the same split."""

import numpy as np

from data.ratings import Ratings
from recsys.types import FloatArray


def surprise_svd(train: Ratings, n_columns: int, seed: int) -> FloatArray:
    """(users, columns) ratings predicted by Surprise's SVD as it comes (100 factors, 20 epochs)."""
    import pandas as pd
    from surprise import SVD, Dataset, Reader

    table = pd.DataFrame({"user": train.users, "item": train.items, "stars": train.stars})
    trainset = Dataset.load_from_df(table, Reader(rating_scale=(1, 5))).build_full_trainset()
    model = SVD(random_state=seed).fit(trainset)
    scores = np.full((train.n_users, n_columns), np.float32(train.stars.mean()))
    inner_users = [trainset.to_inner_uid(user) for user in range(train.n_users)]
    known = np.unique(train.items)
    inner_items = [trainset.to_inner_iid(item) for item in known]
    scores[:, known] = (
        trainset.global_mean
        + model.bu[inner_users][:, None]
        + model.bi[inner_items]
        + model.pu[inner_users] @ model.qi[inner_items].T
    )
    return scores
