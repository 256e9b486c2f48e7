"""The database: opened, brought up to date, and handed to the repositories as sessions."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import aiosqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from data.errors import DatabaseError
from memory.migrations import HEAD
from memory.schema import current_revision, upgrade
from memory.sqlite import BUSY_SECONDS, explain, make_engine, make_folder, require_usable, sqlite_path


@dataclass(frozen=True, slots=True)
class DatabaseStatus:
    """What `check` found."""

    url: str
    """Without password."""
    ok: bool
    revision: str | None
    """None where there is no database yet: the first start makes one."""
    problem: str | None = None


class Database:
    """One database. Make it with `Database.open`, end it with `close`."""

    def __init__(self, engine: AsyncEngine, path: Path) -> None:
        self.engine = engine
        self.path = path
        self._reading = async_sessionmaker(engine, expire_on_commit=False)
        self._writing = async_sessionmaker(engine.execution_options(writes=True), expire_on_commit=False)
        # SQLite lets one writer in at a time; waiting in line here is fair, its own busy loop is not.
        self._turn_to_write = asyncio.Lock()

    @classmethod
    async def open(cls, url: str) -> Self:
        """Open the SQLite file of a URL such as ``sqlite:///films.db``, made and migrated where needed.

        Raises DatabaseError, with nothing changed, where that cannot be.
        """
        path = sqlite_path(url)
        make_folder(path)
        database = cls(make_engine(path), path)
        try:
            if await database.revision() != HEAD:
                await database._migrate()
        except BaseException:
            await database.close()
            raise
        return database

    async def _migrate(self) -> None:
        engine = make_engine(self.path, migrating=True)
        try:
            with self._explained():
                async with engine.execution_options(writes=True).begin() as connection:
                    await upgrade(connection)
        finally:
            await engine.dispose()

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """A session to read with: one consistent view. What is written in it is not kept."""
        with self._explained():
            async with self._reading() as session:
                yield session

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session to write with: all of it is kept when the block ends, nothing when it raises.

        One writes at a time, so no block may open another inside.
        """
        with self._explained():
            async with self._turn_to_write, self._writing.begin() as session:
                yield session

    async def revision(self) -> str | None:
        """The schema revision that the database is at; None before the first migration."""
        with self._explained():
            async with self.engine.connect() as connection:
                return await current_revision(connection)

    async def overwrite_log(self) -> None:
        """Empty the write-ahead log, so that nothing deleted lingers in it. Skipped while others read."""
        async with aiosqlite.connect(self.path, timeout=BUSY_SECONDS) as connection:
            await connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Errors that come from the state of the file as DatabaseError, in words."""
        try:
            yield
        except DBAPIError as error:
            if explained := explain(error, self.path):
                raise explained from error
            raise


async def check(url: str) -> DatabaseStatus:
    """Look at a database without making, migrating or changing it. Never raises DatabaseError."""
    shown = url
    try:
        path = sqlite_path(url)
        shown = f"sqlite:///{path}"
        require_usable(path)
        if not path.exists():
            return DatabaseStatus(shown, ok=True, revision=None)
        database = Database(make_engine(path), path)
        try:
            return DatabaseStatus(shown, ok=True, revision=await database.revision())
        finally:
            await database.close()
    except DatabaseError as error:
        return DatabaseStatus(_without_password(shown), ok=False, revision=None, problem=str(error))


def _without_password(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "(unreadable)"
