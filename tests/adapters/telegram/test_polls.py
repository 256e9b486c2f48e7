"""Ballots as polls of a Telegram group, with our real client over a loopback server and a real database."""

from typing import Any

import pytest

from adapters.benchmarks.telegram_rules import Fault
from memory.ballot_rules import Ballot
from memory.ballots import Ballots
from tests.adapters.telegram.place import ANA, GROUP, LUIS, Place, person
from tests.support.ballots import FILMS, ballots_of


@pytest.fixture
def night(place: Place) -> Place:
    place.agent.script = ballots_of(place.parts.database)
    return place


async def ballot(place: Place) -> Ballot:
    found = await Ballots(place.parts.database).open_in(f"telegram/{GROUP}")
    assert found
    return found


async def plan(place: Place) -> Any:
    await place.write("@cine_bot plan a movie night", where=GROUP)
    await place.until(lambda: place.server.made("sendPoll"))
    await place.until(lambda: any("poll" in message for message in place.server.in_chat(GROUP)))
    return next(message for message in place.server.in_chat(GROUP) if "poll" in message)


async def choose(place: Place, asked: Any, user: int, *numbers: int) -> None:
    answer = {"poll_id": asked["poll"]["id"], "user": person(user), "option_ids": list(numbers)}
    before = len(place.server.made("getUpdates"))
    await place.server.deliver(poll_answer=answer | {"option_persistent_ids": [str(n) for n in numbers]})
    await place.until(lambda: len(place.server.made("getUpdates")) > before + 1)


async def test_a_ballot_in_a_group_is_a_poll_and_its_votes_count(night: Place) -> None:
    asked = await plan(night)
    assert [option["text"] for option in asked["poll"]["options"]] == [film.label for film in FILMS]
    assert asked["poll"]["is_anonymous"] is False
    await choose(night, asked, ANA, 0, 2)
    await choose(night, asked, LUIS, 2)
    assert [option.votes for option in (await ballot(night)).options] == [1, 0, 2]
    await choose(night, asked, ANA)
    assert [option.votes for option in (await ballot(night)).options] == [0, 0, 1]


async def test_the_poll_is_stopped_with_the_vote(night: Place) -> None:
    asked = await plan(night)
    await night.write("@cine_bot close the vote", where=GROUP)
    await night.until(lambda: night.server.made("stopPoll"))
    stopped = night.server.messages[GROUP, asked["message_id"]]
    await night.until(lambda: stopped["poll"]["is_closed"])


async def test_a_poll_that_was_deleted_leaves_the_ballot_as_it_stands(night: Place) -> None:
    asked = await plan(night)
    await choose(night, asked, LUIS, 1)
    del night.server.messages[GROUP, asked["message_id"]]
    said = await night.say("@cine_bot close the vote", where=GROUP)
    assert said["text"] == "Closed."
    await night.until(lambda: night.server.made("stopPoll"))


async def test_where_we_may_not_poll_the_group_is_told_how_to_vote(night: Place) -> None:
    night.server.faults["sendPoll"].append(
        Fault(400, "Bad Request: not enough rights to send polls to the chat")
    )
    await night.write("@cine_bot plan a movie night", where=GROUP)
    await night.until(
        lambda: any("Send Polls" in str(one.get("text")) for one in night.server.in_chat(GROUP))
    )
    assert (await ballot(night)).poll is None


async def test_a_vote_in_a_poll_that_is_not_ours_is_left_alone(night: Place) -> None:
    await plan(night)
    stranger = {"poll": {"id": "another"}}
    await choose(night, stranger, LUIS, 1)
    assert [option.votes for option in (await ballot(night)).options] == [0, 0, 0]
