import asyncio
from collections.abc import AsyncIterator

import pytest

from adapters.benchmarks.telegram_loopback import TOKEN, LoopbackTelegram
from adapters.telegram.surface import TelegramSurface
from memory.database import Database
from tests.adapters.telegram.place import Place
from tests.support.films import HEAT
from tests.support.surfaces import Parts, answer, parts_of


@pytest.fixture
def parts(database: Database) -> Parts:
    return parts_of(database, answer("How about this?", HEAT))


@pytest.fixture
async def server() -> AsyncIterator[LoopbackTelegram]:
    async with LoopbackTelegram().running() as server:
        yield server


@pytest.fixture
async def place(server: LoopbackTelegram, parts: Parts) -> AsyncIterator[Place]:
    surface = TelegramSurface(parts, TOKEN, api=server.url, poll_s=1, messages_per_s=0)
    running = asyncio.create_task(surface.run())
    await server.until(lambda: server.made("getUpdates"), 20)
    yield Place(server, parts)
    await surface.stop()
    await running
