"""LangGraph's checkpoints, in the same database as everything else."""

import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import aiosqlite
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver, ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from memory.sqlite import BUSY_SECONDS, PRAGMAS, SqliteStore
from memory.store import PoolLimits, store_of


class LatestCheckpoints(AsyncSqliteSaver):
    """Keeps the newest checkpoint of each thread only: a conversation goes on from its end."""

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Save a checkpoint and drop those before it, with their pending writes."""
        saved = await super().aput(config, checkpoint, metadata, new_versions)
        place = saved["configurable"]
        older = (place["thread_id"], place["checkpoint_ns"], place["checkpoint_id"])  # ids grow with time
        async with self.lock:
            for table in ("checkpoints", "writes"):
                await self.conn.execute(
                    f"DELETE FROM {table} WHERE thread_id = ? AND checkpoint_ns = ? AND checkpoint_id < ?",  # noqa: S608
                    older,
                )
            await self.conn.commit()
        return saved


def strict_serializer(allowed: Iterable[type] = ()) -> JsonPlusSerializer:
    """A serializer that makes only plain values, LangGraph's own and those of `allowed` types.

    Whatever other class a checkpoint names comes back as bare data. There is no pickle.
    """
    return JsonPlusSerializer(pickle_fallback=False, allowed_msgpack_modules=tuple(allowed) or None)


@asynccontextmanager
async def open_checkpointer(
    url: str, limits: PoolLimits | None = None, *, allowed: Iterable[type] = ()
) -> AsyncIterator[BaseCheckpointSaver[str]]:
    """Open the checkpointer on the database of `url` with connections of its own.

    `allowed` are the types that the graph's state may hold beside plain data. Raises DatabaseError.
    """
    store = store_of(url, limits)
    serde = strict_serializer(allowed)
    if isinstance(store, SqliteStore):
        opened = _in_file(store, serde)
    else:
        from memory.postgres_checkpoints import open_on_server

        opened = open_on_server(store, serde)
    async with opened as saver:
        yield saver


@asynccontextmanager
async def _in_file(store: SqliteStore, serde: JsonPlusSerializer) -> AsyncIterator[BaseCheckpointSaver[str]]:
    store.prepare()
    async with aiosqlite.connect(store.path, timeout=BUSY_SECONDS) as connection:
        try:
            for pragma in PRAGMAS:
                await connection.execute(pragma)
            saver = LatestCheckpoints(connection, serde=serde)
            await saver.setup()
        except sqlite3.Error as error:
            if explained := store.explain(error):
                raise explained from error
            raise
        yield saver
