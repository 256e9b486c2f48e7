"""Fairness to films younger than some of the ratings: who could not have seen a film says nothing of it.

Collections of ratings end at different years. A viewer's horizon is the year of the newest film they rated;
for a film beyond it the missing rating is no sign of disinterest.
"""

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from data.ratings import Ratings
from recsys.ease import EaseConfig, ease_weights
from recsys.gram import gram
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
    years: NDArray[np.int16],
    horizon: NDArray[np.int16],
    config: EaseConfig,
) -> FloatArray:
    """EASE weights (columns, columns) where each column is learned from viewers who could have seen the film.

    The penalty shrinks with the number of those viewers, so that it means the same in every era; and since
    fewer viewers still give smaller weights, each era's columns are brought to the strength of the first's.
    """
    weights = np.zeros((grades.shape[1], grades.shape[1]), np.float32)
    together = np.zeros_like(weights)
    starts = (0, *ERAS)
    ends = (*ERAS, np.iinfo(np.int16).max)
    medians = np.zeros(len(starts))
    era_of = np.searchsorted(ERAS, years, side="right")
    # From the latest on: an earlier era's viewers are the later one's and some more; each is added up once.
    for number, start, end in reversed(list(zip(range(len(starts)), starts, ends, strict=True))):
        columns = era_of == number
        viewers = np.flatnonzero((horizon >= start) & (horizon < end))
        if len(viewers):
            together += gram(sp.csr_array(grades[viewers]))
        able = np.count_nonzero(horizon >= start)
        if not columns.any() or not able:
            continue
        own = config.model_copy(update={"reg": max(config.reg * (able / grades.shape[0]) ** 0.5, 1.0)})
        era = ease_weights(together.copy() if number else together, own)
        np.copyto(weights, era, where=columns)
        medians[number] = np.median(np.sqrt(np.einsum("ij,ij->j", era, era))[columns])
        del era
    first = next((median for median in medians if median), 1.0)
    weights *= np.where(medians > 0, first / np.maximum(medians, 1e-9), 0)[era_of].astype(np.float32)
    return weights
