"""The database: opened, brought up to date, and handed to the repositories as sessions."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from data.errors import DatabaseError
from memory.migrations import HEAD
from memory.schema import current_revision, upgrade
from memory.store import PoolLimits, Store, store_of

CHECK_LIMITS = PoolLimits(connections=1, wait_s=3.0, statement_s=3.0)


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

    def __init__(self, store: Store) -> None:
        self.store = store
        self.engine = store.make_engine()
        self._reading = async_sessionmaker(
            self.engine.execution_options(**store.reading), expire_on_commit=False
        )
        self._writing = async_sessionmaker(
            self.engine.execution_options(**store.writing), expire_on_commit=False
        )

    @classmethod
    async def open(cls, url: str, limits: PoolLimits | None = None) -> Self:
        """Open the database of a URL (see `memory.store.store_of`), made and migrated where needed.

        Raises DatabaseError, with nothing changed, where that cannot be.
        """
        store = store_of(url, limits)
        store.prepare()
        database = cls(store)
        try:
            if await database.revision() != HEAD:
                await database._migrate()
        except BaseException:
            await database.close()
            raise
        return database

    async def _migrate(self) -> None:
        engine = self.store.make_engine(migrating=True)
        try:
            with self._explained():
                async with engine.execution_options(writes=True).begin() as connection:
                    await self.store.claim_schema(connection)
                    await upgrade(connection, self.store.place)
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

        It is as if no other wrote meanwhile, so no block may open another inside; a method with such a block
        is `memory.retrying.retried`.
        """
        with self._explained():
            async with self.store.turn_to_write(), self._writing.begin() as session:
                yield session

    async def revision(self) -> str | None:
        """The schema revision that the database is at; None before the first migration."""
        with self._explained():
            async with self.engine.connect() as connection:
                return await current_revision(connection, self.store.place)

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Errors that come from the state of the database as DatabaseError, in words."""
        try:
            yield
        except (DBAPIError, PoolTimeout, OSError) as error:
            if explained := self.store.explain(error):
                raise explained from error
            raise


async def check(url: str) -> DatabaseStatus:
    """Look at a database without making, migrating or changing it. Never raises DatabaseError."""
    shown = url
    try:
        store = store_of(url, CHECK_LIMITS)
        shown = store.shown
        if await store.missing():
            return DatabaseStatus(shown, ok=True, revision=None)
        database = Database(store)
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
