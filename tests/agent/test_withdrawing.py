"""Wishes taken back in words."""

import random
from collections.abc import Sequence

import pytest

from agent.decision import Decision
from agent.focus import Focus
from agent.standing import Wish, wishes_of
from agent.withdrawing import taken_back, withdrawn
from agent.wording.phrasebook import Phrasebook
from agent.wording.words import Words
from tests.agent.house import call, decide
from tests.support.films import CATALOGUE
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


def wishes(request: RecommendFilms = REQUEST, language: str = "en") -> Sequence[Wish]:
    words = Words(Phrasebook(language, random.Random(1)), CATALOGUE.films)
    return wishes_of(request, words, CATALOGUE)


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
    (found,) = withdrawn(forget(what), Focus(request=REQUEST), wishes()).calls
    assert found.arguments == REQUEST.model_copy(update=changed)


@pytest.mark.parametrize("what", ["that I hate horror", "my horror rule", "everything", "the musicals thing"])
def test_what_is_kept_for_good_stays_a_matter_of_forget(what: str) -> None:
    assert withdrawn(forget(what), Focus(request=REQUEST), wishes()) == forget(what)


def test_what_no_longer_stands_is_no_wish_either() -> None:
    request = REQUEST.model_copy(update={"mood": None})
    said = taken_back(
        "actually forget the sad thing, i want a western", Focus(request=request), wishes(request)
    )
    assert said is not None
    assert (said.request, said.rest) == (request, "i want a western")
    assert taken_back("forget the sad thing", Focus(request=request), wishes(request)) is None
    assert taken_back("forget that I like war, a western", Focus(request=request), wishes(request)) is None


def test_without_a_search_there_is_nothing_to_take_back() -> None:
    assert withdrawn(forget("the horror thing"), Focus(), ()) == forget("the horror thing")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("forget that I can't stand musicals", "I can't stand musicals"),
        ("oublie que je hais l'horreur", "je hais l'horreur"),
    ],
)
def test_what_asks_to_be_forgotten_is_not_remembered(said: str, what: str) -> None:
    taken = decide(call(tool="remember", preference=said))
    assert withdrawn(taken, Focus(request=REQUEST), wishes()) == forget(what)


def test_what_is_to_be_remembered_stays() -> None:
    taken = decide(call(tool="remember", preference="I never forget a face"))
    assert withdrawn(taken, Focus(), ()) == taken


@pytest.mark.parametrize(
    ("said", "changed", "rest"),
    [
        ("drop the comedy", {"genres": ()}, ""),
        ("it doesn't have to be French", {"languages": ()}, ""),
        ("horror is fine after all", {"exclude_genres": ("War",)}, ""),
        ("never mind the tension and De Niro", {"mood": None, "people": ()}, ""),
        ("forget the horror thing, and make it shorter", {"exclude_genres": ("War",)}, "make it shorter"),
        ("ok lose the 80s", {"min_year": None}, ""),
        ("no need for De Niro, something with dogs", {"people": ()}, "something with dogs"),
    ],
)
def test_wishes_are_taken_back_in_many_words(said: str, changed: dict[str, object], rest: str) -> None:
    back = taken_back(said, Focus(request=REQUEST), wishes())
    assert back is not None
    assert (back.request, back.rest) == (REQUEST.model_copy(update=changed), rest)


@pytest.mark.parametrize(
    ("said", "language", "changed"),
    [
        ("olvida lo de terror", "es", {"exclude_genres": ("War",)}),
        ("no tiene que ser en francés", "es", {"languages": ()}),
        ("oublie la comédie", "fr", {"genres": ()}),
        ("pas forcément tendu", "fr", {"mood": None}),
        ("vergiss das Spannende", "de", {"mood": None}),
        ("Horror ist doch in Ordnung", "de", {"exclude_genres": ("War",)}),
        ("muss nicht auf Französisch sein", "de", {"languages": ()}),
    ],
)
def test_in_the_words_that_stand_on_the_screen(said: str, language: str, changed: dict[str, object]) -> None:
    back = taken_back(said, Focus(request=REQUEST), wishes(language=language))
    assert back is not None
    assert back.request == REQUEST.model_copy(update=changed)


@pytest.mark.parametrize(
    "said",
    [
        "no horror please",
        "skip the horror",  # keeps it away, as before
        "forget that I hate horror",
        "remove Alien from my watchlist",
        "drop it",
        "something with dogs",
        "who directed Heat?",
    ],
)
def test_what_takes_nothing_back_is_left_alone(said: str) -> None:
    assert taken_back(said, Focus(request=REQUEST), wishes()) is None


def test_one_of_two_moods_goes() -> None:
    request = RecommendFilms(mood="tense, dark")
    back = taken_back("less of the dark", Focus(request=request), wishes(request))
    assert back is not None
    assert back.request == RecommendFilms(mood="tense")
