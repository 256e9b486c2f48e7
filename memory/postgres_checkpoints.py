"""LangGraph's checkpoints on PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver, ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from memory.postgres import SCHEMA_LOCK, PostgresStore

CONNECTIONS = 2
"""Of one process; the saver uses one at a time."""
_ASK_AGAIN_S = 0.05

_OLDER_BLOBS = """
    DELETE FROM checkpoint_blobs AS blob USING checkpoints AS latest
    WHERE latest.thread_id = %(thread)s AND latest.checkpoint_ns = %(ns)s AND latest.checkpoint_id = %(id)s
      AND blob.thread_id = latest.thread_id AND blob.checkpoint_ns = latest.checkpoint_ns
      AND blob.version IS DISTINCT FROM latest.checkpoint -> 'channel_versions' ->> blob.channel
"""
_OLDER = "DELETE FROM {} WHERE thread_id = %(thread)s AND checkpoint_ns = %(ns)s AND checkpoint_id < %(id)s"
_DROPPED = (_OLDER_BLOBS, *(_OLDER.format(table) for table in ("checkpoint_writes", "checkpoints")))


class LatestPostgresCheckpoints(AsyncPostgresSaver):
    """Keeps the newest checkpoint of each thread only: a conversation goes on from its end."""

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Save a checkpoint and drop those before it, with their blobs and pending writes."""
        saved = await super().aput(config, checkpoint, metadata, new_versions)
        place = saved["configurable"]
        older = {"thread": place["thread_id"], "ns": place["checkpoint_ns"], "id": place["checkpoint_id"]}
        async with self._cursor(pipeline=True) as cursor:
            for statement in _DROPPED:
                await cursor.execute(statement, older)
        return saved


@asynccontextmanager
async def open_on_server(
    store: PostgresStore, serde: JsonPlusSerializer
) -> AsyncIterator[BaseCheckpointSaver[str]]:
    """A checkpointer on connections of its own, LangGraph's tables made where needed.

    Raises DatabaseError.
    """
    pool: AsyncConnectionPool[psycopg.AsyncConnection[DictRow]] = AsyncConnectionPool(
        store.conninfo,
        kwargs={"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row},
        min_size=1,
        max_size=CONNECTIONS,
        timeout=store.limits.wait_s,
        check=AsyncConnectionPool.check_connection,
        open=False,
    )
    try:
        try:
            await _set_up(store, serde)
            await pool.open(wait=True, timeout=store.limits.wait_s)
        except (psycopg.Error, PoolTimeout, OSError) as error:
            if explained := store.explain(error):
                raise explained from error
            raise
        yield LatestPostgresCheckpoints(pool, serde=serde)
    finally:
        await pool.close()


async def _set_up(store: PostgresStore, serde: JsonPlusSerializer) -> None:
    """Let LangGraph make its tables, one process at a time.

    It builds indexes beside running transactions (CONCURRENTLY), which waits for every statement under way:
    so the lock is asked for again and again, and never waited for inside a statement.
    """
    made: Any = await psycopg.AsyncConnection.connect(
        store.conninfo, autocommit=True, row_factory=dict_row, connect_timeout=round(store.limits.wait_s)
    )
    async with made as connection:
        while True:
            asked = await connection.execute("SELECT pg_try_advisory_lock(%s) AS ours", (SCHEMA_LOCK,))
            if (await asked.fetchone())["ours"]:
                break
            await asyncio.sleep(_ASK_AGAIN_S)
        await AsyncPostgresSaver(connection, serde=serde).setup()
