"""Where a ballot is a poll, buttons leave the voting to it."""

import random
from dataclasses import replace

import pytest

from agent.wording.ballot import ballot, buttons
from agent.wording.phrasebook import Phrasebook
from agent.wording.words import Words
from tests.agent.house import pick
from tests.agent.wording.test_results import STANDING
from tests.support.films import CATALOGUE, COLLATERAL, RONIN
from tools.results import BallotFilm, NightPlanned

WORDS = Words(Phrasebook("en", random.Random(0)), CATALOGUE.films)
PLANNED = NightPlanned((BallotFilm(pick(RONIN.id)), BallotFilm(pick(COLLATERAL.id))), number=5)


@pytest.mark.parametrize("poll", ["", "123"])
def test_a_poll_takes_the_votes(poll: str) -> None:
    assert [one.id for one in buttons(replace(PLANNED, polled=True), WORDS)] == ["ballot:5:close"]
    in_poll = replace(STANDING, ballot=replace(STANDING.ballot, poll=poll))
    assert [one.id for one in buttons(in_poll, WORDS)] == [f"ballot:{STANDING.ballot.id}:close"]
    assert "2 votes" in "".join(ballot(in_poll, WORDS).body)


def test_elsewhere_buttons_do() -> None:
    assert [one.id for one in buttons(PLANNED, WORDS)] == ["ballot:5:1", "ballot:5:2", "ballot:5:close"]
    assert len(buttons(STANDING, WORDS)) == 3
