"""The bots as a service manager runs them: processes of their own, told to end while a turn is under way."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from adapters.benchmarks.discord_loopback import TOKEN as DISCORD_TOKEN
from adapters.benchmarks.discord_loopback import Exchange, LoopbackDiscord
from adapters.benchmarks.telegram_loopback import TOKEN as TELEGRAM_TOKEN
from adapters.benchmarks.telegram_loopback import LoopbackTelegram, said

ANA = 11
SOON = 60.0

Start = Callable[..., Any]


@pytest.fixture
async def discord() -> AsyncIterator[LoopbackDiscord]:
    server = LoopbackDiscord()
    async with server.running():
        yield server


@pytest.fixture
async def telegram() -> AsyncIterator[LoopbackTelegram]:
    async with LoopbackTelegram().running() as server:
        yield server


@asynccontextmanager
async def process(home: Path, *arguments: str, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`cineaesthete` with these arguments and settings; killed where a test leaves it running."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("CINE_", "OLLAMA_"))}
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "adapters.cli",
        *arguments,
        env=clean | {"CINE_HOME": str(home), "CINE_MODEL": "none"} | settings,
        cwd=home.parent,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.communicate()


async def ended(running: asyncio.subprocess.Process) -> None:
    """It is told to end, and ends well."""
    running.send_signal(signal.SIGTERM)
    told, _ = await asyncio.wait_for(running.communicate(), SOON)
    assert running.returncode == 0, told.decode()


async def asked_on_discord(server: LoopbackDiscord) -> Exchange:
    """A turn that is heard and not yet answered."""
    exchange = await server.command(7, "recommend", {"like": "tt0113277"})
    await server.until_acknowledged(exchange, SOON)
    assert not exchange.settled
    return exchange


async def asked_on_telegram(server: LoopbackTelegram) -> None:
    """Likewise."""
    await server.deliver(message=said(server.next_id(), ANA, ANA, "something like Heat"))
    await server.until(lambda: server.made("sendChatAction"), SOON)
    assert server.in_chat(ANA) == []


async def test_discord(discord: LoopbackDiscord, tmp_path: Path) -> None:
    settings = {"CINE_DISCORD_TOKEN": DISCORD_TOKEN, "CINE_DISCORD_API": discord.api}
    async with process(tmp_path / "home", "discord", **settings) as running:
        await asyncio.wait_for(discord.until_connected(), SOON)
        exchange = await asked_on_discord(discord)
        await ended(running)
    assert exchange.settled
    assert not exchange.doubled
    assert "Heat (1995)" in exchange.answers[-1]


async def test_telegram(telegram: LoopbackTelegram, tmp_path: Path) -> None:
    settings = {"CINE_TELEGRAM_TOKEN": TELEGRAM_TOKEN, "CINE_TELEGRAM_API": telegram.url}
    async with process(tmp_path / "home", "telegram", **settings) as running:
        await telegram.until(lambda: telegram.made("getUpdates"), SOON)
        await asked_on_telegram(telegram)
        await ended(running)
    (answer,) = telegram.in_chat(ANA)
    assert "Heat" in answer.get("text", answer.get("caption", ""))


async def test_all_surfaces_in_one_process(
    discord: LoopbackDiscord, telegram: LoopbackTelegram, tmp_path: Path
) -> None:
    settings = {
        "CINE_DISCORD_TOKEN": DISCORD_TOKEN,
        "CINE_DISCORD_API": discord.api,
        "CINE_TELEGRAM_TOKEN": TELEGRAM_TOKEN,
        "CINE_TELEGRAM_API": telegram.url,
        "CINE_WEB_PORT": "0",
    }
    async with process(tmp_path / "home", "serve", **settings) as running:
        await asyncio.wait_for(discord.until_connected(), SOON)
        await telegram.until(lambda: telegram.made("getUpdates"), SOON)
        exchange = await asked_on_discord(discord)
        await asked_on_telegram(telegram)
        await ended(running)
    assert exchange.settled
    assert len(telegram.in_chat(ANA)) == 1


async def test_a_refused_token_ends_it_with_what_to_set(telegram: LoopbackTelegram, tmp_path: Path) -> None:
    settings = {"CINE_TELEGRAM_TOKEN": "1:wrong", "CINE_TELEGRAM_API": telegram.url}
    async with process(tmp_path / "home", "telegram", **settings) as running:
        told, _ = await asyncio.wait_for(running.communicate(), SOON)
    assert running.returncode == 1
    assert b"CINE_TELEGRAM_TOKEN" in told
