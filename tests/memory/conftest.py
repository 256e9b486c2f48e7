from collections.abc import AsyncIterator

import pytest

from memory.database import Database
from memory.people import People


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url)
    yield database
    await database.close()


@pytest.fixture
async def ana(database: Database) -> int:
    return (await People(database).resolve("cli", "ana", name="Ana")).id


@pytest.fixture
async def luis(database: Database) -> int:
    return (await People(database).resolve("cli", "luis", name="Luis")).id
