"""LangGraph's checkpoints, in the same database as everything else."""

import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiosqlite
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver, ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from memory.sqlite import BUSY_SECONDS, PRAGMAS, SqliteStore
from memory.store import PoolLimits, Store, store_of


class LatestCheckpoints(AsyncSqliteSaver):
    """Keeps the newest checkpoint of each thread only: a conversation goes on from its end.

    Its writes wait in the line of all writers of this process: SQLite's own waiting is not fair, and with
    many people at once a checkpoint waited longer than it may.
    """

    def __init__(
        self, connection: aiosqlite.Connection, store: SqliteStore, *, serde: JsonPlusSerializer
    ) -> None:
        super().__init__(connection, serde=serde)
        self._store = store

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Save what a step of a turn wrote."""
        async with self._writing():
            await super().aput_writes(config, writes, task_id, task_path)

    async def adelete_thread(self, thread_id: str) -> None:
        """Drop a conversation's checkpoints."""
        async with self._writing():
            await super().adelete_thread(thread_id)

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Save a checkpoint and drop those before it, with their pending writes."""
        async with self._writing():
            return await self._put(config, checkpoint, metadata, new_versions)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[None]:
        """One write in its turn. Raises DatabaseError.

        What failed is undone: a transaction left open would see the database as it was then, and every
        later write on the connection would fail as "locked".
        """
        async with self._store.turn_to_write():
            try:
                yield
            except sqlite3.Error as error:
                with suppress(sqlite3.Error):
                    await self.conn.rollback()
                raise self._store.explain(error) or error from error

    async def _put(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
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
    url: str,
    limits: PoolLimits | None = None,
    *,
    allowed: Iterable[type] = (),
    beside: Store | None = None,
) -> AsyncIterator[BaseCheckpointSaver[str]]:
    """Open the checkpointer on the database of `url` with connections of its own.

    `allowed` are the types that the graph's state may hold beside plain data; `beside` is the store of the
    `Database` on the same `url`, whose writers it takes turns with. Raises DatabaseError.
    """
    store = beside or store_of(url, limits)
    serde = strict_serializer(allowed)
    if isinstance(store, SqliteStore):
        opened = _in_file(store, serde)
    else:
        from memory.postgres import PostgresStore
        from memory.postgres_checkpoints import open_on_server

        if not isinstance(store, PostgresStore):
            raise TypeError(store)
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
            saver = LatestCheckpoints(connection, store, serde=serde)
            await saver.setup()
        except sqlite3.Error as error:
            if explained := store.explain(error):
                raise explained from error
            raise
        yield saver
