"""What every signal must do; subclassed once per model, which brings its own scorer."""

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest

from recsys.types import IntArray, Request, Scorer, Taste
from tests.recsys import toys

LOVES_WESTERNS = Taste(np.array([0, 1, 2], np.int32), np.array([5, 5, 4], np.float32))
LOVES_COMEDIES = Taste(np.array([6, 7, 8], np.int32), np.array([5, 5, 4], np.float32))
EVERYTHING = np.arange(toys.N_EACH * 2 + 1, dtype=np.int32)


class ScorerSuite:
    needs_taste: ClassVar[bool] = True
    knows_unrated: ClassVar[bool] = False

    @pytest.fixture
    def scorer(self, models: Path) -> Scorer:
        raise NotImplementedError

    @pytest.fixture
    def reloaded(self, scorer: Any, tmp_path: Path) -> Scorer:
        scorer.save(tmp_path)
        again: Scorer = type(scorer).load(tmp_path)
        return again

    def test_one_score_a_film_in_the_order_asked(self, scorer: Scorer) -> None:
        request = Request(LOVES_WESTERNS)
        straight = scorer.score(request, EVERYTHING)
        backwards = scorer.score(request, EVERYTHING[::-1].copy())
        assert straight.shape == EVERYTHING.shape
        np.testing.assert_allclose(straight, backwards[::-1], rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(
            scorer.score(request, EVERYTHING[4:7]), straight[4:7], rtol=1e-4, atol=1e-6
        )

    def test_no_candidates(self, scorer: Scorer) -> None:
        assert scorer.score(Request(LOVES_WESTERNS), np.empty(0, np.int32)).shape == (0,)

    def test_empty_taste(self, scorer: Scorer) -> None:
        scores = scorer.score(Request(Taste.empty()), EVERYTHING)
        assert np.isnan(scores).all() if self.needs_taste else not np.isnan(scores[:6]).any()

    def test_a_film_it_does_not_know_is_nan(self, scorer: Scorer) -> None:
        score = scorer.score(Request(LOVES_WESTERNS), np.array([toys.UNRATED], np.int32))
        assert np.isnan(score[0]) != self.knows_unrated

    def test_survives_the_disk(self, scorer: Scorer, reloaded: Scorer) -> None:
        request = Request(LOVES_WESTERNS, like=(3,))
        np.testing.assert_allclose(
            reloaded.score(request, EVERYTHING), scorer.score(request, EVERYTHING), rtol=0.01, atol=0.01
        )


class TasteSuite(ScorerSuite):
    """For the signals that fold a viewer in."""

    @pytest.mark.parametrize(
        ("taste", "own"), [(LOVES_WESTERNS, slice(3, 6)), (LOVES_COMEDIES, slice(9, 12))]
    )
    def test_prefers_the_films_of_ones_own_taste(self, scorer: Scorer, taste: Taste, own: slice) -> None:
        scores = scorer.score(Request(taste), EVERYTHING[:12])
        unseen = np.setdiff1d(EVERYTHING[:12], taste.items)
        ours = EVERYTHING[own]
        others = np.setdiff1d(unseen, ours)
        assert scores[ours].min() > scores[others].max()

    def test_a_named_example_outweighs_the_taste(self, scorer: Scorer) -> None:
        scores = scorer.score(Request(LOVES_WESTERNS, like=(6,)), EVERYTHING[:12])
        assert scores[9:12].mean() > scores[3:6].mean()

    def test_a_dislike_pushes_such_films_away(self, scorer: Scorer) -> None:
        disliked = Taste(np.array([0, 6], np.int32), np.array([0.5, 5.0], np.float32))
        liked = Taste(np.array([0, 6], np.int32), np.array([4.0, 5.0], np.float32))
        before = scorer.score(Request(liked), EVERYTHING[:12])
        after = scorer.score(Request(disliked), EVERYTHING[:12])
        lead = before[1:6].mean() - before[7:12].mean()
        assert after[1:6].mean() - after[7:12].mean() < lead

    def test_parts_sum_to_the_score(self, scorer: Any) -> None:
        taste = Taste(np.array([0, 1, 7, 8], np.int32), np.array([5, 4, 1, 2], np.float32))
        for request in (Request(taste), Request(taste, like=(4,))):
            items: IntArray = np.array([3, 9, 5], np.int32)
            parts = scorer.fold(request).parts(items)
            np.testing.assert_allclose(parts.sum(axis=1), scorer.score(request, items), rtol=2e-2, atol=2e-3)
