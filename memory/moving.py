"""A whole database moved to another, of whichever kind: counted, compared, kept only if it is the same."""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver
from sqlalchemy import ARRAY, JSON, Column, Dialect, Table, Text, func, insert, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession

from data.errors import DatabaseError
from memory.checkpoint_tables import CHECKPOINTS, tables_there
from memory.checkpoints import open_checkpointer
from memory.database import Database
from memory.retrying import retried
from memory.store import store_of
from memory.tables import TABLES

_POSTGRES: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
_AT_ONCE = 1000
"""Rows read and written in one go."""

Row = dict[str, Any]
Told = Callable[[str, int], None]
"""Hears each table's name and how many rows of it came over."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What came over."""

    rows: dict[str, int]
    """By table, LangGraph's conversations as "checkpoints"."""

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.rows.values())


async def move(source: str, target: str, told: Told = lambda _name, _count: None) -> Moved:
    """Copy everything in the database at `source` into the empty one at `target`, both addresses.

    On a file nobody else can write meanwhile; a server's source must not be in use. Every table is read back
    and compared before anything is kept. Raises DatabaseError, with the target as empty as it was.
    """
    if store_of(source).shown == store_of(target).shown:
        raise DatabaseError("That is the same database; name another one to move to.")
    here = await Database.open(source)
    try:
        there = await Database.open(target)
        try:
            async with open_checkpointer(source) as old, open_checkpointer(target) as new:
                return await _Move(here, there, old, new, told).run()
        finally:
            await there.close()
    finally:
        await here.close()


class _Move:
    def __init__(
        self,
        source: Database,
        target: Database,
        old: BaseCheckpointSaver[str],
        new: BaseCheckpointSaver[str],
        told: Told,
    ) -> None:
        self._source, self._target = source, target
        self._old, self._new = old, new
        self._told = told

    @retried
    async def run(self) -> Moved:
        """Copy and compare; whatever stops it leaves the target as empty as it was."""
        async with self._source.transaction() as here:
            async with self._target.session() as there:
                await _require_empty(there, self._target.store.place)
            keys = select(CHECKPOINTS.c.thread_id).distinct().order_by(CHECKPOINTS.c.thread_id)
            threads = list((await here.scalars(keys)).all())
            try:
                # These are kept one by one, on connections of their own, and so before the rest.
                for key in threads:
                    await self._copy_thread(key)
                self._told(CHECKPOINTS.name, len(threads))
                rows = await self._copy_tables(here)
            except BaseException:
                for key in threads:
                    await self._new.adelete_thread(key)
                raise
        return Moved({**rows, CHECKPOINTS.name: len(threads)})

    @retried
    async def _copy_tables(self, here: AsyncSession) -> dict[str, int]:
        rows: dict[str, int] = {}
        async with self._target.transaction() as there:
            for table in TABLES:
                rows[table.name] = await _copy(table, here, there)
                self._told(table.name, rows[table.name])
            await _renumber(there)
        return rows

    async def _copy_thread(self, key: str) -> None:
        """The newest state of a conversation, with what was begun after it."""
        place: RunnableConfig = {"configurable": {"thread_id": key, "checkpoint_ns": ""}}
        found = await self._old.aget_tuple(place)
        if found is None:
            return
        saved = await self._new.aput(
            place, found.checkpoint, found.metadata, found.checkpoint["channel_versions"]
        )
        for task, channel, value in found.pending_writes or ():
            await self._new.aput_writes(saved, [(channel, value)], task)
        again = await self._new.aget_tuple(place)
        if again is None or again.checkpoint["channel_values"] != found.checkpoint["channel_values"]:
            raise DatabaseError("A conversation came over changed; nothing was kept, please report this.")


async def _require_empty(session: AsyncSession, place: str) -> None:
    present = await tables_there(session)
    for table in (*TABLES, CHECKPOINTS):
        if table.name in present and (await session.execute(select(table).limit(1))).first() is not None:
            raise DatabaseError(
                f"The database {place} holds {table.name} already; move to an empty one, nothing was changed."
            )


async def _copy(table: Table, here: AsyncSession, there: AsyncSession) -> int:
    """Copy one table and read it back; how many rows. Raises DatabaseError where they are not the same."""
    sent, count = hashlib.sha256(), 0
    new = _dialect(there)
    async for rows in _rows(table, here):
        plain = [{column.name: _plain(column, row[column.name]) for column in table.c} for row in rows]
        _digest(sent, plain)
        await there.execute(
            insert(table),
            [{column.name: _stored(column, row[column.name], new) for column in table.c} for row in plain],
        )
        count += len(rows)
    arrived = hashlib.sha256()
    async for rows in _rows(table, there):
        _digest(
            arrived,
            [{column.name: _plain(column, row[column.name]) for column in table.c} for row in rows],
        )
    counted = await there.scalar(select(func.count()).select_from(table))
    if (counted, arrived.digest()) != (count, sent.digest()):
        raise DatabaseError(
            f"The table {table.name} came over changed; nothing was kept, please report this."
        )
    return count


async def _rows(table: Table, session: AsyncSession) -> AsyncIterator[list[Row]]:
    """The rows in an order that is the same on every database, some at a time."""
    order = [_bytewise(column, session) for column in table.primary_key]
    result = await session.stream(select(table).order_by(*order))
    async for rows in result.mappings().partitions(_AT_ONCE):
        yield [dict(row) for row in rows]


def _bytewise(column: Column[Any], session: AsyncSession) -> Any:  # noqa: ANN401 - an SQL expression
    """Texts in the order of their bytes, as SQLite has them, whatever language the server sorts by."""
    textual = column.type.python_type is str
    return column.collate("C") if textual and _dialect(session).name == "postgresql" else column


def _dialect(session: AsyncSession) -> Dialect:
    return session.get_bind().dialect


def _structured(column: Column[Any]) -> bool:
    """True for the web chat's structures, which are text where the database has no such type."""
    on_server = column.type.dialect_impl(_POSTGRES)
    return isinstance(column.type, Text) and isinstance(on_server, JSON | ARRAY)


def _plain(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - any value
    """A value as it means the same on every database; a NUL in a text is left out, PostgreSQL has none."""
    if not isinstance(value, str):
        return value
    return json.loads(value) if _structured(column) else value.replace("\0", "")


def _stored(column: Column[Any], value: Any, dialect: Dialect) -> Any:  # noqa: ANN401 - any value
    if value is not None and dialect.name == "sqlite" and _structured(column):
        return json.dumps(value)
    return value


def _digest(digest: "hashlib._Hash", rows: Iterable[Row]) -> None:
    for row in rows:
        digest.update(json.dumps(row, sort_keys=True, default=datetime.isoformat).encode() + b"\n")


async def _renumber(session: AsyncSession) -> None:
    """Let the ids that PostgreSQL gives go on after those that came over."""
    if _dialect(session).name != "postgresql":
        return
    for table in TABLES:
        (key, *more) = table.primary_key
        if more or key.type.python_type is not int or key.foreign_keys:
            continue
        newest = await session.scalar(select(func.max(key)))
        if newest is not None:
            await session.execute(
                text("SELECT setval(pg_get_serial_sequence(:table, :column), :newest)"),
                {"table": table.name, "column": key.name, "newest": newest},
            )
