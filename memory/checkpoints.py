"""LangGraph's checkpoints, in the same file as everything else."""

import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import aiosqlite
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from memory.sqlite import BUSY_SECONDS, PRAGMAS, explain, make_folder, sqlite_path


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
async def open_checkpointer(url: str, *, allowed: Iterable[type] = ()) -> AsyncIterator[LatestCheckpoints]:
    """Open the checkpointer on the database of `url` with a connection of its own.

    `allowed` are the types that the graph's state may hold beside plain data. Raises DatabaseError.
    """
    path = sqlite_path(url)
    make_folder(path)
    async with aiosqlite.connect(path, timeout=BUSY_SECONDS) as connection:
        try:
            for pragma in PRAGMAS:
                await connection.execute(pragma)
            saver = LatestCheckpoints(connection, serde=strict_serializer(allowed))
            await saver.setup()
        except sqlite3.Error as error:
            if explained := explain(error, path):
                raise explained from error
            raise
        yield saver
