"""python-telegram-bot's own client over the loopback: polled and pushed, twice, refused, stopped."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from adapters.benchmarks.telegram_loopback import TOKEN, LoopbackTelegram, said
from adapters.benchmarks.telegram_rules import Fault
from adapters.cli.listening import listen
from adapters.telegram import limits
from adapters.telegram.surface import Hook, TelegramSurface
from adapters.telegram.webhook import SECRET_HEADER, UPDATE_AT_MOST
from agent.events import TextDelta
from data.errors import BadInput
from tests.adapters.telegram.place import ANA, Place
from tests.support.surfaces import Parts, done, saying

SECRET = "only-telegram-knows"  # noqa: S105


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FIRST_WAIT_S", 0.05)


async def test_an_update_that_comes_twice_is_answered_once(place: Place) -> None:
    await place.write("something like Thief", twice=True)
    await place.say("and another")
    assert sorted(turn.text for turn in place.agent.turns) == ["and another", "something like Thief"]


async def test_many_people_at_once_get_each_their_own_answer(place: Place) -> None:
    async def who(turn: Any) -> AsyncIterator[Any]:
        yield TextDelta(f"for {turn.user}")
        yield done()

    place.agent.script = who
    people = range(1000, 1100)
    for user in people:
        await place.write("hello", user=user, where=user)
    await place.until(lambda: len(place.server.messages) == len(people))
    for user in people:
        assert [message["text"] for message in place.server.in_chat(user)] == [f"for {user}"]


# The library warns of its own next version wherever it meets such an answer.
@pytest.mark.filterwarnings("ignore:.*retry_after")
async def test_too_many_requests_are_waited_out_as_long_as_telegram_says(place: Place) -> None:
    place.agent.script = saying(TextDelta("Here."), done())
    slow = Fault(429, "Too Many Requests: retry after 1", {"retry_after": 1})
    place.server.faults["sendMessage"].extend([slow, slow])
    assert (await place.say("hello"))["text"] == "Here."
    first, second, third = (call.at for call in place.server.made("sendMessage"))
    assert second - first >= 1
    assert third - second >= 1


async def test_a_server_that_breaks_is_asked_again(place: Place) -> None:
    place.agent.script = saying(TextDelta("Here."), done())
    place.server.faults["sendMessage"].extend([Fault(502), Fault(500, "Internal Server Error")])
    place.server.faults["getUpdates"].append(Fault(504, "Gateway Timeout"))
    assert (await place.say("hello"))["text"] == "Here."
    assert len(place.server.in_chat(ANA)) == 1


async def test_what_was_wrong_in_a_request_is_not_tried_again(place: Place) -> None:
    place.agent.script = saying(TextDelta("Here."), done())
    place.server.faults["sendMessage"].append(Fault(400, "Bad Request: something is wrong"))
    assert "went wrong on my side" in (await place.say("hello"))["text"]
    assert len(place.server.made("sendMessage")) == 2


async def test_updates_are_pushed_to_us_with_the_secret(server: LoopbackTelegram, parts: Parts) -> None:
    listener = listen("127.0.0.1", 0, "CINE_TELEGRAM_PORT")
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/telegram"
    surface = TelegramSurface(parts, TOKEN, hook=Hook(url, SECRET, listener), api=server.url)
    await server.deliver(message=said(1, ANA, ANA, "before we came"))
    running = asyncio.create_task(surface.run())
    await server.until(lambda: server.in_chat(ANA), 20)
    place = Place(server, parts)
    await place.say("pushed to us", twice=True)
    assert [turn.text for turn in place.agent.turns] == ["before we came", "pushed to us"]
    assert server.made("getUpdates") == []
    kinds = ["message", "callback_query", "inline_query", "my_chat_member", "poll_answer"]
    assert server.hook["allowed_updates"] == kinds
    async with httpx.AsyncClient() as stranger:
        update = {"update_id": 999, "message": said(2, ANA, ANA, "let me in")}
        for headers, body, status in (
            ({}, update, 403),
            ({SECRET_HEADER: "guessed"}, update, 403),
            ({SECRET_HEADER: SECRET}, {"message": 7}, 400),
            ({SECRET_HEADER: SECRET}, [1], 400),
            ({SECRET_HEADER: SECRET}, {"x": "y" * UPDATE_AT_MOST}, 413),
        ):
            assert (await stranger.post(url, json=body, headers=headers)).status_code == status
        assert (await stranger.post(f"{url}/else", json=update)).status_code == 404
    await surface.stop()
    await running
    listener.close()
    assert len(place.agent.turns) == 2


async def test_a_turn_under_way_is_finished_before_we_leave(server: LoopbackTelegram, parts: Parts) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(turn: Any) -> AsyncIterator[Any]:
        begun.set()
        await go_on.wait()
        yield TextDelta("Finished.")
        yield done()

    parts.agent.script = slowly
    surface = TelegramSurface(parts, TOKEN, api=server.url, poll_s=1, messages_per_s=0)
    running = asyncio.create_task(surface.run())
    await server.deliver(message=said(1, ANA, ANA, "hello"))
    await asyncio.wait_for(begun.wait(), 20)
    await surface.stop()
    await asyncio.sleep(0.1)
    assert not running.done()
    go_on.set()
    await running
    assert [message["text"] for message in server.in_chat(ANA)] == ["Finished."]
    # What was read is confirmed, so that whoever comes next does not answer it again.
    assert server.made("getUpdates")[-1].data["offset"] > 1


async def test_a_turn_that_never_ends_does_not_keep_us(server: LoopbackTelegram, parts: Parts) -> None:
    begun = asyncio.Event()

    async def never(turn: Any) -> AsyncIterator[Any]:
        begun.set()
        await asyncio.Event().wait()
        yield done()

    parts.agent.script = never
    surface = TelegramSurface(parts, TOKEN, api=server.url, poll_s=1, drain_s=0.2)
    running = asyncio.create_task(surface.run())
    await server.deliver(message=said(1, ANA, ANA, "hello"))
    await asyncio.wait_for(begun.wait(), 20)
    await surface.stop()
    await asyncio.wait_for(running, 20)


async def test_a_refused_token_says_what_to_set(server: LoopbackTelegram, parts: Parts) -> None:
    server.faults["getMe"].append(Fault(401, "Unauthorized"))
    with pytest.raises(BadInput, match="CINE_TELEGRAM_TOKEN"):
        await TelegramSurface(parts, TOKEN, api=server.url).run()


async def test_commands_that_cannot_be_listed_hold_nothing_up(server: LoopbackTelegram, parts: Parts) -> None:
    server.faults["setMyCommands"].append(Fault(400, "Bad Request: too many commands"))
    surface = TelegramSurface(parts, TOKEN, api=server.url, poll_s=1, messages_per_s=0)
    running = asyncio.create_task(surface.run())
    assert (await Place(server, parts).say("hello"))["caption"]
    await surface.stop()
    await running
