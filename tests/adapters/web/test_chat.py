"""The handlers on Chainlit's own session, with what it sends to the browser written down."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import chainlit as cl
import pytest
from chainlit.context import init_ws_context
from chainlit.session import WebsocketSession
from chainlit.user import User

from adapters.account.desk import AccountDesk
from adapters.web.chat import WebChat
from adapters.web.family_mode import WISH, FamilyMode
from adapters.web.history import History
from adapters.web.shelf import Shelf
from agent.events import (
    Choice,
    Choices,
    Done,
    Event,
    FileMade,
    FilmCard,
    FilmCards,
    Notice,
    TextDelta,
    Timings,
    ToolFinished,
    ToolStarted,
)
from agent.turn import Turn
from data.errors import BadInput
from data.films import Film
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.preferences import Preferences
from tests.adapters.test_taste_card import CARD as TASTE
from tests.support.surfaces import parts_of

THREAD = "0b8c5f0e-58d3-4b1e-9a86-0d1f6b1e6a11"
HEAT = Film("tt0113277", "Heat", 1995, genres=("Crime",), runtime=170, language="en")
CARD = FilmCard(HEAT, reason="because you liked Thief (1981)")
DONE = Done("**Heat (1995)** is on your watchlist.", (), "planner", "planner", Timings(0, 0, 0, 0))

Script = Callable[[Turn], AsyncIterator[Event]]


@dataclass
class ScriptedAgent:
    """Yields what the test says, and writes down the turns it was given."""

    script: Script
    turns: list[Turn] = field(default_factory=list)

    def stream(self, turn: Turn) -> AsyncIterator[Event]:
        self.turns.append(turn)
        return self.script(turn)


def saying(*events: Event, then: Exception | None = None) -> Script:
    async def script(turn: Turn) -> AsyncIterator[Event]:
        for event in events:
            yield event
        if then is not None:
            raise then

    return script


@dataclass
class Browser:
    """What was sent to the browser, and how to send to the chat."""

    database: Database
    history: History
    sent: list[tuple[str, Any]] = field(default_factory=list)

    def chat(
        self, script: Script, *, accounts: bool = False, guests: bool = True
    ) -> tuple[WebChat, ScriptedAgent]:
        agent = ScriptedAgent(script)
        shelf, family = Shelf("web", self.database), FamilyMode("web", self.database)
        desk = AccountDesk(parts_of(self.database, script), "web")
        chat = WebChat(agent, shelf, family, desk, accounts=accounts, guests=guests)  # type: ignore[arg-type]
        return chat, agent

    def of(self, event: str) -> list[Any]:
        return [data for name, data in self.sent if name == event]

    @property
    def messages(self) -> list[str]:
        """The texts of the messages as they stand at last, in order."""
        last: dict[str, str] = {}
        for name, data in self.sent:
            if (
                name in ("new_message", "update_message", "stream_start")
                and data["type"] == "assistant_message"
            ):
                last[data["id"]] = data["output"]
            if name == "stream_token":
                last[data["id"]] += data["token"]
        return list(last.values())

    async def kept(self) -> Any:
        """The conversation as it would be shown again, after all writes."""
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.gather(*others)
        return await self.history.get_thread(THREAD)


@pytest.fixture
async def browser(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Browser]:
    history = History(database)
    monkeypatch.setattr("chainlit.data._data_layer", history)
    monkeypatch.setattr("chainlit.data._data_layer_initialized", True)
    browser = Browser(database, history)

    async def emit(event: str, data: Any) -> None:
        browser.sent.append((event, data if not isinstance(data, dict) else dict(data)))

    user = await history.create_user(User(identifier="visitor-a"))
    session = WebsocketSession(
        id="session-a", socket_id="socket-a", emit=emit, emit_call=emit, user_env={}, client_type="webapp",
        thread_id=THREAD, user=user,
        environ={
            "HTTP_ACCEPT_LANGUAGE": "en-GB,en;q=0.9",
            "HTTP_COOKIE": "cine_zone=Asia%2FTokyo",
            "asgi.scope": {"client": ("192.0.2.7", 4711)},
        },
    )  # fmt: skip
    session.has_first_interaction = True
    init_ws_context(session)
    await history.update_thread(THREAD, name="Heat", user_id=user.id if user else None)
    yield browser
    await session.delete()


async def test_where_guests_may_not_talk_an_old_session_of_one_is_told_to_sign_in(browser: Browser) -> None:
    chat, agent = browser.chat(saying(DONE), guests=False)
    await chat.on_message(cl.Message("something like Heat"))
    pressed = await chat.on_press(cl.Action(name="press", payload={"code": "save:tt0113277"}))
    assert browser.messages == [pressed["said"]] == ["Please [sign in](/account) first."]
    assert agent.turns == []


async def test_a_message_becomes_a_turn_of_this_visitor_in_this_thread(browser: Browser) -> None:
    chat, agent = browser.chat(saying(DONE))
    await chat.on_message(cl.Message("something like Heat"))
    (turn,) = agent.turns
    assert (turn.surface, turn.user, turn.thread) == ("web", "visitor-a", THREAD)
    assert (turn.text, turn.action, turn.locale) == ("something like Heat", None, "en-GB")
    assert turn.at.tzname() == "JST"
    assert (turn.address, turn.guest) == ("192.0.2.7", False)


@pytest.mark.parametrize(("visitor", "guest"), [("visitor-a", True), ("login-7", False)])
async def test_who_did_not_sign_in_is_a_guest_where_one_can(
    browser: Browser, visitor: str, guest: bool
) -> None:
    user = cl.context.session.user
    assert user
    user.identifier = visitor
    chat, agent = browser.chat(saying(DONE), accounts=True)
    await chat.on_message(cl.Message("something like Heat"))
    assert agent.turns[0].guest is guest


async def test_a_button_that_asks_for_an_answer_brings_its_code(browser: Browser) -> None:
    chat, agent = browser.chat(saying(DONE))
    await chat.on_message(cl.Message("More like Heat (1995)", command="more:tt0113277"))
    assert agent.turns[0].action == "more:tt0113277"


async def test_a_reply_is_shown_and_kept(browser: Browser) -> None:
    chat, _ = browser.chat(
        saying(
            Notice("The language model is away."),
            ToolStarted("recommend_films", {"like": ["Heat"]}, "Looking for films…"),
            ToolFinished("recommend_films", "Found 1 film"),
            TextDelta("This one "),
            FilmCards((CARD,)),
            TextDelta("fits:"),
            TextDelta("\n1. **Heat (1995)**", listing=True),
            Choices((Choice("yes", "Yes"),)),
            DONE,
        )
    )
    await chat.on_message(cl.Message("something like Heat"))
    assert browser.messages == ["The language model is away.", "This one fits:"]
    assert [element["name"] for element in browser.of("element")] == ["FilmCards", "Choices"]

    thread = await browser.kept()
    outputs = [(step["type"], step["name"], step["output"]) for step in thread["steps"]]
    assert ("tool", "Found 1 film", "") in outputs
    assert ("assistant_message", "CineAesthete", "This one fits:") in outputs
    cards = next(element for element in thread["elements"] if element["name"] == "FilmCards")
    reply = next(step for step in thread["steps"] if step["output"] == "This one fits:")
    assert cards["forId"] == reply["id"]
    assert cards["props"]["cards"][0]["reason"] == "because you liked Thief (1981)"


async def test_a_file_and_a_taste_are_shown_and_the_file_is_not_kept(browser: Browser) -> None:
    chat, _ = browser.chat(saying(TASTE, FileMade("mine.zip", b"PK"), TextDelta("Here it is."), DONE))
    await chat.on_message(cl.Message("export my data"))
    shown = {element["name"]: element for element in browser.of("element")}
    assert set(shown) == {"TasteCard", "mine.zip"}
    assert shown["TasteCard"]["props"]["image"].startswith("data:image/jpeg;base64,")
    assert shown["mine.zip"]["type"] == "file"
    kept = (await browser.kept())["elements"]
    assert [element["name"] for element in kept] == ["TasteCard"]


async def test_cards_may_come_before_any_text(browser: Browser) -> None:
    chat, _ = browser.chat(saying(FilmCards((CARD,)), TextDelta("This one:"), DONE))
    await chat.on_message(cl.Message("something like Heat"))
    assert browser.messages == ["This one:"]
    assert [step["output"] for step in (await browser.kept())["steps"]] == ["This one:"]


async def test_an_error_of_ours_is_said_as_it_stands(browser: Browser) -> None:
    chat, _ = browser.chat(saying(then=BadInput("That button is not one of mine; please ask in words.")))
    await chat.on_message(cl.Message("x", command="hm"))
    assert browser.messages == ["That button is not one of mine; please ask in words."]


async def test_a_fault_is_answered_with_an_apology_and_loses_nothing(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    chat, _ = browser.chat(saying(TextDelta("Here are"), then=RuntimeError("secret detail")))
    await chat.on_message(cl.Message("x"))
    begun, apology = browser.messages
    assert begun == "Here are"
    assert "secret detail" not in apology
    assert "went wrong" in apology
    assert "secret detail" in caplog.text
    assert len((await browser.kept())["steps"]) == 2


async def test_a_stopped_turn_is_closed_and_what_was_said_stays(browser: Browser) -> None:
    waiting, closed = asyncio.Event(), asyncio.Event()

    async def endless(turn: Turn) -> AsyncIterator[Event]:
        try:
            yield TextDelta("Let me")
            waiting.set()
            await asyncio.sleep(60)
        finally:
            closed.set()

    chat, _ = browser.chat(endless)
    task = asyncio.create_task(chat.on_message(cl.Message("x")))
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert closed.is_set()
    assert [step["output"] for step in (await browser.kept())["steps"]] == ["Let me"]


def press(code: str) -> cl.Action:
    return cl.Action(name="press", payload={"code": code, "label": "Save: Heat (1995)"})


async def test_a_press_is_done_quietly_and_gives_the_marks_of_the_library(browser: Browser) -> None:
    person = await People(browser.database).resolve("web", "visitor-a")

    async def save(turn: Turn) -> AsyncIterator[Event]:
        await Library(browser.database).save(person.id, "tt0113277")
        yield TextDelta(DONE.text)
        yield DONE

    chat, agent = browser.chat(save)
    response = await chat.on_press(press("save:tt0113277"))
    assert agent.turns[0].action == "save:tt0113277"
    assert response == {
        "said": "Heat (1995) is on your watchlist.",
        "mark": {"rating": None, "seen": False, "saved": True, "disliked": False},
    }
    assert browser.messages == []


@pytest.mark.parametrize("code", ["", "save", "rate:tt0113277:7", "drop table:x", "save:tt0113277:4"])
async def test_a_code_that_is_no_button_of_ours_changes_nothing(browser: Browser, code: str) -> None:
    chat, agent = browser.chat(saying(DONE))
    response = await chat.on_press(press(code))
    assert response["mark"] is None
    assert "ask in words" in response["said"]
    assert agent.turns == []


async def test_a_press_that_breaks_says_so(browser: Browser) -> None:
    chat, _ = browser.chat(saying(then=RuntimeError("secret detail")))
    response = await chat.on_press(press("save:tt0113277"))
    assert response["mark"] is None
    assert "went wrong" in response["said"]


async def test_an_earlier_conversation_shows_what_is_true_now(browser: Browser) -> None:
    chat, _ = browser.chat(saying(FilmCards((CARD,)), TextDelta("This one:"), DONE))
    await chat.on_message(cl.Message("something like Heat"))
    person = await People(browser.database).resolve("web", "visitor-a")
    await Library(browser.database).rate(person.id, "tt0113277", 4.5)
    thread = await browser.kept()
    await chat.on_resume(thread)
    assert thread["elements"][0]["props"]["cards"][0]["mark"]["rating"] == 4.5


async def test_family_mode_is_a_preference_that_can_be_switched(browser: Browser) -> None:
    chat, _ = browser.chat(saying(DONE))
    person = await People(browser.database).resolve("web", "visitor-a")
    preferences = Preferences(browser.database)

    await chat.on_start()
    assert browser.of("chat_settings")[-1][0]["initial"] is False
    for _ in range(2):
        await chat.on_settings({"family_mode": True})
    (kept,) = await preferences.all(person.id)
    assert (kept.text, kept.rule) == (WISH, {"family_safe": True})

    thread: Any = {"elements": None, "metadata": {"chat_settings": {"family_mode": False}}}
    await chat.on_resume(thread)
    assert thread["metadata"]["chat_settings"] == {"family_mode": True}

    await chat.on_settings({"family_mode": False})
    assert await preferences.all(person.id) == []


async def test_account_and_library_need_no_agent(browser: Browser, tmp_path: Path) -> None:
    chat, agent = browser.chat(saying(DONE))
    await chat.on_message(cl.Message("/link"))
    assert browser.messages[-1].startswith("Your code is **")
    table = tmp_path / "ratings.csv"
    table.write_text("Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,x,4.5\n")
    sent = cl.File(name="ratings.csv", path=str(table), mime="text/csv")
    await chat.on_message(cl.Message("", elements=[sent]))
    assert "new in your library 1" in browser.messages[-1]
    await chat.on_message(cl.Message("/export imdb"))
    assert [data["name"] for data in browser.of("element")][-1] == "imdb-ratings.csv"
    await chat.on_message(cl.Message("/export floppy"))
    assert "/export letterboxd" in browser.messages[-1]
    assert agent.turns == []


async def test_what_is_no_export_is_said(browser: Browser, tmp_path: Path) -> None:
    chat, _ = browser.chat(saying(DONE))
    table = tmp_path / "colours.csv"
    table.write_text("colour\nred\n")
    await chat.on_message(cl.Message("", elements=[cl.File(name="colours.csv", path=str(table))]))
    assert "colour" in browser.messages[-1]
