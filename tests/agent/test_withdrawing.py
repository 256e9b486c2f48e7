"""Wishes taken back in words."""

import pytest

from agent.decision import Decision
from agent.focus import Focus
from agent.withdrawing import withdrawn
from tests.agent.house import call, decide
from tools.arguments import RecommendFilms

REQUEST = RecommendFilms(
    genres=("Comedy",),
    exclude_genres=("Horror", "War"),
    people=("Robert De Niro",),
    languages=("French",),
    mood="tense",
    max_runtime=100,
    min_year=1980,
)


def forget(what: str) -> Decision:
    return decide(call(tool="forget", what=what))


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ("the horror thing", {"exclude_genres": ("War",)}),
        ("the comedy", {"genres": ()}),
        ("de niro", {"people": ()}),
        ("french", {"languages": ()}),
        ("the tense part", {"mood": None}),
        ("the length", {"max_runtime": None}),
        ("the decade", {"min_year": None}),
    ],
)
def test_a_wish_of_this_search_is_dropped(what: str, changed: dict[str, object]) -> None:
    (found,) = withdrawn(forget(what), Focus(request=REQUEST)).calls
    assert found.arguments == REQUEST.model_copy(update=changed)


@pytest.mark.parametrize("what", ["that I hate horror", "my horror rule", "everything", "the musicals thing"])
def test_what_is_kept_for_good_stays_a_matter_of_forget(what: str) -> None:
    assert withdrawn(forget(what), Focus(request=REQUEST)) == forget(what)


def test_without_a_search_there_is_nothing_to_take_back() -> None:
    assert withdrawn(forget("the horror thing"), Focus()) == forget("the horror thing")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("forget that I can't stand musicals", "I can't stand musicals"),
        ("oublie que je hais l'horreur", "je hais l'horreur"),
    ],
)
def test_what_asks_to_be_forgotten_is_not_remembered(said: str, what: str) -> None:
    taken = decide(call(tool="remember", preference=said))
    assert withdrawn(taken, Focus(request=REQUEST)) == forget(what)


def test_what_is_to_be_remembered_stays() -> None:
    taken = decide(call(tool="remember", preference="I never forget a face"))
    assert withdrawn(taken, Focus()) == taken
