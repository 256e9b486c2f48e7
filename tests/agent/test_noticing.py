"""Lasting preferences said in passing."""

import pytest

from agent.decision import Decision
from agent.noticing import noticed, trimmed, with_noticed
from agent.turn import Place
from memory.database import Database
from recsys.types import Constraints
from tests.agent.house import ScriptedTool, build, call, decide, pick
from tools.arguments import RecommendFilms, Remember
from tools.results import Picks, Remembered


@pytest.mark.parametrize(
    ("said", "preferences", "rest"),
    [
        (
            "something for tonight, I can't stand jump scares by the way",
            ["I can't stand jump scares"],
            "something for tonight",
        ),
        (
            "my kid watches with me on Sundays, any good adventure film?",
            ["my kid watches with me on Sundays"],
            "any good adventure film",
        ),
        (
            "my kid watches with me on Sundays so keep that in mind. a good adventure?",
            ["my kid watches with me on Sundays"],
            "a good adventure",
        ),
        (
            "I hate musicals. what should we watch tonight?",
            ["I hate musicals"],
            "what should we watch tonight",
        ),
        (
            "can you find me a comedy? btw I never watch anything longer than two hours",
            ["I never watch anything longer than two hours"],
            "can you find me a comedy",
        ),
        (
            "I hate horror, war films and westerns, something funny please",
            ["I hate horror, war films and westerns"],
            "something funny please",
        ),
        ("a war film but my wife can't stand gore", ["my wife can't stand gore"], "a war film"),
        (
            "I don't like Tom Cruise, something with action",
            ["I don't like Tom Cruise"],
            "something with action",
        ),
        (
            "a thriller please, and nothing with dead dogs ever",
            ["nothing with dead dogs ever"],
            "a thriller please",
        ),
        ("i cant do subtitles sorry. something korean tho?", ["i cant do subtitles"], "something korean tho"),
        (
            "une comédie pour ce soir, d'ailleurs je déteste les comédies musicales",
            ["je déteste les comédies musicales"],
            "une comédie pour ce soir",
        ),
        (
            "algo divertido, por cierto no soporto las películas de terror",
            ["no soporto las películas de terror"],
            "algo divertido",
        ),
        ("was Spannendes, übrigens hasse ich Horrorfilme", ["hasse ich Horrorfilme"], "was Spannendes"),
        (
            "mit meiner Tochter schaue ich sonntags immer Filme, was Schönes?",
            ["mit meiner Tochter schaue ich sonntags immer Filme"],
            "was Schönes",
        ),
    ],
)
def test_what_holds_for_good_is_told_from_what_is_asked(said: str, preferences: list[str], rest: str) -> None:
    found = noticed(said)
    assert found is not None
    assert (list(found.preferences), found.rest) == (preferences, rest)


@pytest.mark.parametrize(
    "said",
    [
        "I don't want horror tonight",
        "no horror please",
        "I don't like the second one",
        "I hate it",
        "do you like westerns?",
        "something my wife would like",
        "I hate my job, give me something funny",
        "we're three flatmates, something fun",
        "I watched Heat with my kids yesterday",
        "ce soir je n'aime pas l'horreur",
        "forget that I can't stand jump scares",
        "vergiss, dass ich Horror hasse, und such was Gruseliges",
    ],
)
def test_what_is_said_of_tonight_or_of_these_is_no_preference(said: str) -> None:
    assert noticed(said) is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("btw I never watch horror lol", "I never watch horror"),
        ("keep in mind that my kid watches with me", "my kid watches with me"),
        ("btw", "btw"),
    ],
)
def test_the_words_around_a_preference_are_not_kept(said: str, kept: str) -> None:
    assert trimmed(said) == kept


SAID = "I hate musicals. what should we watch tonight?"
NOTE = call(tool="remember", preference="I hate musicals")
ASKED = call(tool="recommend_films", exclude_genres=["musicals"])
ELSE = Decision(small_talk="other")


def test_a_request_keeps_its_calls_and_gains_the_note_before_them() -> None:
    assert with_noticed(decide(ASKED), SAID, lambda _: ELSE).calls == (NOTE, ASKED)


def test_a_request_that_was_swallowed_by_the_note_is_read_by_itself() -> None:
    swallowed = decide(call(tool="remember", preference=SAID))
    found = with_noticed(swallowed, SAID, lambda said: decide(ASKED) if "watch" in said else ELSE)
    assert found.calls == (NOTE, ASKED)


def test_a_word_on_one_film_is_no_preference() -> None:
    disliked = decide(call(tool="update_library", action="dislike", title="Titanic"))
    said = "I hate Titanic, something else"
    assert with_noticed(decide(ASKED), said, lambda _: disliked).calls == (ASKED,)


def test_talk_about_other_things_stays_talk() -> None:
    assert with_noticed(ELSE, "I never sleep well", lambda _: ELSE) == ELSE


def test_what_is_to_be_forgotten_is_not_noted_first() -> None:
    forgets = decide(call(tool="forget", what="I can't stand jump scares"))
    assert with_noticed(forgets, "forget that I can't stand jump scares", lambda _: ELSE) == forgets


async def test_it_is_written_down_and_the_request_answered_but_not_where_others_read(
    database: Database,
) -> None:
    noting = ScriptedTool([Remembered("I hate musicals", Constraints())])
    finding = ScriptedTool([Picks((pick("tt0113277"),))])
    home = build(
        database,
        plans={SAID: decide(ASKED)},
        tools={"remember": noting, "recommend_films": finding},
    )
    await home.say(SAID, place=Place(public=True))
    assert not noting.made
    await home.say(SAID)
    assert [made for made, _ in noting.made] == [Remember(preference="I hate musicals")]
    assert finding.made[-1][0] == RecommendFilms(exclude_genres=("musicals",))
