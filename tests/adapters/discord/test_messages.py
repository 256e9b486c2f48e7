from typing import Any

import discord
import pytest

from agent.events import Choice, Choices, FilmCard, FilmCards, Notice, TextDelta, ToolStarted
from data.errors import BadInput
from recsys.looks.palette import Swatch
from tests.adapters.discord.place import Place
from tests.adapters.test_taste_card import CARD
from tests.support.films import AMELIE, COLLATERAL, HEAT, RONIN
from tests.support.surfaces import answer, done, saying

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64
PERSONAL = saying(
    ToolStarted("show_library", {"kind": "profile"}, "Opening your library…"),
    TextDelta("You love Heat."),
    done("You love Heat."),
)


async def test_a_mention_is_answered_with_text_and_a_card(place: Place) -> None:
    reply = await place.say("something like Thief")
    (turn,) = place.agent.turns
    assert (turn.surface, turn.user, turn.text) == ("discord", str(place.ana.id), "something like Thief")
    assert (turn.thread, turn.room) == (str(place.channel.id), str(place.guild.id))
    assert turn.place.public
    assert reply.content == "How about this?"
    (embed,) = reply.embeds
    assert (embed.title, embed.description) == ("Heat (1995)", "Close to Thief (1981).")
    assert reply.reference is not None


async def test_a_direct_message_is_answered_without_a_mention(place: Place) -> None:
    await place.ana.send_dm("something like Thief")
    assert place.ana.user.dm_channel.last_message.content == "How about this?"
    assert not place.agent.turns[0].place.public
    assert place.agent.turns[0].room is None


async def test_what_is_not_meant_for_us_is_left_alone(place: Place) -> None:
    await place.ana.send(place.channel, "does anybody know Heat?")
    robot = place.guild.add_member(place.env.create_user("robot", bot=True))
    await robot.send(place.channel, f"{place.me} something like Heat")
    assert place.agent.turns == []


async def test_nothing_in_an_answer_pings_anybody(place: Place) -> None:
    place.agent.script = saying(TextDelta("@everyone <@1>"), done())
    reply = await place.say("hello")
    assert not reply.mention_everyone
    assert not reply.mentions


async def test_zero_width_and_direction_marks_do_not_hide_the_words(place: Place) -> None:
    await place.say("some\u200bthing like \u202eHeat\u202c")
    assert place.agent.turns[0].text == "something like Heat"


async def test_other_people_are_meant_by_name(place: Place) -> None:
    await place.say(f"what would {place.luis.mention} like?")
    assert place.agent.turns[0].text == "what would luis like?"


async def test_a_list_comes_with_a_menu_a_single_film_with_its_buttons(place: Place) -> None:
    place.agent.script = answer("Two:", HEAT, RONIN)
    several = await place.say("two films")
    assert [embed.title for embed in several.embeds] == ["1. Heat (1995)", "2. Ronin (1998)"]
    (row,) = several.components
    assert [option.value for option in row.children[0].options] == [
        f"details:{HEAT.id}",
        f"details:{RONIN.id}",
    ]
    place.agent.script = answer("One:", HEAT)
    buttons, stars = (await place.say("one film")).components
    assert [button.label for button in buttons.children] == [
        "Save",
        "Seen it",
        "Not for me",
        "More like it",
        "Why?",
    ]
    assert len(stars.children[0].options) == 10


async def test_a_long_answer_is_split_by_sense(place: Place) -> None:
    paragraphs = [f"Paragraph {number}. " + "word " * 150 for number in range(6)]
    place.agent.script = saying(TextDelta("\n\n".join(paragraphs)), done())
    await place.say("tell me everything")
    ours = [message for message in place.channel.history() if message.author.id != place.ana.id]
    assert len(ours) == 3
    assert all(message.content.startswith("Paragraph") for message in ours)
    assert all(len(message.content) <= 2000 for message in ours)


async def test_many_films_stay_within_discords_limits(place: Place) -> None:
    films = (HEAT, RONIN, COLLATERAL, AMELIE) * 5
    cards = tuple(FilmCard(film, reason="because " * 200) for film in films)
    place.agent.script = saying(FilmCards(cards), TextDelta("Twenty:"), done("Twenty:", cards))
    await place.say("twenty films")
    ours = [message for message in place.channel.history() if message.embeds]
    assert sum(len(message.embeds) for message in ours) == 20
    assert all(sum(map(len, message.embeds)) <= 6000 for message in ours)


async def test_many_choices_become_a_menu_of_at_most_25(place: Place) -> None:
    offered = tuple(Choice(f"pick:film-{number}", f"Film {number}" * 20) for number in range(100))
    place.agent.script = saying(TextDelta("Which?"), Choices(offered), done())
    (row,) = (await place.say("Suspiria")).components
    assert len(row.children[0].options) == 25


async def test_notices_stand_above_the_answer(place: Place) -> None:
    place.agent.script = saying(Notice("The model is away."), TextDelta("Hello."), done())
    assert (await place.say("hello")).content == "-# The model is away.\nHello."


async def test_what_is_personal_goes_into_a_direct_message(place: Place) -> None:
    place.agent.script = PERSONAL
    reply = await place.say("what do you know about me?")
    assert "direct message" in reply.content
    assert "Heat" not in reply.content
    assert place.ana.user.dm_channel.last_message.content == "You love Heat."


async def test_who_cannot_be_messaged_learns_how_to_ask_privately(place: Place) -> None:
    place.agent.script = PERSONAL
    place.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, message="Cannot send")
    reply = await place.say("what do you know about me?")
    assert "/profile" in reply.content
    assert "Heat" not in reply.content


async def test_an_error_of_ours_is_said_a_fault_is_apologised_for(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    place.agent.script = saying(then=BadInput("Stars go from 0.5 to 5."))
    assert (await place.say("rate Heat 11")).content == "Stars go from 0.5 to 5."
    place.agent.script = saying(then=RuntimeError("secret words"))
    assert "went wrong on my side" in (await place.say("rate Heat 11")).content
    assert "rate Heat" not in caplog.text


async def test_a_picture_is_searched_by_its_look(place: Place) -> None:
    await place.say("darker", attachments=[("still.png", PNG)])
    (turn,) = place.agent.turns
    assert turn.attachment == PNG
    assert turn.call is not None
    assert turn.call.tool == "search_by_look"
    assert turn.text == "darker"


@pytest.mark.parametrize(
    ("name", "size", "complaint"), [("films.txt", 10, "films.txt"), ("a.png", 10 * 2**20, "8 MB")]
)
async def test_what_is_no_picture_or_too_large_is_refused_unread(
    place: Place, name: str, size: int, complaint: str
) -> None:
    reply = await place.say("this", attachments=[(name, b"0" * size)])
    assert complaint in reply.content
    assert place.agent.turns == []


async def test_without_the_permission_to_embed_films_are_listed(place: Place) -> None:
    no_embeds = discord.PermissionOverwrite(embed_links=False)
    everyone = place.guild.default_role
    place.channel = place.guild.create_text_channel("plain", overwrites={everyone: no_embeds})
    reply = await place.say("something like Thief")
    assert reply.embeds == []
    assert "1. **Heat (1995)**" in reply.content


async def test_a_missing_permission_is_named_to_who_asked(place: Place) -> None:
    me = place.guild.me
    mute = discord.PermissionOverwrite(send_messages=False)
    place.channel = place.guild.create_text_channel("read-only", overwrites={me: mute})
    await place.say("something like Thief")
    assert "Send Messages" in place.ana.user.dm_channel.last_message.content


async def test_a_message_deleted_meanwhile_is_answered_all_the_same(place: Place) -> None:
    async def deleting(turn: Any) -> Any:
        place.env.backend.delete_message(place.channel.id, place.channel.last_message.id)
        yield TextDelta("Here.")
        yield done("Here.")

    place.agent.script = deleting
    assert (await place.say("hello")).content == "Here."


async def test_a_message_delivered_twice_is_answered_once(place: Place) -> None:
    await place.say("something like Thief")
    client: Any = place.env.bot
    again = place.channel.history()[0]
    await client.on_message(again)
    assert len(place.agent.turns) == 1


async def test_no_turn_begins_while_we_are_closing(place: Place) -> None:
    client: Any = place.env.bot
    assert await client.conversation.turns.drain(1.0)
    assert "restarted" in (await place.say("hello")).content
    assert place.agent.turns == []


async def test_films_found_by_their_look_come_with_their_pictures_on_one_sheet(place: Place) -> None:
    place.agent.script = answer("These look so:", HEAT, RONIN, palette=(Swatch((16, 32, 64), 1.0),))
    reply = await place.say("navy blue and empty")
    assert [file.filename for file in reply.attachments] == ["card.jpg"]
    assert len(reply.embeds) == 2
    place.agent.script = answer("These then:", HEAT)
    assert (await place.say("something like Thief")).attachments == []


async def test_a_taste_is_drawn_in_private(place: Place) -> None:
    place.agent.script = saying(
        ToolStarted("show_library", {}, "…"), CARD, TextDelta("You love Heat."), done()
    )
    await place.say("what do you know about me?")
    sent = place.ana.user.dm_channel.last_message
    assert [file.filename for file in sent.attachments] == ["card.jpg"]


async def test_where_no_file_may_be_sent_the_films_come_without_the_sheet(place: Place) -> None:
    no_files = discord.PermissionOverwrite(attach_files=False)
    everyone = place.guild.default_role
    place.channel = place.guild.create_text_channel("plain", overwrites={everyone: no_files})
    place.agent.script = answer("These look so:", HEAT, palette=(Swatch((16, 32, 64), 1.0),))
    reply = await place.say("navy blue and empty")
    assert reply.attachments == []
    assert len(reply.embeds) == 1
