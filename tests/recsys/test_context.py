import numpy as np
import pytest

from recsys import moods
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


def request(mood: str, *like: int) -> Request:
    return Request(Taste.empty(), like=like, situation=Situation(mood=mood))


def test_a_mood_beside_an_example_says_which_films_lie_that_way(scorer: ContextScorer) -> None:
    lighter = scorer.moved(request("lighter", 3))
    assert lighter is not None
    assert lighter[COMEDIES].all()
    assert not lighter[WESTERNS].any()
    older = scorer.moved(request("older", 3))
    assert older is not None
    assert np.flatnonzero(older).tolist() == [0, 1, 2]


def test_without_an_example_or_a_direction_nothing_has_to_move(scorer: ContextScorer) -> None:
    assert scorer.moved(request("lighter")) is None
    assert scorer.moved(request("zzz", 3)) is None


@pytest.mark.parametrize("mood", ["not funny", "nothing too light", "less silly", "dark, not funny"])
def test_what_is_not_wanted_is_held_back(scorer: ContextScorer, mood: str) -> None:
    scores = ask(scorer, mood=mood)
    assert scores[COMEDIES].max() < scores[WESTERNS].min()


def test_not_wanted_ends_at_the_comma() -> None:
    assert moods.find("not scary, funny", moods.MOODS) == [
        moods.opposite(moods.MOODS["scar"]),
        moods.MOODS["funn"],
    ]


def test_a_film_of_unknown_length_is_not_shorter(scorer: ContextScorer) -> None:
    shorter = scorer.moved(request("shorter", 5))
    assert shorter is not None
    assert not shorter[6]  # its length is not known
    assert shorter[7]
