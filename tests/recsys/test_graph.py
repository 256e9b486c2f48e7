from pathlib import Path

import pytest

from recsys.graph import GraphScorer
from recsys.types import Request
from tests.recsys import toys
from tests.recsys.scorer_suite import EVERYTHING, LOVES_WESTERNS, TasteSuite


class TestGraph(TasteSuite):
    knows_unrated = True

    @pytest.fixture
    def scorer(self, models: Path) -> GraphScorer:
        return GraphScorer.load(models)

    def test_an_unrated_film_is_reached_through_its_facts(self, scorer: GraphScorer) -> None:
        scores = scorer.score(Request(LOVES_WESTERNS), EVERYTHING)
        assert scores[toys.UNRATED] > scores[6:12].max()
