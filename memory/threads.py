"""Conversations: their threads, their completed turns, and the films shown in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from memory.checkpoint_tables import BY_THREAD, tables_there
from memory.database import Database
from memory.models import ConversationRecord, IdentityRecord, ImpressionRecord, TurnRecord
from memory.retrying import retried
from memory.timestamps import now
from memory.trial_tables import ExposureRecord


@dataclass(frozen=True, slots=True)
class Thread:
    """One person's conversation in one thread of a surface."""

    id: int
    key: str
    """LangGraph's thread_id: random, so that it cannot be guessed."""
    private: bool = False
    """Nothing said in it is written down."""


@dataclass(frozen=True, slots=True)
class Impression:
    """A film recommended in a turn, as it was then."""

    film_id: str
    score: float
    contributions: Mapping[str, float]
    """By signal."""
    reasons: Sequence[Mapping[str, Any]]
    """As JSON, strongest first, films by id. See `tools.impressions`."""
    predicted_rating: float | None = None
    at: datetime | None = None
    """When it was shown; set when read."""


@dataclass(frozen=True, slots=True)
class CompletedTurn:
    """What is written down of one turn, all of it in one transaction."""

    said: str
    reply: str
    decided_by: str
    answered_by: str
    decision: Mapping[str, Any] = field(default_factory=dict)
    """The tool calls made, as JSON."""
    ms: Mapping[str, float] = field(default_factory=dict)
    """Milliseconds by stage."""
    impressions: Sequence[Impression] = ()
    """The films recommended, in order."""
    arms: Mapping[str, str] = field(default_factory=dict)
    """By trial: the arm by whose settings they were recommended."""
    at: datetime = field(default_factory=now)
    delivery: str | None = None
    """The message's id on the surface; written down once a conversation."""


class Threads:
    """The conversations of all people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @retried
    async def open(self, person_id: int, surface: str, thread: str) -> Thread:
        """Return a person's conversation in a thread, begun on first sight; safe for two callers at once."""
        async with self._database.session() as session:
            record = await _find(session, person_id, surface, thread)
        if record is None:
            async with self._database.transaction() as session:
                record = await _find(session, person_id, surface, thread)
                if record is None:
                    record = await _create(session, person_id, surface, thread)
        return Thread(record.id, record.key, record.private)

    @retried
    async def keep_private(self, thread_id: int, *, private: bool) -> None:
        """Write nothing of this conversation down from the next turn on, or do so again."""
        async with self._database.transaction() as session:
            await session.execute(
                update(ConversationRecord).where(ConversationRecord.id == thread_id).values(private=private)
            )

    async def is_private(self, surface: str, thread: str) -> bool:
        """Whether a conversation that only one person can have is private."""
        query = select(ConversationRecord.id).where(
            ConversationRecord.surface == surface,
            ConversationRecord.thread == thread,
            ConversationRecord.private.is_(True),
        )
        async with self._database.session() as session:
            return await session.scalar(query.limit(1)) is not None

    @retried
    async def remove(self, surface: str, user: str, thread: str) -> bool:
        """Erase a person's conversation with its turns and checkpoints; False where there is none.

        What they said of films, and asked us to remember, stays: that is theirs, not the conversation's.
        """
        own = select(IdentityRecord.person_id).where(
            IdentityRecord.surface == surface, IdentityRecord.user == user
        )
        query = select(ConversationRecord).where(
            ConversationRecord.person_id.in_(own),
            ConversationRecord.surface == surface,
            ConversationRecord.thread == thread,
        )
        async with self._database.transaction() as session:
            record = (await session.scalars(query)).one_or_none()
            if record is None:
                return False
            there = await tables_there(session)
            for of_langgraph in BY_THREAD:
                if of_langgraph.name in there:
                    await session.execute(delete(of_langgraph).where(of_langgraph.c.thread_id == record.key))
            await session.delete(record)
            return True

    @retried
    async def record_turn(self, thread_id: int, turn: CompletedTurn) -> int | None:
        """Write a completed turn down, with the films shown, in one transaction; gives its id.

        None, and nothing is written, where the conversation is gone: its person was forgotten meanwhile.
        """
        async with self._database.transaction() as session:
            conversation = await session.get(ConversationRecord, thread_id)
            if conversation is None:
                return None
            record = TurnRecord(
                conversation_id=thread_id,
                said=turn.said,
                reply=turn.reply,
                decision=dict(turn.decision),
                decided_by=turn.decided_by,
                answered_by=turn.answered_by,
                ms=dict(turn.ms),
                at=turn.at,
                delivery=turn.delivery,
            )
            session.add(record)
            await session.flush()
            session.add_all(
                ImpressionRecord(
                    turn_id=record.id,
                    person_id=conversation.person_id,
                    film_id=shown.film_id,
                    position=position,
                    score=shown.score,
                    predicted_rating=shown.predicted_rating,
                    contributions=dict(shown.contributions),
                    reasons=[dict(reason) for reason in shown.reasons],
                    at=turn.at,
                )
                for position, shown in enumerate(turn.impressions)
            )
            session.add_all(
                ExposureRecord(
                    turn_id=record.id,
                    person_id=conversation.person_id,
                    experiment=experiment,
                    arm=arm,
                    at=turn.at,
                )
                for experiment, arm in turn.arms.items()
            )
            return record.id

    async def answered(self, thread_id: int, delivery: str) -> str | None:
        """What was answered to the message with that id; None where it was not answered yet."""
        query = select(TurnRecord.reply).where(
            TurnRecord.conversation_id == thread_id, TurnRecord.delivery == delivery
        )
        async with self._database.session() as session:
            return await session.scalar(query)

    async def shown(self, thread_id: int, limit: int = 50) -> list[str]:
        """Ids of the films last recommended in this conversation, newest list first, each in its order.

        A film shown twice stands where it was shown last; at most `limit` showings are looked at.
        """
        query = (
            select(ImpressionRecord.film_id)
            .join(TurnRecord)
            .where(TurnRecord.conversation_id == thread_id)
            .order_by(ImpressionRecord.turn_id.desc(), ImpressionRecord.position)
            .limit(limit)
        )
        async with self._database.session() as session:
            return list(dict.fromkeys(await session.scalars(query)))

    async def last_pick(self, person_id: int, film_id: str) -> Impression | None:
        """The last time this film was recommended to this person, with its reasons then; None: never."""
        query = (
            select(ImpressionRecord)
            .where(ImpressionRecord.person_id == person_id, ImpressionRecord.film_id == film_id)
            .order_by(ImpressionRecord.turn_id.desc())
            .limit(1)
        )
        async with self._database.session() as session:
            record = await session.scalar(query)
        return None if record is None else _impression(record)

    async def history(self, thread_id: int, limit: int = 20) -> list[CompletedTurn]:
        """The last turns of a conversation, oldest first, each with the films it recommended."""
        query = (
            select(TurnRecord)
            .where(TurnRecord.conversation_id == thread_id)
            .order_by(TurnRecord.id.desc())
            .limit(limit)
        )
        async with self._database.session() as session:
            turns = list(await session.scalars(query))
            shown: dict[int, list[Impression]] = {turn.id: [] for turn in turns}
            films = select(ImpressionRecord).where(ImpressionRecord.turn_id.in_(shown))
            for record in await session.scalars(films.order_by(ImpressionRecord.position)):
                shown[record.turn_id].append(_impression(record))
        return [_turn(turn, shown[turn.id]) for turn in reversed(turns)]


async def _find(
    session: AsyncSession, person_id: int, surface: str, thread: str
) -> ConversationRecord | None:
    query = select(ConversationRecord).where(
        ConversationRecord.person_id == person_id,
        ConversationRecord.surface == surface,
        ConversationRecord.thread == thread,
    )
    return (await session.scalars(query)).one_or_none()


async def _create(session: AsyncSession, person_id: int, surface: str, thread: str) -> ConversationRecord:
    record = ConversationRecord(person_id=person_id, surface=surface, thread=thread, key=str(uuid4()))
    session.add(record)
    await session.flush()
    return record


def _impression(record: ImpressionRecord) -> Impression:
    return Impression(
        film_id=record.film_id,
        score=record.score,
        contributions=record.contributions,
        reasons=record.reasons,
        predicted_rating=record.predicted_rating,
        at=record.at,
    )


def _turn(record: TurnRecord, shown: Sequence[Impression]) -> CompletedTurn:
    return CompletedTurn(
        said=record.said,
        reply=record.reply,
        decided_by=record.decided_by,
        answered_by=record.answered_by,
        decision=record.decision,
        ms=record.ms,
        impressions=tuple(shown),
        at=record.at,
        delivery=record.delivery,
    )
