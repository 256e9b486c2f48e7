"""The popularity signal: how widely a film is watched, in its ratings and in TMDb's votes."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from data.fame import VOTES_END
from data.films import Film
from recsys.figures import FigureScorer
from recsys.types import FloatArray


class PopularityConfig(BaseModel):
    """How the two counts are joined."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    votes_share: float = Field(0.6, ge=0, le=1)
    """Share of TMDb's votes, which know recent films; the rest is by ratings."""
    uncounted: float = Field(0.6, ge=0, le=1)
    """Figure of a film newer than all counts: known to be known, not how widely."""


class PopularityScorer(FigureScorer):
    """A film's audience on a logarithmic scale from 0 to 1, 1 being the most widely watched."""

    name = "popularity"

    @classmethod
    def fit(cls, films: Sequence[Film], counts: FloatArray, config: PopularityConfig) -> "PopularityScorer":
        """`counts` is (films,) ratings of each film, as if all viewers could have rated it; 0 where none."""
        votes = np.array([film.vote_count for film in films], np.float32)
        by_votes, by_ratings = _on_log_scale(votes), _on_log_scale(counts)
        both = config.votes_share * by_votes + (1 - config.votes_share) * by_ratings
        figures = np.where(counts > 0, both, by_votes)
        newer = np.array([film.year >= VOTES_END for film in films]) & (votes == 0) & (counts == 0)
        return cls(np.where(newer, config.uncounted, figures).astype(np.float32))

    @classmethod
    def load(cls, folder: Path) -> "PopularityScorer":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        return cls(cls._read(folder))


def _on_log_scale(counts: FloatArray) -> FloatArray:
    return np.asarray(np.log1p(counts) / max(float(np.log1p(counts).max()), 1.0), np.float32)
