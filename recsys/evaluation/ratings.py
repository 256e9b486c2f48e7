"""Star prediction by Surprise's own protocol: its KFold(5, random_state 0), RMSE and MAE."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import BadInput

PUBLISHED_RMSE = {"SVDpp": 0.9187, "KNNBaseline item, pearson_baseline": 0.9178, "SVD 200 factors": 0.9117}


def evaluate_ratings(
    name: str, folder: Path, *, progress: Callable[[str], None], folds: int = 5
) -> dict[str, Any]:
    """RMSE and MAE over five folds of each algorithm of Surprise, and of their stacked mean.

    The stack's weights are learned inside each training fold, on a tenth of it held out; the algorithms
    are then fitted on the whole training fold. Raises BadInput if `folder` lacks u.data.
    """
    from surprise import Dataset, Reader
    from surprise.model_selection import KFold

    path = folder / "u.data"
    if name != "ml-100k":
        raise BadInput(f"There are no rating folds for {name}; there are for ml-100k.")
    if not path.exists():
        raise BadInput(f"{folder} lacks u.data, the ratings of ml-100k; give the folder with --path.")
    data = Dataset.load_from_file(str(path), Reader("ml-100k"))
    errors: dict[str, list[NDArray[np.float64]]] = {}
    weights = []
    splits = list(KFold(n_splits=5, random_state=0).split(data))[:folds]
    for fold, (trainset, testset) in enumerate(splits):
        progress(f"fold {fold + 1}: learning the stack")
        learned = _stack_weights(trainset, fold)
        weights.append(learned)
        progress(f"fold {fold + 1}: fitting on the whole fold")
        truth = np.array([stars for _, _, stars in testset])
        predicted = _predict_all(trainset, testset)
        for algorithm, stars in predicted.items():
            errors.setdefault(algorithm, []).append(stars - truth)
        stacked = np.column_stack([np.ones(len(truth)), *predicted.values()]) @ learned
        errors.setdefault("stack", []).append(np.clip(stacked, 1, 5) - truth)
    return {
        "dataset": name,
        "folds": len(splits),
        "published_rmse": PUBLISHED_RMSE,
        "algorithms": {
            algorithm: {
                "rmse": float(np.mean([np.sqrt((fold**2).mean()) for fold in found])),
                "mae": float(np.mean([np.abs(fold).mean() for fold in found])),
            }
            for algorithm, found in errors.items()
        },
        "stack_weights": np.mean(weights, axis=0).round(4).tolist(),
    }


def algorithms() -> dict[str, Any]:
    """Surprise's own classes: more factors and epochs than its defaults, not searched for on these folds."""
    from surprise import SVD, KNNBaseline, SVDpp

    by_item = {"name": "pearson_baseline", "user_based": False, "shrinkage": 100}
    by_user = {"name": "pearson_baseline", "user_based": True, "shrinkage": 100}
    quiet = {"verbose": False}
    return {
        "KNNBaseline item": KNNBaseline(k=60, sim_options=by_item, **quiet),
        "KNNBaseline user": KNNBaseline(k=80, sim_options=by_user, **quiet),
        "SVD": SVD(n_factors=200, n_epochs=80, lr_all=0.005, reg_all=0.1, random_state=0),
        "SVDpp": SVDpp(
            n_factors=20, n_epochs=25, lr_all=0.007, reg_all=0.05, cache_ratings=True, random_state=0
        ),
    }


def _predict_all(trainset: Any, testset: list[Any]) -> dict[str, NDArray[np.float64]]:  # noqa: ANN401 - Surprise's own
    return {
        name: np.array([guess.est for guess in algorithm.fit(trainset).test(testset)])
        for name, algorithm in algorithms().items()
    }


def _stack_weights(trainset: Any, fold: int) -> NDArray[np.float64]:  # noqa: ANN401 - Surprise's own
    """Ridge weights (1 + algorithms,) by which the algorithms' predictions on a held-out tenth add up."""
    from surprise import Dataset, Reader

    rows = [(trainset.to_raw_uid(u), trainset.to_raw_iid(i), stars) for u, i, stars in trainset.all_ratings()]
    shuffled = np.random.default_rng(fold).permutation(len(rows))
    cut = len(rows) // 10
    held = [rows[place] for place in shuffled[:cut]]
    import pandas as pd

    rest = pd.DataFrame([rows[place] for place in shuffled[cut:]], columns=["user", "item", "stars"])
    smaller = Dataset.load_from_df(rest, Reader(rating_scale=(1, 5))).build_full_trainset()
    predicted = np.column_stack([np.ones(len(held)), *_predict_all(smaller, held).values()])
    truth = np.array([stars for _, _, stars in held])
    ridge = np.eye(predicted.shape[1])
    ridge[0, 0] = 0
    return np.asarray(np.linalg.solve(predicted.T @ predicted + ridge, predicted.T @ truth))
