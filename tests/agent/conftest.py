from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from memory.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite:///{tmp_path / 'cine.db'}")
    yield database
    await database.close()
