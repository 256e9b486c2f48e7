import asyncio
from typing import Any

import pytest
from telegram.ext import ExtBot

from adapters.benchmarks.telegram_loopback import KEPT_HERE, TOKEN
from adapters.benchmarks.telegram_rules import Fault
from adapters.telegram import delivery
from adapters.telegram.keyboards import OPTIONS_AT_MOST
from adapters.telegram.nights import NightPoster
from agent.events import Choice, Choices, FilmCard, FilmCards, Notice, TextDelta, ToolStarted
from data.errors import BadInput
from recsys.looks.palette import Swatch
from tests.adapters.telegram.place import ANA, GROUP, LUIS, Place, buttons
from tests.adapters.test_taste_card import CARD
from tests.support.films import AMELIE, COLLATERAL, HEAT, RONIN
from tests.support.surfaces import answer, done, saying

PERSONAL = saying(
    ToolStarted("show_library", {"kind": "profile"}, "Opening your library…"),
    TextDelta("You love Heat."),
    done("You love Heat."),
)


async def test_a_private_message_is_answered_with_the_films_picture_and_its_buttons(place: Place) -> None:
    reply = await place.say("something like Thief")
    (turn,) = place.agent.turns
    assert (turn.surface, turn.user, turn.thread, turn.room) == ("telegram", str(ANA), str(ANA), None)
    assert (turn.text, turn.place.public, turn.user_name) == ("something like Thief", False, "Person 11")
    assert reply["caption"].startswith("How about this?\n\nHeat (1995)\nMichael Mann · 170 min")
    assert "Close to Thief (1981)." in reply["caption"]
    assert reply["picture"][1].startswith(b"\xff\xd8"), "drawn here: Heat has no poster in this catalogue"
    assert list(buttons(reply).values()) == [
        "Save",
        "Seen it",
        "Not for me",
        "More like it",
        "Why?",
        *("½ ★", "1 ★", "1½ ★", "2 ★", "2½ ★", "3 ★", "3½ ★", "4 ★", "4½ ★", "5 ★"),
    ]
    assert all(HEAT.id in data for data in buttons(reply))


async def test_a_picture_with_an_address_is_left_to_telegram_to_fetch(place: Place) -> None:
    card = FilmCard(HEAT, picture="https://pictures.example/heat.jpg")
    place.agent.script = saying(TextDelta("This."), FilmCards((card,)), done("This.", (card,)))
    assert (await place.say("films like Thief"))["picture"] == "https://pictures.example/heat.jpg"
    place.server.faults["sendPhoto"].append(Fault(400, "Bad Request: failed to get HTTP URL content"))
    assert (await place.say("films like Thief"))["picture"][1].startswith(b"\xff\xd8")
    place.server.faults["sendPhoto"].append(Fault(400, "Bad Request: not enough rights to send photos"))
    assert (await place.say("films like Thief"))["text"].startswith("This.")


async def test_a_mention_in_a_group_is_answered_below_it(place: Place) -> None:
    reply = await place.say("@cine_bot something like Thief", where=GROUP)
    (turn,) = place.agent.turns
    assert (turn.text, turn.place.public, turn.room) == ("something like Thief", True, str(GROUP))
    assert buttons(reply)[f"b|save:{HEAT.id}"] == "Save"
    assert place.server.made("sendPhoto")[0].data["reply_parameters"]["message_id"]


async def test_a_mention_behind_letters_that_count_twice_is_cut_out_whole(place: Place) -> None:
    await place.say("🎬🎬 @cine_bot something like Thief", where=GROUP)
    assert place.agent.turns[0].text == "🎬🎬 something like Thief"


async def test_a_reply_to_us_is_meant_for_us(place: Place) -> None:
    reply = await place.say("@cine_bot something like Thief", where=GROUP)
    shown = {name: value for name, value in reply.items() if name not in KEPT_HERE}
    await place.say("shorter ones", where=GROUP, reply_to_message=shown)
    assert place.agent.turns[-1].text == "shorter ones"


async def test_what_is_not_meant_for_us_is_left_alone(place: Place) -> None:
    await place.say_nothing("does anybody know Heat?", where=GROUP)
    await place.say_nothing("/recommend@other_bot crime", where=GROUP)
    robot = {"id": 77, "is_bot": True, "first_name": "R"}
    await place.say_nothing("@cine_bot something like Heat", where=GROUP, **{"from": robot})
    await place.say_nothing("Heat (1995)", via_bot={"id": 900, "is_bot": True, "first_name": "C"})
    assert place.agent.turns == []


async def test_topics_are_conversations_of_their_own(place: Place) -> None:
    topic = {"message_thread_id": 7, "is_topic_message": True}
    reply = await place.say("@cine_bot something like Thief", where=GROUP, **topic)
    assert place.agent.turns[0].thread == f"{GROUP}/7"
    assert reply["message_thread_id"] == 7


async def test_nothing_in_a_title_becomes_markup(place: Place) -> None:
    place.agent.script = saying(
        TextDelta("**<b>Bold</b> & (1999)** <script> ||the end|| \u202eturned"), done()
    )
    reply = await place.say("hello")
    assert reply["text"] == "<b>Bold</b> & (1999) <script> the end turned"
    assert reply["text_html"] == (
        "<b>&lt;b&gt;Bold&lt;/b&gt; &amp; (1999)</b> &lt;script&gt; <tg-spoiler>the end</tg-spoiler> turned"
    )


async def test_zero_width_and_direction_marks_do_not_hide_the_words(place: Place) -> None:
    await place.say("some\u200bthing like \u202eHeat\u202c")
    assert place.agent.turns[0].text == "something like Heat"


async def test_a_label_in_which_nothing_is_seen_is_still_a_button(place: Place) -> None:
    place.agent.script = saying(Choices((Choice("yes", "\u200b\u200e"),)), TextDelta("Really?"), done())
    assert buttons(await place.say("forget everything")) == {"yes": "…"}


async def test_a_list_is_told_in_the_text_with_a_button_for_each_film(place: Place) -> None:
    place.agent.script = answer("Two:", HEAT, RONIN)
    reply = await place.say("two films")
    assert reply["text"] == "Two:\n1. Heat (1995)\n2. Ronin (1998)"
    assert buttons(reply) == {
        f"details:{HEAT.id}": "1. Heat (1995)",
        f"details:{RONIN.id}": "2. Ronin (1998)",
    }


async def test_a_long_answer_is_split_by_sense_and_each_part_keeps_its_markup(place: Place) -> None:
    paragraph = "**Ronin (1998)** is worth your evening & more. " * 40
    place.agent.script = saying(TextDelta("\n\n".join([paragraph] * 4)), done())
    await place.say("everything")
    await place.until(lambda: len(place.server.in_chat(ANA)) == 2)
    texts = [message["text"] for message in place.server.in_chat(ANA)]
    assert all(text.endswith("more.") and len(text) <= 4096 for text in texts)
    assert all("<b>Ronin (1998)</b>" in message["text_html"] for message in place.server.in_chat(ANA))


async def test_a_film_with_too_many_words_for_a_caption_comes_behind_them(place: Place) -> None:
    place.agent.script = answer("long words " * 90, HEAT)
    await place.say("say more")
    await place.until(lambda: len(place.server.in_chat(ANA)) == 2)
    words, film = place.server.in_chat(ANA)
    assert len(words["text"]) > 900
    assert "reply_markup" not in words
    assert film["caption"].startswith("Heat (1995)")


async def test_a_hundred_choices_become_as_many_buttons_as_anybody_reads(place: Place) -> None:
    choices = tuple(Choice(f"pick:film-{number}", f"Film {number}") for number in range(100))
    place.agent.script = saying(Choices(choices), TextDelta("Which one?"), done())
    assert len(buttons(await place.say("suspiria"))) == OPTIONS_AT_MOST


async def test_notices_stand_above_the_answer(place: Place) -> None:
    place.agent.script = saying(Notice("The model is away."), TextDelta("Here."), done())
    assert (await place.say("hello"))["text_html"] == "<i>The model is away.\n</i>Here."


async def test_what_is_personal_goes_to_the_person_alone(place: Place) -> None:
    place.agent.script = PERSONAL
    told = await place.say("@cine_bot what do you know about me?", where=GROUP)
    assert "between the two of us" in told["text"]
    assert [message["text"] for message in place.server.in_chat(ANA)] == ["You love Heat."]


async def test_who_never_opened_our_chat_finds_the_answer_behind_a_link(place: Place) -> None:
    place.agent.script = PERSONAL
    place.server.blocked.add(LUIS)
    told = await place.say("@cine_bot what do you know about me?", where=GROUP, user=LUIS)
    assert buttons(told) == {"https://t.me/cine_bot?start=waiting": "Open our chat"}
    assert "love" not in told["text"]
    place.server.blocked.clear()
    assert (await place.say("/start waiting", user=LUIS, where=LUIS))["text"] == "You love Heat."
    assert "Nothing is waiting" in (await place.say("/start waiting", user=LUIS, where=LUIS))["text"]


async def test_a_question_asked_in_private_of_a_groups_conversation_is_answered_there(place: Place) -> None:
    place.agent.script = saying(
        ToolStarted("forget", {"what": "everything"}, "Looking at what I know…"),
        Choices((Choice("yes", "Yes, everything"),)),
        TextDelta("Really?"),
        done(),
    )
    await place.say("@cine_bot forget everything", where=GROUP)
    (question,) = place.server.in_chat(ANA)
    (data,) = buttons(question)
    await place.press(question, data)
    await place.until(lambda: len(place.agent.turns) == 2)
    assert (place.agent.turns[1].action, place.agent.turns[1].thread) == ("yes", str(GROUP))


async def test_an_error_of_ours_is_said_a_fault_is_apologised_for(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    place.agent.script = saying(then=BadInput("That cannot be."))
    assert (await place.say("hello"))["text"] == "That cannot be."
    place.agent.script = saying(then=RuntimeError("hidden"))
    assert "went wrong on my side" in (await place.say("hello"))["text"]
    assert "a Telegram message broke" in caplog.text


async def test_a_group_in_which_we_may_not_write_is_told_of_in_private(place: Place) -> None:
    place.server.blocked.add(GROUP)
    await place.write("@cine_bot something like Thief", where=GROUP)
    await place.until(lambda: place.server.in_chat(ANA))
    assert "may not send messages there" in place.server.in_chat(ANA)[0]["text"]


async def test_a_blocked_bot_goes_on_for_everybody_else(place: Place) -> None:
    place.server.blocked.add(ANA)
    await place.write("something like Thief")
    assert (await place.say("something like Thief", user=LUIS, where=LUIS))["caption"]


async def test_an_answer_is_shown_while_it_grows(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "PAUSE_S", 0.1)
    monkeypatch.setattr(delivery, "ACTION_AFTER_S", 0.01)
    go_on = asyncio.Event()

    async def slowly(turn: Any) -> Any:
        yield ToolStarted("recommend_films", {}, "Looking for films…")
        await go_on.wait()
        card = FilmCard(COLLATERAL)
        yield TextDelta("This one.")
        yield FilmCards((card,))
        yield done("This one.", (card,))

    place.agent.script = slowly
    await place.write("something like Thief")
    await place.until(lambda: place.server.in_chat(ANA))
    (growing,) = place.server.in_chat(ANA)
    assert growing["text_html"] == "<i>Looking for films…</i>"
    assert place.server.made("sendChatAction")[0].data["action"] == "typing"
    go_on.set()
    await place.until(lambda: "caption" in growing)
    assert growing["caption"].startswith("This one.\n\nCollateral (2004)")
    assert place.server.in_chat(ANA) == [growing], "the same message, a picture put into it"


async def test_an_answer_deleted_while_it_grew_is_sent_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PAUSE_S", 0.05)
    go_on = asyncio.Event()

    async def slowly(turn: Any) -> Any:
        yield TextDelta("One")
        await go_on.wait()
        yield TextDelta(" two")
        yield done()

    place.agent.script = slowly
    await place.write("hello")
    await place.until(lambda: place.server.in_chat(ANA))
    place.server.messages.clear()
    go_on.set()
    await place.until(lambda: place.server.in_chat(ANA))
    assert [message["text"] for message in place.server.in_chat(ANA)] == ["One two"]


async def test_a_group_that_became_a_supergroup_is_answered_there(place: Place) -> None:
    place.server.faults["sendMessage"].append(
        Fault(400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -100777})
    )
    place.agent.script = saying(TextDelta("Here."), done())
    await place.write("@cine_bot hello", where=GROUP)
    await place.until(lambda: place.server.in_chat(-100777))


async def test_a_taste_is_drawn_above_the_words(place: Place) -> None:
    place.agent.script = saying(CARD, FilmCards((FilmCard(HEAT),)), TextDelta("You love Heat."), done())
    shown = await place.say("what do you know about me?")
    assert shown["caption"] == "You love Heat."
    assert shown["picture"][1].startswith(b"\xff\xd8")


async def test_films_found_by_their_look_come_with_their_pictures_on_one_sheet(place: Place) -> None:
    palette = (Swatch((32, 64, 128), 1.0),)
    cards = tuple(FilmCard(film, palette=palette) for film in (HEAT, AMELIE))
    place.agent.script = saying(TextDelta("Two that look so."), FilmCards(cards), done("", cards))
    reply = await place.say("neon rain at night")
    assert reply["caption"] == "Two that look so."
    assert reply["picture"][1].startswith(b"\xff\xd8")


async def test_a_group_is_told_of_its_movie_night(place: Place) -> None:
    async with ExtBot(TOKEN, base_url=f"{place.server.url}/bot") as bot:
        await NightPoster(bot).tell(str(GROUP), "It will be **Heat <1995>**.")
    assert place.server.in_chat(GROUP)[-1]["text"] == "It will be Heat <1995>."
