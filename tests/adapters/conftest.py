"""A database of its own for every test of a surface; the migrations, which memory's tests run, run once."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from memory.database import Database


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, and nothing in them."""
    path = tmp_path_factory.mktemp("migrated") / "cine.db"

    async def make() -> None:
        await (await Database.open(f"sqlite:///{path}")).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = shutil.copy(migrated, tmp_path / "cine.db")
    database = await Database.open(f"sqlite:///{path}")
    yield database
    await database.close()
