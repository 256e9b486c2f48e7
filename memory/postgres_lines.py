"""Lines in which the processes that share a PostgreSQL wait for each other: advisory locks."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from hashlib import blake2b
from typing import TypeVar

import psycopg
from psycopg.conninfo import make_conninfo

from data.errors import DatabaseError
from memory.postgres import PostgresStore

WAITING_AT_MOST = 4
"""Connections for those of one process who wait for another process; who comes when all wait, waits here."""

R = TypeVar("R")


class PostgresLines:
    """One line a name. Whoever holds one and dies, or loses the server, has left it at once.

    What is free is taken on one connection that the whole process shares. What another process holds is
    waited for on a connection of one's own, in the server's own queue: who came first is first, wherever.
    """

    def __init__(self, store: PostgresStore) -> None:
        self._store = store
        self._shared: psycopg.AsyncConnection[tuple[bool]] | None = None
        self._connecting = asyncio.Lock()
        self._waiting = asyncio.Semaphore(WAITING_AT_MOST)

    async def aclose(self) -> None:
        """Leave all lines."""
        if self._shared is not None:
            await self._shared.close()

    @asynccontextmanager
    async def hold(self, name: str, wait_s: float) -> AsyncIterator[None]:
        """Stand first in the line `name`. Raises TimeoutError after `wait_s`, or DatabaseError."""
        key = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
        if await self._take(key):
            try:
                yield
            finally:
                await _to_the_end(self._leave(key))
            return
        async with asyncio.timeout(wait_s):
            await self._waiting.acquire()
        try:
            async with self._waited(key, wait_s):
                yield
        finally:
            self._waiting.release()

    async def _take(self, key: int) -> bool:
        """Take a free line; False where another process is in it."""
        taking = asyncio.ensure_future(self._try(key))
        try:
            return await asyncio.shield(taking)
        except asyncio.CancelledError:
            if await taking:  # nobody would ever leave it otherwise
                await self._leave(key)
            raise

    async def _try(self, key: int) -> bool:
        try:
            for attempt in range(2):  # after a restart of the server the first finds the connection dead
                try:
                    connection = await self._connected()
                    asked = await connection.execute("SELECT pg_try_advisory_lock(%s)", (key,))
                    row = await asked.fetchone()
                    return row is not None and row[0]
                except psycopg.OperationalError:
                    if attempt or self._shared is None or not self._shared.broken:
                        raise
        except (psycopg.Error, OSError) as error:
            raise self._explained(error) from error
        raise AssertionError  # the last attempt has returned or raised

    async def _leave(self, key: int) -> None:
        """Leave a line; with the connection, all were left."""
        try:
            if self._shared is not None and not self._shared.closed:
                await self._shared.execute("SELECT pg_advisory_unlock(%s)", (key,))
        except psycopg.Error:
            await self._shared.close() if self._shared else None

    async def _connected(self) -> psycopg.AsyncConnection[tuple[bool]]:
        async with self._connecting:
            if self._shared is None or self._shared.closed:
                self._shared = await psycopg.AsyncConnection.connect(
                    self._store.conninfo,
                    autocommit=True,
                    prepare_threshold=0,
                    connect_timeout=round(self._store.limits.wait_s),
                )
            return self._shared

    @asynccontextmanager
    async def _waited(self, key: int, wait_s: float) -> AsyncIterator[None]:
        """Wait in the server's queue."""
        options = f"-c statement_timeout={max(1, round(1000 * wait_s))}"
        conninfo = make_conninfo(self._store.conninfo, options=options)
        try:
            connection = await psycopg.AsyncConnection.connect(
                conninfo, autocommit=True, connect_timeout=round(self._store.limits.wait_s)
            )
            try:
                await connection.execute("SELECT pg_advisory_lock(%s)", (key,))
            except BaseException:
                await connection.close()
                raise
        except psycopg.errors.QueryCanceled:
            raise TimeoutError from None
        except (psycopg.Error, OSError) as error:
            raise self._explained(error) from error
        try:
            yield
        finally:
            await connection.close()

    def _explained(self, error: BaseException) -> DatabaseError:
        return self._store.explain(error) or DatabaseError(
            f"The database {self._store.place} cannot be reached; start PostgreSQL, or check "
            "CINE_DATABASE_URL."
        )


async def _to_the_end(work: Awaitable[R]) -> R:
    """Do it whole, also where we are cancelled meanwhile."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
