"""LangGraph's own tables, as far as we count, export and delete what is in them; it makes them itself.

On SQLite there are `checkpoints` and `writes`, on PostgreSQL the other three.
"""

from typing import Any

from sqlalchemy import ColumnClause, Connection, column, inspect, table
from sqlalchemy.ext.asyncio import AsyncSession

_PLACE = ("thread_id", "checkpoint_ns")


def _columns(*names: str) -> list[ColumnClause[Any]]:
    return [column(name) for name in (*_PLACE, *names)]


CHECKPOINTS = table("checkpoints", *_columns("checkpoint_id", "type", "checkpoint"))
WRITES = table("writes", *_columns("checkpoint_id", "channel", "type", "value"))
PG_WRITES = table("checkpoint_writes", *_columns("checkpoint_id", "channel", "type", "blob"))
PG_BLOBS = table("checkpoint_blobs", *_columns("channel", "version", "type", "blob"))

BY_THREAD = (PG_BLOBS, PG_WRITES, WRITES, CHECKPOINTS)
"""Those that hold something of a conversation."""
CHECKPOINT_TABLES = {known.name for known in BY_THREAD} | {"checkpoint_migrations"}
"""The names of all; they may be there before ours."""


async def tables_there(session: AsyncSession) -> set[str]:
    """The names of the tables that this database has."""

    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    return await (await session.connection()).run_sync(names)
