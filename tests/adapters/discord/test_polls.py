"""Ballots as polls of a Discord server, with our real client and a real database."""

from typing import Any

import discord
import pytest

from memory.ballot_rules import Ballot
from memory.ballot_voters import Voter
from memory.ballots import Ballots
from memory.people import People
from tests.adapters.discord.place import Place
from tests.support.ballots import FILMS, ballots_of


@pytest.fixture
def night(place: Place) -> Place:
    place.agent.script = ballots_of(place.parts.database)
    everyone = discord.PermissionOverwrite(send_polls=True)
    place.channel = place.guild.create_text_channel("nights", overwrites={place.guild.me: everyone})
    return place


async def ballot(place: Place) -> Ballot:
    found = await Ballots(place.parts.database).open_in(f"discord/{place.guild.id}")
    assert found
    return found


async def votes(place: Place) -> list[int]:
    return [option.votes for option in (await ballot(place)).options]


def poll_in(place: Place) -> Any:
    return next(message for message in reversed(place.channel.history()) if message.poll)


async def test_a_ballot_in_a_server_is_a_poll_and_its_votes_count(night: Place) -> None:
    await night.say("plan a movie night")
    asked = poll_in(night)
    assert [answer.text for answer in asked.poll.answers] == [film.label for film in FILMS]
    assert asked.poll.question == "What do we watch?"
    assert asked.poll.multiple
    await night.ana.set_poll_votes(asked, answers=[1, 3])
    await night.luis.vote(asked, answer=3)
    assert await votes(night) == [1, 0, 2]
    await night.ana.remove_vote(asked, answer=1)
    assert await votes(night) == [0, 0, 2]


async def test_words_and_the_poll_are_one_persons_votes(night: Place) -> None:
    await night.say("plan a movie night")
    luis = await People(night.parts.database).resolve("discord", str(night.luis.id))
    standing = await ballot(night)
    await Ballots(night.parts.database).vote(standing.id, Voter.person(luis.id), [1])
    await night.luis.vote(poll_in(night), answer=2)
    assert await votes(night) == [1, 1, 0]
    assert (await ballot(night)).voters == 1


async def test_the_poll_ends_with_the_vote_and_late_votes_do_not_count(night: Place) -> None:
    await night.say("plan a movie night")
    standing = await ballot(night)
    await night.say("close the vote")
    assert poll_in(night).poll.is_finalised()
    client: Any = night.env.bot
    await client.votes.count(str(poll_in(night).id), str(night.luis.id), [2], way="also")
    closed = await Ballots(night.parts.database).get(standing.id)
    assert closed
    assert sum(option.votes for option in closed.options) == 0


async def test_a_poll_that_was_deleted_leaves_the_ballot_as_it_stands(night: Place) -> None:
    await night.say("plan a movie night")
    asked = poll_in(night)
    await night.luis.vote(asked, answer=2)
    night.env.backend.delete_message(night.channel.id, asked.id)
    assert await votes(night) == [0, 1, 0]
    await night.say("close the vote")
    assert night.channel.last_message.content == "Closed."


async def test_where_we_may_not_poll_buttons_do(place: Place) -> None:
    place.agent.script = ballots_of(place.parts.database)
    no_polls = discord.PermissionOverwrite(send_polls=False)
    place.channel = place.guild.create_text_channel("quiet", overwrites={place.guild.me: no_polls})
    await place.say("plan a movie night")
    assert not place.agent.turns[-1].place.polls
    assert (await ballot(place)).poll is None
    assert not any(message.poll for message in place.channel.history())


async def test_alone_with_us_there_is_no_poll(place: Place) -> None:
    await place.ana.send_dm("plan a movie night")
    assert not place.agent.turns[-1].place.polls
