"""discord.py's own client over the loopback: lines that drop, events that come twice, servers that refuse."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from adapters.benchmarks.discord_loopback import Fault, LoopbackDiscord, connected
from adapters.discord.surface import DiscordSurface
from agent.events import TextDelta
from data.errors import BadInput
from tests.support.surfaces import Parts, done

SOON = 20


@pytest.fixture
async def line(parts: Parts) -> AsyncIterator[tuple[LoopbackDiscord, Any]]:
    async with connected(parts) as line:
        yield line


async def test_a_command_is_acknowledged_and_answered_once(line: tuple[LoopbackDiscord, Any]) -> None:
    server, _ = line
    exchange = await server.command(7, "profile")
    await server.until_answered([exchange], SOON)
    assert exchange.acknowledged is not None
    assert exchange.answers == ["How about this?"]


async def test_titles_are_offered_while_they_are_typed(line: tuple[LoopbackDiscord, Any]) -> None:
    server, _ = line
    typed = await server.typing(7, "reviews", "title", "susp")
    await server.until_acknowledged(typed, SOON)
    assert sorted(typed.answers) == ["Suspiria (1977)", "Suspiria (2018)"]


async def test_many_people_at_once_get_each_their_own_answer(
    line: tuple[LoopbackDiscord, Any], parts: Parts
) -> None:
    async def who(turn: Any) -> AsyncIterator[Any]:
        yield TextDelta(f"for {turn.user}")
        yield done()

    parts.agent.script = who
    server, _ = line
    people = range(1000, 1100)
    exchanges = [await server.command(person, "profile") for person in people]
    await server.until_answered(exchanges, SOON)
    assert [exchange.answers for exchange in exchanges] == [[f"for {person}"] for person in people]


async def test_an_event_that_comes_twice_is_answered_once(
    line: tuple[LoopbackDiscord, Any], parts: Parts
) -> None:
    server, _ = line
    twice = await server.command(7, "profile", twice=True)
    after = await server.command(8, "profile")
    await server.until_answered([twice, after], SOON)
    assert twice.answers == ["How about this?"]
    assert len(parts.agent.turns) == 2


async def test_what_is_said_while_the_line_is_down_is_answered_after(
    line: tuple[LoopbackDiscord, Any],
) -> None:
    server, _ = line
    await server.drop()
    missed = await server.command(7, "profile")
    await server.until_connected()
    await server.until_answered([missed], SOON)
    assert missed.answers == ["How about this?"]
    assert (server.identified, server.resumed) == (1, 1)


async def test_too_many_requests_and_a_broken_server_are_waited_out(
    line: tuple[LoopbackDiscord, Any],
) -> None:
    server, _ = line
    server.faults.extend(
        [
            Fault(
                429,
                {"message": "slow", "retry_after": 0.05, "global": False},
                {"Retry-After": "0.05", "Via": "1.1 google"},
            ),
            Fault(502),
        ]
    )
    exchange = await server.command(7, "profile")
    await server.until_answered([exchange], SOON)
    assert exchange.answers == ["How about this?"]


async def test_a_turn_under_way_is_finished_before_we_leave(parts: Parts) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(turn: Any) -> AsyncIterator[Any]:
        begun.set()
        await go_on.wait()
        yield TextDelta("Finished.")
        yield done()

    parts.agent.script = slowly
    server = LoopbackDiscord()
    async with server.running():
        surface = DiscordSurface(parts, "loopback", api=server.api)
        running = asyncio.create_task(surface.run())
        await server.until_connected()
        exchange = await server.command(7, "profile")
        await begun.wait()
        stopping = asyncio.create_task(surface.stop())
        await asyncio.sleep(0)
        go_on.set()
        await stopping
        await running
        assert exchange.answers == ["Finished."]


async def test_a_command_not_yet_acknowledged_is_answered_before_we_leave(parts: Parts) -> None:
    server = LoopbackDiscord()
    async with server.running():
        surface = DiscordSurface(parts, "loopback", api=server.api)
        running = asyncio.create_task(surface.run())
        await server.until_connected()
        body = {"message": "slow", "retry_after": 0.2, "global": False}
        server.faults.append(Fault(429, body, {"Retry-After": "0.2", "Via": "1.1 google"}))
        exchange = await server.command(7, "profile")
        await server.until(lambda: server.requests["POST callback"], SOON)
        await surface.stop()
        await running
        assert exchange.answers == ["How about this?"]


async def test_a_refused_token_says_what_to_set(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object) -> None:
        raise discord.LoginFailure("Improper token has been passed.")

    surface = DiscordSurface(parts, "wrong")
    monkeypatch.setattr(surface.client, "login", refuse)
    with pytest.raises(BadInput, match="CINE_DISCORD_TOKEN"):
        await surface.run()
