"""The sentiment signal: how well a film is liked by those who saw it, held back where few did."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from data.films import Film
from data.ratings import Ratings
from recsys.figures import FigureScorer
from recsys.types import DoubleArray, FloatArray

MANY = 20
"""Ratings from which on a film's mean is believed when two scales are compared."""


class SentimentConfig(BaseModel):
    """How strongly a mean of few ratings is drawn to the mean of all."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prior: float = Field(25.0, gt=0)
    """Ratings that the mean of all films counts as."""
    votes: float = Field(0.08, ge=0)
    """Ratings that one TMDb vote counts as, up to `votes_cap`."""
    votes_cap: float = Field(60.0, ge=0)


class SentimentScorer(FigureScorer):
    """Bayesian-shrunk mean rating in stars. A film that nobody rated is NaN."""

    name = "sentiment"

    @classmethod
    def fit(cls, films: Sequence[Film], ratings: Ratings, config: SentimentConfig) -> "SentimentScorer":
        """From the ratings and from TMDb's mean votes, brought to the ratings' scale."""
        counts = np.bincount(ratings.items, minlength=len(films)).astype(np.float64)
        sums = np.bincount(ratings.items, ratings.stars, minlength=len(films)).astype(np.float64)
        mean = float(ratings.stars.mean()) if len(ratings.stars) else 3.5
        votes = np.array([film.vote_count if film.vote_average else 0 for film in films], np.float64)
        averages = np.array([film.vote_average or 0.0 for film in films])
        weight = np.minimum(votes * config.votes, config.votes_cap)
        rescaled = _on_scale_of(averages, weight, sums, counts)
        shrunk = (sums + weight * rescaled + config.prior * mean) / (counts + weight + config.prior)
        return cls(np.where(counts + votes > 0, shrunk, np.nan).astype(np.float32))

    def by_votes(self, films: Sequence[Film]) -> FloatArray:
        """(films,) what TMDb's mean votes alone say, NaN for a film without; on the scale of these figures.

        These figures are of the first of the films.
        """
        votes = np.array([film.vote_count if film.vote_average else 0 for film in films], np.float64)
        averages = np.array([film.vote_average or 0.0 for film in films])
        config = SentimentConfig()
        known = np.isfinite(self.figures)
        mean = float(self.figures[known].mean()) if known.any() else 3.5
        weight = np.minimum(votes * config.votes, config.votes_cap)
        counts, sums = np.zeros(len(films)), np.zeros(len(films))
        counts[: len(known)][known] = MANY
        sums[: len(known)][known] = MANY * self.figures[known]
        rescaled = _on_scale_of(averages, weight, sums, counts)
        shrunk = (weight * rescaled + config.prior * mean) / (weight + config.prior)
        return np.where(votes > 0, shrunk, np.nan).astype(np.float32)

    @classmethod
    def load(cls, folder: Path) -> "SentimentScorer":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        return cls(cls._read(folder))


def _on_scale_of(
    averages: DoubleArray, weight: DoubleArray, sums: DoubleArray, counts: DoubleArray
) -> DoubleArray:
    """TMDb's 0 to 10 as stars, by the straight line through the films that both know well."""
    both = (weight > 1) & (counts >= MANY)
    if both.sum() < 20:
        return np.asarray(np.clip(averages / 2, 0.5, 5))
    slope, offset = np.polyfit(averages[both], sums[both] / counts[both], 1)
    return np.asarray(np.clip(offset + slope * averages, 0.5, 5))
