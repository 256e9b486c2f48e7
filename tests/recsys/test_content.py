from pathlib import Path

import numpy as np
import pytest

from recsys.content import ContentScorer
from recsys.types import Constraints, Request, Taste
from tests.recsys import toys
from tests.recsys.scorer_suite import EVERYTHING, LOVES_WESTERNS, TasteSuite


class TestContent(TasteSuite):
    knows_unrated = True

    @pytest.fixture
    def scorer(self, models: Path) -> ContentScorer:
        return ContentScorer.load(models)

    def test_an_unrated_film_wins_by_its_content(self, scorer: ContentScorer) -> None:
        scores = scorer.score(Request(LOVES_WESTERNS), EVERYTHING)
        assert scores[toys.UNRATED] > scores[6:12].max()

    def test_a_theme_is_found_in_other_words(self, scorer: ContentScorer) -> None:
        scores = scorer.score(Request(Taste.empty(), keywords=("films about weddings",)), EVERYTHING)
        assert set(np.argsort(-scores)[:3].tolist()) == {7, 9, 11}

    def test_an_unknown_theme_says_nothing(self, scorer: ContentScorer) -> None:
        assert np.isnan(scorer.score(Request(Taste.empty(), keywords=("xyzzy",)), EVERYTHING)).all()

    def test_names_the_terms_shared(self, scorer: ContentScorer) -> None:
        request = Request(LOVES_WESTERNS, constraints=Constraints(people=("John Ford",)))
        (shared,) = scorer.fold(request).shared(np.array([3], np.int32), np.ones(1, np.float32))
        assert {"John Ford", "gunfight", "Western"} <= {term.word for term in shared if term.part > 0}
        assert [term.part for term in shared] == sorted((term.part for term in shared), reverse=True)
