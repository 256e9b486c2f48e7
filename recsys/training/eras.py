"""Fairness to films younger than some of the ratings: who could not have seen a film says nothing of it.

Collections of ratings end at different years. A viewer's horizon is the year of the newest film they rated;
for a film beyond it the missing rating is no sign of disinterest.
"""

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from data.ratings import Ratings
from recsys.ease import EaseConfig, ease_weights, with_content
from recsys.types import FloatArray

ERAS = (2001, 2009)
"""First years of the later eras. Each is learned only from viewers whose horizon reaches into it."""


def horizons(ratings: Ratings, years: NDArray[np.int16]) -> NDArray[np.int16]:
    """(users,) year of the newest film each viewer rated; 0 for one without ratings."""
    newest = np.zeros(ratings.n_users, np.int16)
    np.maximum.at(newest, ratings.users, years[ratings.items])
    return newest


def chances(ratings: Ratings, years: NDArray[np.int16], horizon: NDArray[np.int16]) -> FloatArray:
    """(films,) factor that brings a film's count to what it would be had all viewers been able to see it."""
    ordered = np.sort(horizon)
    able = ratings.n_users - np.searchsorted(ordered, years)
    return (ratings.n_users / np.maximum(able, 0.02 * ratings.n_users)).astype(np.float32)


def ease_by_era(
    grades: sp.csr_array,
    alike: FloatArray,
    years: NDArray[np.int16],
    horizon: NDArray[np.int16],
    config: EaseConfig,
) -> FloatArray:
    """EASE weights (columns, columns) where each column is learned from viewers who could have seen the film.

    `alike` (columns, columns) is likeness in content, see `recsys.ease.with_content`.

    The penalty shrinks with the number of those viewers, so that it means the same in every era; and since
    fewer viewers still give smaller weights, each era's columns are brought to the strength of the first's.
    """
    weights = np.zeros((grades.shape[1], grades.shape[1]), np.float32)
    strength = 0.0
    starts = (0, *ERAS)
    ends = (*ERAS, np.iinfo(np.int16).max)
    for start, end in zip(starts, ends, strict=True):
        columns = (years >= start) & (years < end)
        viewers = np.flatnonzero(horizon >= start)
        if not columns.any() or not len(viewers):
            continue
        share = len(viewers) / grades.shape[0]
        own = config.model_copy(update={"reg": max(config.reg * share**0.5, 1.0)})
        able = sp.csr_array(grades[viewers])
        gram = np.asarray((able.T @ able).toarray(), np.float32)
        era = ease_weights(with_content(gram, alike, own), own)[:, columns]
        median = float(np.median(np.linalg.norm(era, axis=0)))
        strength = strength or median
        weights[:, columns] = era * np.float32(strength / max(median, 1e-9))
    return weights
