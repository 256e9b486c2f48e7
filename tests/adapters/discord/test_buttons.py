from typing import Any

import pytest

from adapters.discord.client import Client
from adapters.discord.codes import ID_LIMIT, Strand, encode, strand_of, template, thread_of
from agent.events import Choice, Choices, TextDelta
from data.errors import BadInput
from tests.adapters.discord.place import Place
from tests.support.films import HEAT, RONIN
from tests.support.surfaces import answer, done, saying


def ids(message: Any) -> list[str]:
    return [part.custom_id for row in message.components for part in row.children]


def labels(message: Any) -> list[str]:
    return [part.label for part in message.components[0].children]


@pytest.mark.parametrize("thread", ["123456789012345678", "123456789012345678/private"])
def test_ids_are_read_back(thread: str) -> None:
    import re

    code = encode("b", Strand(2**64 - 1, thread), "rate:tt0113277:4.5")
    match = re.fullmatch(template("b"), code)
    assert match
    assert strand_of(match["owner"], match["thread"]) == Strand(2**64 - 1, thread)
    assert match["rest"] == "rate:tt0113277:4.5"


def test_the_longest_id_of_a_button_fits() -> None:
    longest = encode("b", Strand(2**64 - 1, thread_of(2**64 - 1, private=True)), "x" * 64)
    assert len(longest) <= ID_LIMIT
    with pytest.raises(BadInput):
        encode("b", Strand(2**64 - 1, "1"), "x" * 90)


async def test_a_button_does_what_it_says_in_its_own_conversation(place: Place) -> None:
    message = await place.say("something like Thief")
    place.agent.script = answer("Akin to it:", RONIN)
    result = await place.ana.click(message, label="More like it")
    turn = place.agent.turns[-1]
    assert (turn.action, turn.text) == (f"more:{HEAT.id}", "More like it")
    assert turn.thread == str(place.channel.id)
    assert result.ephemeral
    assert result.response.content == "Akin to it:"


async def test_saving_turns_the_button_round(place: Place) -> None:
    message = await place.say("something like Thief")
    person = await place.parts.people.resolve("discord", str(place.ana.id))

    async def saves(turn: Any) -> Any:
        await place.parts.library.save(person.id, HEAT.id)
        yield TextDelta("It's on your watchlist.")
        yield done()

    place.agent.script = saves
    result = await place.ana.click(message, label="Save")
    assert [followup.content for followup in result.followups] == ["It's on your watchlist."]
    assert result.followups[0].ephemeral
    assert labels(place.channel.last_message)[0] == "Take off the list"
    assert ids(place.channel.last_message)[0].endswith(f"unsave:{HEAT.id}")


async def test_stars_are_given_by_a_menu(place: Place) -> None:
    message = await place.say("something like Thief")
    await place.ana.select(message, [f"rate:{HEAT.id}:4.5"])
    assert place.agent.turns[-1].action == f"rate:{HEAT.id}:4.5"


async def test_a_film_of_a_list_is_looked_at_by_a_menu(place: Place) -> None:
    place.agent.script = answer("Two:", HEAT, RONIN)
    message = await place.say("two films")
    place.agent.script = answer("Ronin it is.", RONIN)
    result = await place.ana.select(message, [f"details:{RONIN.id}"])
    assert place.agent.turns[-1].action == f"details:{RONIN.id}"
    assert result.response.embeds[0].title == "Ronin (1998)"


async def test_others_are_refused_politely(place: Place) -> None:
    message = await place.say("something like Thief")
    result = await place.luis.click(message, label="Save")
    assert "somebody else's" in result.response.content
    assert result.ephemeral
    assert len(place.agent.turns) == 1


BALLOT = saying(
    TextDelta("Vote:"),
    Choices((Choice("ballot:7:1", "Vote: 1. Heat"), Choice("ballot:7:close", "Close the vote"))),
    done("Vote:"),
)
LONG_BALLOT = saying(
    TextDelta("Vote:"),
    Choices(tuple(Choice(f"ballot:7:{number}", f"Vote: {number}") for number in range(1, 8))),
    done("Vote:"),
)


async def test_a_ballot_is_everybodys_and_only_its_end_is_told_to_all(place: Place) -> None:
    place.agent.script = BALLOT
    message = await place.say("plan a movie night")
    voted = await place.luis.click(message, label="Vote: 1. Heat")
    assert voted.ephemeral
    turn = place.agent.turns[-1]
    assert (turn.user, turn.action, turn.place.public) == (str(place.luis.id), "ballot:7:1", False)
    place.agent.script = answer("Heat it is.")
    closed = await place.luis.click(message, label="Close the vote")
    assert not closed.ephemeral
    assert place.agent.turns[-1].place.public
    assert place.channel.last_message.content == "Heat it is."


async def test_a_long_ballot_is_a_menu_for_everybody(place: Place) -> None:
    place.agent.script = LONG_BALLOT
    message = await place.say("plan a movie night")
    await place.luis.select(message, ["ballot:7:6"])
    assert (place.agent.turns[-1].user, place.agent.turns[-1].action) == (str(place.luis.id), "ballot:7:6")


async def test_buttons_survive_a_restart(place: Place) -> None:
    message = await place.say("something like Thief")
    await place.env.restart_bot(Client(place.parts, shard_count=2))
    await place.ana.click(message, label="Why?")
    assert place.agent.turns[-1].action == f"why:{HEAT.id}"


async def test_an_answer_to_a_question_comes_from_where_it_was_asked(place: Place) -> None:
    place.agent.script = saying(
        TextDelta("Erase everything?"), Choices((Choice("yes", "Yes"), Choice("no", "No"))), done()
    )
    result = await place.ana.slash(place.channel, "privacy", do="forget")
    await place.ana.click(result.response, label="Yes")
    asked, answered = place.agent.turns
    assert answered.action == "yes"
    assert answered.thread == asked.thread == f"{place.channel.id}/private"


async def test_a_button_pressed_twice_by_the_gateway_counts_once(place: Place) -> None:
    client: Any = place.env.bot
    assert client.once.first(1)
    assert not client.once.first(1)
    assert client.once.first(2)


async def test_a_button_nobody_knows_is_answered(place: Place) -> None:
    import discord

    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Old", custom_id="v0:something"))
    channel: Any = place.env.bot.get_channel(place.channel.id)
    message = await channel.send("From another version", view=view)
    place.env.bot._connection._view_store.remove_view(view)
    result = await place.ana.click(message, label="Old")
    assert "no longer know" in result.response.content


async def test_a_malformed_code_is_refused_in_words(place: Place) -> None:
    place.agent.script = saying(then=BadInput("That button is not one of mine; please ask in words."))
    place.agent.script, first = answer("One:", HEAT), place.agent.script
    message = await place.say("one film")
    place.agent.script = first
    result = await place.ana.click(message, label="Why?")
    assert "not one of mine" in result.response.content


async def test_what_breaks_in_a_button_is_told(place: Place) -> None:
    message = await place.say("something like Thief")
    place.agent.script = saying(then=RuntimeError("a fault"))
    result = await place.ana.click(message, label="Why?")
    assert "went wrong on my side" in result.response.content
