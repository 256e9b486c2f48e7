"""Non-negative weights of the blend, learned from what held-out users liked."""

import numpy as np
from scipy.optimize import minimize

from recsys.types import DoubleArray, FloatArray

RIDGE = 1e-4
"""Keeps weights finite where a signal separates perfectly."""


def learn_weights(features: FloatArray, relevant: FloatArray) -> DoubleArray:
    """(signals,) weights of at least 0 under which relevant films come first.

    `features` is (users, candidates, signals) standardised scores, `relevant` (users, candidates) 1 where a
    film held out was liked; users without any are left out. Maximises the log-likelihood of the relevant
    films under a softmax over the user's candidates (ListNet's loss, Cao et al., 2007), which is convex.
    """
    counts = relevant.sum(axis=1)
    kept = counts > 0
    x = features[kept].astype(np.float64)
    target = (relevant[kept] / counts[kept, None]).astype(np.float64)
    wanted = np.einsum("uc,ucs->s", target, x)
    n = len(x)

    def loss(weights: DoubleArray) -> tuple[float, DoubleArray]:
        scores = x @ weights
        scores -= scores.max(axis=1, keepdims=True)
        share = np.exp(scores)
        total = share.sum(axis=1, keepdims=True)
        value = (np.log(total).sum() - np.einsum("uc,uc->", target, scores)) / n
        slope = (np.einsum("uc,ucs->s", share / total, x) - wanted) / n
        return value + RIDGE * float(weights @ weights), slope + 2 * RIDGE * weights

    start = np.where(np.abs(x).max(axis=(0, 1)) > 0, 0.3, 0.0)  # a signal that says nothing gets no weight
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * x.shape[2])
    return np.asarray(found.x)
