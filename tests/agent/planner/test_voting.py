"""Votes in words."""

import pytest

from agent.focus import AwaitingVote, Focus
from agent.planner import Planner
from tools.arguments import BallotAct, PlanMovieNight

HEAT, ALIEN, MONKEYS, GUMP = OFFERED = ("tt0113277", "tt0078748", "tt0114746", "tt0109830")
SHOWN = Focus(pending=AwaitingVote(ballot=7, choices=OFFERED))


def act(planner: Planner, said: str, focus: Focus | None = None) -> BallotAct | None:
    calls = planner.decide(said, focus or Focus()).calls
    (arguments,) = (call.arguments for call in calls) if calls else (None,)
    return arguments.act if isinstance(arguments, PlanMovieNight) else None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I vote for the second one", BallotAct(do="vote", positions=(2,))),
        ("my vote goes to number 3!", BallotAct(do="vote", positions=(3,))),
        ("vote for 2", BallotAct(do="vote", positions=(2,))),
        ("I vote for Heat and the last one", BallotAct(do="vote", positions=(-1,), titles=(HEAT,))),
        ("i also vote for alien", BallotAct(do="also", titles=("alien",))),
        ("I vote for Xyzzyfilm", BallotAct(do="vote", titles=("Xyzzyfilm",))),
        ("Marta votes for the first one", BallotAct(do="vote", positions=(1,), guest="Marta")),
        ("veto Heat", BallotAct(do="veto", titles=(HEAT,))),
        ("I veto the third one", BallotAct(do="veto", positions=(3,))),
        ("close the vote", BallotAct(do="close")),
        ("ok, the voting is over", BallotAct(do="close")),
        ("cancel the movie night", BallotAct(do="cancel")),
        ("I can't come to the movie night", BallotAct(do="leave")),
        ("how's the vote going?", BallotAct(do="show")),
        ("who is winning?", BallotAct(do="show")),
        ("voto por la segunda", BallotAct(do="vote", positions=(2,))),
        ("Marta vota por la primera", BallotAct(do="vote", positions=(1,), guest="Marta")),
        ("cierra la votación", BallotAct(do="close")),
        ("je vote pour le deuxième", BallotAct(do="vote", positions=(2,))),
        ("fermez le vote", BallotAct(do="close")),
        ("annulez la soirée film", BallotAct(do="cancel")),
        ("ich stimme für den zweiten", BallotAct(do="vote", positions=(2,))),
        ("Abstimmung beenden", BallotAct(do="close")),
        ("Veto gegen Alien", BallotAct(do="veto", titles=(ALIEN,))),
        ("wie steht die Abstimmung?", BallotAct(do="show")),
    ],
)
def test_what_is_said_outright(planner: Planner, said: str, expected: BallotAct) -> None:
    assert act(planner, said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the second one please", BallotAct(do="vote", ballot=7, positions=(2,))),
        ("3", BallotAct(do="vote", ballot=7, positions=(3,))),
        ("Heat!", BallotAct(do="vote", ballot=7, titles=(HEAT,))),
        ("let's go with Forrest Gump", BallotAct(do="vote", ballot=7, titles=(GUMP,))),
        ("sorry, I can't make it", BallotAct(do="leave", ballot=7)),
    ],
)
def test_a_film_right_after_the_ballot_is_a_vote(planner: Planner, said: str, expected: BallotAct) -> None:
    assert act(planner, said, SHOWN) == expected


@pytest.mark.parametrize(
    "said",
    [
        "who directed the second one?",
        "what is Heat about?",
        "shorter ones",
        "I've seen Heat",
        "something like Alien",
        "save the second one",
    ],
)
def test_other_words_after_a_ballot_are_no_votes(planner: Planner, said: str) -> None:
    assert act(planner, said, SHOWN) is None


@pytest.mark.parametrize(
    "said",
    [
        "plan a movie night with Ana and let us vote",
        "films about an election where the poll is rigged",
        "a thriller about voting fraud",
        "I can't come to grips with Tenet",
        "something where the underdog is winning",
    ],
)
def test_films_about_votes_are_looked_for(planner: Planner, said: str) -> None:
    assert act(planner, said) is None


@pytest.mark.parametrize(
    "said", ["cancel that", "no, forget it", "scrap the whole thing", "annule", "vergiss es"]
)
def test_a_ballot_just_shown_is_called_off_in_few_words(planner: Planner, said: str) -> None:
    (call,) = planner.decide(said, SHOWN).calls
    assert isinstance(call.arguments, PlanMovieNight)
    assert call.arguments.act == BallotAct(do="cancel", ballot=7)
