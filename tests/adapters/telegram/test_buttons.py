import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.benchmarks.telegram_rules import Fault
from adapters.telegram.codes import DATA_LIMIT, Strand, decode, encode
from agent.actions import Action
from agent.events import TextDelta
from data.errors import BadInput
from tests.adapters.telegram.place import ANA, GROUP, LUIS, Place, buttons
from tests.support.films import HEAT, RONIN
from tests.support.surfaces import answer, done, saying


@given(
    owner=st.one_of(st.none(), st.integers(1, 2**52)),
    chat=st.integers(-(2**52), 2**52),
    topic=st.one_of(st.none(), st.integers(1, 2**31)),
)
def test_data_is_read_back(owner: int | None, chat: int, topic: int | None) -> None:
    thread = None if owner is None else str(chat) if topic is None else f"{chat}/{topic}"
    strand = Strand(owner, thread)
    data = encode(strand, "save:tt0113277")
    assert data is not None
    assert len(data.encode()) <= DATA_LIMIT
    assert decode(data) == (strand, "save:tt0113277")


def test_the_longest_id_of_a_film_fits_for_one_person_of_a_group() -> None:
    code = Action("rate", "how-to-make-millions-before-grandma-dies-2024", 4.5).encode()
    assert encode(Strand(9_999_999_999, f"{-1009999999999}/7"), code) == encode(Strand(9_999_999_999), code)
    assert encode(Strand(2), "unseen:" + "x" * 60) is None


@pytest.mark.parametrize("data", ["", "|", "a|b|c", "b.c.d.e|yes", "ä|yes", "x" * 200])
def test_data_of_others_is_refused(data: str) -> None:
    with pytest.raises(BadInput):
        Action.decode(decode(data)[1])


@pytest.mark.parametrize("verb", ["save", "seen", "nope", "rate", "unsave", "unseen"])
async def test_what_changes_the_library_is_answered_in_passing(place: Place, verb: Any) -> None:
    film = await place.say("something like Thief")
    place.agent.script = saying(TextDelta("**Heat (1995)** is written down."), done())
    code = Action(verb, HEAT.id, 4.5 if verb == "rate" else None).encode()
    toast = await place.press(film, code)
    assert toast["text"] == "Heat (1995) is written down."
    assert (place.agent.turns[-1].action, place.agent.turns[-1].thread) == (code, str(ANA))
    assert len(place.server.in_chat(ANA)) == 1, "no message comes with it"


@pytest.mark.parametrize("verb", ["more", "why", "details", "reviews", "evidence", "pick"])
async def test_what_asks_for_an_answer_gets_a_message(place: Place, verb: Any) -> None:
    film = await place.say("something like Thief")
    await place.press(film, Action(verb, HEAT.id).encode())
    await place.until(lambda: len(place.server.in_chat(ANA)) == 2)
    assert place.agent.turns[-1].action == f"{verb}:{HEAT.id}"


@pytest.mark.parametrize("code", ["yes", "no", "unlearn:17"])
async def test_questions_are_answered_by_their_buttons(place: Place, code: str) -> None:
    film = await place.say("something like Thief")
    await place.press(film, code)
    await place.until(lambda: len(place.server.in_chat(ANA)) == 2)
    assert place.agent.turns[-1].action == code


async def test_saving_turns_the_button_round_and_stars_are_marked(place: Place) -> None:
    film = await place.say("something like Thief")
    ana = await place.parts.people.resolve("telegram", str(ANA))
    await place.parts.library.rate(ana.id, HEAT.id, 4.5)
    await place.parts.library.save(ana.id, HEAT.id)  # in this order: a rated film leaves the watchlist
    await place.press(film, f"save:{HEAT.id}")
    await place.until(lambda: f"unsave:{HEAT.id}" in buttons(place.server.in_chat(ANA)[0]))
    (now,) = place.server.in_chat(ANA)
    assert buttons(now)[f"unsave:{HEAT.id}"] == "Take off the list"
    assert buttons(now)[f"rate:{HEAT.id}:4.5"] == "• 4½ ★"


async def test_a_list_keeps_its_buttons(place: Place) -> None:
    place.agent.script = answer("Two:", HEAT, RONIN)
    films = await place.say("two films")
    await place.press(films, f"save:{HEAT.id}")
    await asyncio.sleep(0.1)
    assert place.server.made("editMessageReplyMarkup") == []


async def test_others_are_refused_politely(place: Place) -> None:
    film = await place.say("@cine_bot something like Thief", where=GROUP)
    toast = await place.press(film, f"b|save:{HEAT.id}", user=LUIS)
    assert "somebody else's" in toast["text"]
    assert toast["show_alert"]
    assert len(place.agent.turns) == 1


async def test_a_ballot_is_everybodys_and_only_its_end_is_told_to_all(place: Place) -> None:
    shown = await place.say("@cine_bot plan a movie night", where=GROUP)
    toast = await place.press(shown, "b|ballot:7:1", user=LUIS)
    assert toast["text"]
    assert not toast.get("show_alert")
    turn = place.agent.turns[-1]
    assert (turn.user, turn.action, turn.place.public) == (str(LUIS), "ballot:7:1", False)
    before = len(place.server.in_chat(GROUP))
    await place.press(shown, "b|ballot:7:close", user=LUIS)
    await place.until(lambda: len(place.server.in_chat(GROUP)) > before)
    assert place.agent.turns[-1].place.public


async def test_in_a_group_only_who_pressed_sees_what_is_theirs(place: Place) -> None:
    film = await place.say("@cine_bot something like Thief", where=GROUP)
    await place.press(film, f"b|save:{HEAT.id}")
    assert not place.agent.turns[-1].place.public, "a passing word is theirs alone"
    await place.press(film, f"b|more:{HEAT.id}")
    await place.until(lambda: len(place.agent.turns) == 3)
    assert place.agent.turns[-1].place.public, "a message is read by all"


@pytest.mark.parametrize("data", ["save", "dance:tt0113277", "rate:tt0113277:9", "\u202e|||", "z" * 64])
async def test_unknown_and_malformed_data_is_answered(place: Place, data: str) -> None:
    film = await place.say("something like Thief")
    toast = await place.press(film, data)
    assert "no longer know that button" in toast["text"]
    assert len(place.agent.turns) == 1


async def test_a_button_without_data_or_message_is_answered(place: Place) -> None:
    film = await place.say("something like Thief")
    assert "no longer know" in (await place.press(film, "", game_short_name="chess"))["text"]
    toast = await place.press(film, "yes", message=None, inline_message_id="1")
    assert "no longer know" in toast["text"]


async def test_the_button_of_a_message_too_old_to_be_told_of_still_works(place: Place) -> None:
    film = await place.say("something like Thief")
    old = {"chat": film["chat"], "message_id": film["message_id"], "date": 0}
    await place.press(old, f"more:{HEAT.id}")
    await place.until(lambda: len(place.agent.turns) == 2)
    toast = await place.press(old, f"seen:{HEAT.id}")
    assert toast["text"].startswith("How about this?")


async def test_an_expired_press_does_its_work_all_the_same(place: Place) -> None:
    film = await place.say("something like Thief")
    expired = Fault(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    place.server.faults["answerCallbackQuery"].append(expired)
    await place.press(film, f"more:{HEAT.id}")
    await place.until(lambda: len(place.server.in_chat(ANA)) == 2)


async def test_what_breaks_in_a_button_is_told(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    film = await place.say("something like Thief")
    place.agent.script = saying(then=BadInput("That cannot be."))
    assert (await place.press(film, f"save:{HEAT.id}"))["text"] == "That cannot be."
    place.agent.script = saying(then=RuntimeError("hidden"))
    assert "went wrong on my side" in (await place.press(film, f"save:{HEAT.id}"))["text"]
    assert "a Telegram button broke" in caplog.text
