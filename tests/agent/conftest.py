from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from memory.database import Database


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "model: talks to a real language model; skipped where there is none")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite:///{tmp_path / 'cine.db'}")
    yield database
    await database.close()
