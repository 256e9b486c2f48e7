"""Conversations do not stay for ever: those that ended long ago are erased with all that hangs on them."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from memory.chainlit_tables import ELEMENTS, FEEDBACKS, STEPS, THREADS
from memory.checkpoint_tables import BY_THREAD, tables_there
from memory.database import Database
from memory.models import ConversationRecord, TurnRecord
from memory.retrying import retried

AT_ONCE = 200
"""Conversations erased in one transaction: nobody waits long to write meanwhile."""
WEB = "web"


async def prune(database: Database, before: datetime) -> int:
    """Erase every conversation in which nothing was said since `before`; gives how many there were.

    What people told of films, and asked us to remember, is theirs and not the conversation's: it stays.
    """
    pruned = 0
    while count := await _prune_some(database, before):
        pruned += count
    if pruned:
        await database.store.after_erasing()
    return pruned


@retried
async def _prune_some(database: Database, before: datetime) -> int:
    async with database.transaction() as session:
        last = func.coalesce(func.max(TurnRecord.at), ConversationRecord.created_at)
        query = (
            select(
                ConversationRecord.id,
                ConversationRecord.key,
                ConversationRecord.surface,
                ConversationRecord.thread,
            )
            .outerjoin(TurnRecord, TurnRecord.conversation_id == ConversationRecord.id)
            .group_by(ConversationRecord.id)
            .having(last < before)
            .limit(AT_ONCE)
        )
        ended = (await session.execute(query)).all()
        if not ended:
            return 0
        there = await tables_there(session)
        for table in BY_THREAD:
            if table.name in there:
                keys = [row.key for row in ended]
                await session.execute(delete(table).where(table.c.thread_id.in_(keys)))
        await _prune_lines(session, [row.thread for row in ended if row.surface == WEB])
        ids = [row.id for row in ended]
        await session.execute(delete(ConversationRecord).where(ConversationRecord.id.in_(ids)))
        return len(ended)


async def _prune_lines(session: AsyncSession, threads: list[str]) -> None:
    """What the web chat keeps of these conversations."""
    for table in (FEEDBACKS, ELEMENTS, STEPS):
        await session.execute(delete(table).where(table.c.threadId.in_(threads)))
    await session.execute(delete(THREADS).where(THREADS.c.id.in_(threads)))
