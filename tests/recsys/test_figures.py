"""The signals that are one figure a film: popularity and sentiment."""

from pathlib import Path

import numpy as np
import pytest

from data.films import Film
from data.ratings import Ratings
from recsys.popularity import PopularityConfig, PopularityScorer
from recsys.sentiment import SentimentConfig, SentimentScorer
from tests.recsys.scorer_suite import ScorerSuite


class TestPopularity(ScorerSuite):
    needs_taste = False
    knows_unrated = True

    @pytest.fixture
    def scorer(self, models: Path) -> PopularityScorer:
        return PopularityScorer.load(models)

    def test_grows_with_the_audience_and_spares_films_newer_than_the_counts(self) -> None:
        films = [
            Film("a", "A", 1990, vote_count=10),
            Film("b", "B", 1990, vote_count=9000),
            Film("c", "C", 2023),
            Film("d", "D", 1990),
        ]
        counts = np.array([5, 500, 0, 0], np.float32)
        small, large, new, none = PopularityScorer.fit(films, counts, PopularityConfig()).figures
        assert none < small < new < large == pytest.approx(1.0)


class TestSentiment(ScorerSuite):
    needs_taste = False

    @pytest.fixture
    def scorer(self, models: Path) -> SentimentScorer:
        return SentimentScorer.load(models)

    def test_one_enthusiast_does_not_beat_a_hundred(self) -> None:
        films = [Film("a", "A", 1990), Film("b", "B", 1990), Film("c", "C", 1990)]
        items = np.array([0] + [1] * 100 + [2] * 100, np.int32)
        stars = np.array([5.0] + [4.5] * 100 + [2.0] * 100, np.float32)
        ratings = Ratings(np.arange(201, dtype=np.int32), items, stars, 201)
        one, many, poor = SentimentScorer.fit(films, ratings, SentimentConfig()).figures
        assert many > one > poor
