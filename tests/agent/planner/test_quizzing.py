"""The quiz answered in words."""

import pytest

from agent.focus import AwaitingQuiz, Focus
from agent.planner import Planner
from tools.arguments import RecommendFilms, StartQuiz

OFFERED = ("tt0113277", "tt0078748", "tt0114746", "tt0109830")
"""Heat, Alien, Twelve Monkeys, Forrest Gump."""
QUESTION = Focus(pending=AwaitingQuiz(step=2, choices=OFFERED))
FAVOURITES = Focus(pending=AwaitingQuiz(step=5, choices=OFFERED))
MOOD = Focus(pending=AwaitingQuiz(step=6))


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("the second one", OFFERED[1]),
        ("2", OFFERED[1]),
        ("heat!!", OFFERED[0]),
        ("alien i guess", OFFERED[1]),
        ("the last", OFFERED[3]),
        ("forrest gump of course", OFFERED[3]),
        ("none of them", "none"),
        ("havent seen any of those", "none"),
        ("neither", "none"),
        ("no he visto ninguna", "none"),
        ("keinen davon", "none"),
        ("je n'en ai vu aucun", "none"),
        ("skip", "skip"),
        ("can't decide", "skip"),
        ("überspringen", "skip"),
    ],
)
def test_an_answer_to_a_question(planner: Planner, said: str, answer: str) -> None:
    (made,) = planner.decide(said, QUESTION).calls
    assert made.arguments == StartQuiz(step=2, answer=answer)


def test_favourites_are_named_in_any_number(planner: Planner) -> None:
    (made,) = planner.decide("Ronin, the first and Forrest Gump", FAVOURITES).calls
    assert isinstance(made.arguments, StartQuiz)
    assert set(made.arguments.titles) >= {OFFERED[0], OFFERED[3]}
    assert (made.arguments.step, made.arguments.answer) == (5, None)


@pytest.mark.parametrize("said", ["that's all", "done", "no more", "fertig", "eso es todo", "c'est tout"])
def test_enough_favourites(planner: Planner, said: str) -> None:
    (made,) = planner.decide(said, FAVOURITES).calls
    assert made.arguments == StartQuiz(step=5, answer="done")


def test_a_mood_ends_it_with_the_first_list(planner: Planner) -> None:
    over, first = planner.decide("something tense", MOOD).calls
    assert over.arguments == StartQuiz(step=6, answer="tense")
    assert first.arguments == RecommendFilms(mood="tense")


@pytest.mark.parametrize("said", ["surprise me", "anything", "egal", "lo que sea"])
def test_any_mood_will_do(planner: Planner, said: str) -> None:
    over, first = planner.decide(said, MOOD).calls
    assert (over.arguments, first.arguments) == (StartQuiz(step=6, answer="skip"), RecommendFilms())


def test_a_genre_instead_of_a_mood_is_a_wish(planner: Planner) -> None:
    over, first = planner.decide("a good western", MOOD).calls
    assert over.arguments == StartQuiz(step=6, answer="skip")
    assert isinstance(first.arguments, RecommendFilms)
    assert first.arguments.genres == ("Western",)


def test_stopping_asks_nothing_more(planner: Planner) -> None:
    assert planner.decide("stop", QUESTION).small_talk == "declined"
    assert planner.decide("maybe later", FAVOURITES).small_talk == "declined"


@pytest.mark.parametrize(
    "said", ["what do people think of Heat?", "recommend a sad french drama from the 60s"]
)
def test_another_subject_is_not_taken_for_an_answer(planner: Planner, said: str) -> None:
    calls = planner.decide(said, QUESTION).calls
    assert calls
    assert not any(isinstance(made.arguments, StartQuiz) for made in calls)


@pytest.mark.parametrize(
    ("said", "anew"), [("start the quiz", None), ("continue the quiz", None), ("do the quiz again", True)]
)
def test_the_quiz_is_begun_resumed_or_begun_anew(planner: Planner, said: str, anew: bool | None) -> None:
    (made,) = planner.decide(said, Focus()).calls
    assert made.arguments == StartQuiz(anew=anew)
