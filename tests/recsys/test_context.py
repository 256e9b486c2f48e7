import numpy as np
import pytest

from recsys.context import ContextScorer
from recsys.types import Request, Situation, Taste
from tests.recsys import toys
from tests.recsys.scorer_suite import EVERYTHING

WESTERNS, COMEDIES = slice(0, 6), slice(6, 12)


@pytest.fixture
def scorer() -> ContextScorer:
    weddings = np.array([7, 9, 11], np.int32)
    return ContextScorer(toys.catalogue(), ["wedding"], [weddings])


def ask(scorer: ContextScorer, *, like: tuple[int, ...] = (), **situation: object) -> np.ndarray:
    return scorer.score(Request(Taste.empty(), like=like, situation=Situation(**situation)), EVERYTHING)  # type: ignore[arg-type]


def test_nothing_known_says_nothing(scorer: ContextScorer) -> None:
    assert np.isnan(ask(scorer)).all()
    assert np.isnan(ask(scorer, mood="zzz", hour=15, weekday=2, month=4)).all()


@pytest.mark.parametrize("mood", ["something lighter", "Funny", "cosy"])
def test_a_light_mood_wants_comedies(scorer: ContextScorer, mood: str) -> None:
    scores = ask(scorer, mood=mood)
    assert scores[COMEDIES].min() > scores[WESTERNS].max()


def test_children_want_family_films(scorer: ContextScorer) -> None:
    scores = ask(scorer, company="with my kids")
    assert scores[COMEDIES].min() > scores[WESTERNS].max()


def test_romantic_finds_the_keyword(scorer: ContextScorer) -> None:
    scores = ask(scorer, mood="romantic")
    assert scores[[7, 9, 11]].min() > scores[[6, 8, 10]].max()


@pytest.mark.parametrize(
    ("mood", "wanted", "unwanted"), [("older", 0, 5), ("newer", 5, 0), ("shorter", 0, 5)]
)
def test_moves_along_an_axis_from_the_example(
    scorer: ContextScorer, mood: str, wanted: int, unwanted: int
) -> None:
    scores = ask(scorer, like=(3,), mood=mood)
    assert scores[wanted] > scores[3] > scores[unwanted]


def test_late_at_night_is_not_for_the_family(scorer: ContextScorer) -> None:
    scores = ask(scorer, hour=23, weekday=4)
    assert scores[WESTERNS].mean() > scores[COMEDIES].mean()
