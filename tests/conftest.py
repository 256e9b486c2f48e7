"""What holds for the whole suite."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from memory.database import Database
from tests.support.databases import PostgresServer, postgres_server

# The same examples in every run of CI, so that a red run is about the change; new ones elsewhere.
settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_template(postgres: PostgresServer) -> Iterator[str]:
    """The address of a migrated database, to be copied: nobody may be connected to it."""

    async def migrate(url: str) -> None:
        await (await Database.open(url)).close()

    with postgres.database() as url:
        asyncio.run(migrate(url))
        yield url


@pytest.fixture
def postgres_url(postgres: PostgresServer, migrated_template: str) -> Iterator[str]:
    """The address of a fresh migrated database on PostgreSQL."""
    with postgres.database(migrated_template) as url:
        yield url


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    """An SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'cine.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """A database of each kind in turn."""
    return str(request.getfixturevalue("file_url" if request.param == "sqlite" else "postgres_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same, before anything was made in it."""
    if request.param == "sqlite":
        yield request.getfixturevalue("file_url")
    else:
        with request.getfixturevalue("postgres").database() as url:
            yield url
