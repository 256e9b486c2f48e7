"""Messages about reviews that only make sense after what was said before."""

from typing import Any

import pytest

from agent.decision import Decision
from agent.focus import AwaitingOpinion, Focus
from agent.planner import Planner
from tools.arguments import RecommendFilms, Remember, SummariseReviews, UpdateLibrary

HEAT = "tt0113277"
TOLD = Focus(film_id=HEAT, summarised=HEAT)
ASKED = Focus(film_id=HEAT, pending=AwaitingOpinion(film_id=HEAT))
INVITED = Focus(film_id=HEAT, pending=AwaitingOpinion(film_id=HEAT, invited=True))


def only(decision: Decision) -> Any:
    (call,) = decision.calls
    return call.arguments


@pytest.mark.parametrize(
    "said",
    [
        "show me why",
        "why do you say that?",
        "what is that based on?",
        "prove it",
        "who says that?",
        "¿por qué?",
    ],
)
def test_the_grounds_of_a_summary_are_asked_for_in_words(planner: Planner, said: str) -> None:
    asked = only(planner.decide(said, TOLD))
    assert isinstance(asked, SummariseReviews)
    assert (asked.title, asked.year, asked.evidence) == ("Heat", 1995, True)
    assert asked != next(iter(planner.decide(said, Focus(film_id=HEAT)).calls), None)


def test_a_wish_after_a_summary_is_still_a_wish(planner: Planner) -> None:
    assert isinstance(only(planner.decide("show me something funny", TOLD)), RecommendFilms)
    asked = only(planner.decide("and the acting?", TOLD))
    assert (asked.title, asked.aspects, asked.evidence) == ("Heat", ("acting",), None)


def test_spoilers_for_this_summary_for_good_or_both(planner: Planner) -> None:
    assert only(planner.decide("spoilers are fine", TOLD)).spoilers == "full"
    assert isinstance(only(planner.decide("mild spoilers are fine", Focus())), Remember)
    both = [call.arguments for call in planner.decide("I don't mind spoilers", TOLD).calls]
    assert [type(one) for one in both] == [Remember, SummariseReviews]
    wish = only(planner.decide("recommend me a thriller without spoilers", Focus()))
    assert isinstance(wish, RecommendFilms)


def test_a_review_of_the_film_spoken_of_need_not_name_it(planner: Planner) -> None:
    kept = only(planner.decide("my review: superb acting, a bit long", Focus(film_id=HEAT)))
    assert isinstance(kept, UpdateLibrary)
    assert (kept.action, kept.title, kept.text) == ("review", "Heat", "superb acting, a bit long")
    assert not planner.decide("my review: superb acting, a bit long", Focus()).calls


def test_films_a_review_compares_with_are_not_reviewed(planner: Planner) -> None:
    kept = only(planner.decide("my review of Heat: long, Casino is better", Focus()))
    assert (kept.title, kept.text) == ("Heat", "long, Casino is better")


@pytest.mark.parametrize(
    ("said", "action", "rating"),
    [
        ("4", "rate", 4.0),
        ("9/10", "rate", 4.5),
        ("loved it", "review", None),
        ("it was superb, the acting was great", "review", None),
        ("not bad, a bit slow", "review", None),
        ("4.5 stars, what a ride that was", "review", 4.5),
        ("meh", "review", None),
    ],
)
def test_answers_to_how_was_it(planner: Planner, said: str, action: str, rating: float | None) -> None:
    kept = only(planner.decide(said, ASKED))
    assert isinstance(kept, UpdateLibrary)
    assert (kept.action, kept.title, kept.year, kept.rating) == (action, "Heat", 1995, rating)


@pytest.mark.parametrize("said", ["no", "later", "not now", "never mind"])
def test_the_question_may_be_declined(planner: Planner, said: str) -> None:
    assert planner.decide(said, ASKED) == Decision(small_talk="declined", certainty=1.0)


@pytest.mark.parametrize("said", ["something funny now", "a funny film with great music"])
def test_another_wish_is_no_answer(planner: Planner, said: str) -> None:
    assert isinstance(only(planner.decide(said, ASKED)), RecommendFilms)


def test_courtesies_are_no_review(planner: Planner) -> None:
    assert planner.decide("thanks", ASKED).small_talk == "thanks"


def test_who_was_invited_may_write_anything(planner: Planner) -> None:
    text = "It is a long film about two men on opposite sides of the law."
    assert only(planner.decide(text, INVITED)).text == text
    assert only(planner.decide("Es war großartig, nur zu lang.", INVITED)).action == "review"
    assert isinstance(only(planner.decide("recommend me a comedy", INVITED)), RecommendFilms)
