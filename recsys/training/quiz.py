"""Fits the types of taste of the quiz by expectation maximisation."""

import numpy as np
import scipy.sparse as sp
from pydantic import BaseModel, ConfigDict, Field

from recsys.quiz import Quiz
from recsys.types import DoubleArray, FloatArray, IntArray

HABITS = (1 / 6, 1 / 2, 5 / 6)
"""Quantiles of how many films people like: the middles of three equal parts."""


class QuizConfig(BaseModel):
    """How the types are fitted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    types: int = Field(24, ge=2)
    films: int = Field(800, ge=8)
    """The most liked films; the others are too little known to be asked for or offered."""
    rounds: int = Field(40, ge=1)
    prior: float = Field(0.2, gt=0)
    """How many likes each type is given beforehand, spread over the films as everyone's likes are, in
    multiples of the likes an average person has."""
    evidence: float = Field(0.15, gt=0, le=1)
    """Share of each person's likes that counts as evidence of the type: likes come in clusters (one series,
    one director) and are far from independent, which would make every person certain."""


def fit_quiz(
    likes: sp.csr_array,
    config: QuizConfig,
    *,
    rng: np.random.Generator,
    chances: FloatArray | None = None,
) -> Quiz:
    """Types from `likes` (users, films), CSR, 1 where a user liked a film.

    `chances` (films,) brings a film's count to what it would be had all users been able to see it; see
    `recsys.training.eras.chances`. So films younger than most ratings are asked about too.
    """
    counts = np.asarray(likes.sum(axis=0), np.float32).ravel()
    if chances is not None:
        counts = counts * chances
    films: IntArray = np.argsort(-counts, kind="stable")[: config.films].astype(np.int32)
    films = films[counts[films] > 0]
    own = sp.csr_array(likes[:, films])
    own = sp.csr_array(own[np.diff(own.indptr) > 0])
    per_person = own.sum() / own.shape[0]
    liked = np.asarray(own.sum(axis=0)).ravel()
    background = liked / liked.sum()
    member = rng.dirichlet(np.full(config.types, 0.1), own.shape[0])
    for _ in range(config.rounds):
        profile, share = _maximise(own, member, background, config.prior * per_person)
        member = _expect(own, profile, share, config.evidence)
    profile, share = _maximise(own, member, background, config.prior * per_person)
    if chances is not None:
        profile = profile * chances[films]
        profile /= profile.sum(axis=1, keepdims=True)
    habits = np.quantile(np.diff(own.indptr), HABITS)
    return Quiz(films, *(np.asarray(array, np.float32) for array in (profile, share, habits)))


def _maximise(
    own: sp.csr_array, member: DoubleArray, background: FloatArray, prior: float
) -> tuple[DoubleArray, DoubleArray]:
    """(types, films) how a type's likes spread, and (types,) shares, from (users, types) memberships."""
    mass = np.asarray((own.T @ member).T) + prior * background
    share = (member.sum(axis=0) + 1) / (len(member) + member.shape[1])
    return mass / mass.sum(axis=1, keepdims=True), share


def _expect(own: sp.csr_array, profile: DoubleArray, share: DoubleArray, evidence: float) -> DoubleArray:
    logs = evidence * np.asarray(own @ np.log(profile).T) + np.log(share)
    odds = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))
