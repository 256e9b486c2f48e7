"""Who does the quiz in which server: where they are, who was reminded, who got the role for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, select, update

from memory.database import Database
from memory.models import NewcomerRecord, PersonRecord, QuizRecord
from memory.retrying import retried
from memory.timestamps import now

STOPPED_AFTER = timedelta(hours=1)
"""Who has not answered for so long has stopped."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the people of one server came."""

    began: int
    finished: int
    open_at: Mapping[int, int]
    """Of those who did not finish, how many are at which step, the first being 0."""
    reminded: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """Somebody who stopped on the way."""

    user: str
    locale: str
    step: int


@dataclass(frozen=True, slots=True)
class Undone:
    """A quiz taken back."""

    role: str | None
    """Id of the role that was given for it."""


class Newcomers:
    """The people who do the quiz in one surface's servers."""

    def __init__(self, database: Database, surface: str, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._surface = surface
        self._clock = clock

    @retried
    async def note(self, server: str, user: str, person_id: int) -> None:
        """They do the quiz here; noted once."""
        async with self._database.transaction() as session:
            if await session.get(NewcomerRecord, (self._surface, server, user)) is None:
                session.add(
                    NewcomerRecord(
                        surface=self._surface,
                        server=server,
                        user=user,
                        person_id=person_id,
                        began_at=self._clock(),
                    )
                )

    async def progress(self, server: str) -> Progress:
        """Who began here, who finished, where the others are."""
        query = (
            select(QuizRecord.finished_at.is_not(None), QuizRecord.step, func.count())
            .join(NewcomerRecord, NewcomerRecord.person_id == QuizRecord.person_id)
            .where(self._here(server))
            .group_by(QuizRecord.finished_at.is_not(None), QuizRecord.step)
            .order_by(QuizRecord.step)
        )
        reminded = select(func.count()).where(self._here(server), NewcomerRecord.reminded_at.is_not(None))
        async with self._database.session() as session:
            rows = [(bool(done), step, count) for done, step, count in await session.execute(query)]
            return Progress(
                began=sum(count for _, _, count in rows),
                finished=sum(count for done, _, count in rows if done),
                open_at={step: count for done, step, count in rows if not done},
                reminded=(await session.execute(reminded)).scalar_one(),
            )

    async def due(self, user: str) -> list[str]:
        """Servers in which they finished and got no role for it yet."""
        query = (
            select(NewcomerRecord.server)
            .join(QuizRecord, NewcomerRecord.person_id == QuizRecord.person_id)
            .where(NewcomerRecord.surface == self._surface, NewcomerRecord.user == user)
            .where(QuizRecord.finished_at.is_not(None), NewcomerRecord.role.is_(None))
        )
        async with self._database.session() as session:
            return list(await session.scalars(query))

    @retried
    async def given(self, server: str, user: str, role: str) -> None:
        """They got the role."""
        async with self._database.transaction() as session:
            await session.execute(
                update(NewcomerRecord)
                .where(self._here(server), NewcomerRecord.user == user)
                .values(role=role)
            )

    @retried
    async def claim_reminders(self, server: str, limit: int) -> list[Stopped]:
        """Those who stopped and were never reminded; from now on they count as reminded."""
        query = (
            select(NewcomerRecord, PersonRecord.locale, QuizRecord.step)
            .join(QuizRecord, NewcomerRecord.person_id == QuizRecord.person_id)
            .join(PersonRecord, NewcomerRecord.person_id == PersonRecord.id)
            .where(self._here(server), NewcomerRecord.reminded_at.is_(None))
            .where(QuizRecord.finished_at.is_(None), QuizRecord.updated_at <= self._clock() - STOPPED_AFTER)
            .order_by(QuizRecord.updated_at)
            .limit(limit)
            .with_for_update(of=NewcomerRecord)
        )
        async with self._database.transaction() as session:
            stopped = []
            for record, locale, step in (await session.execute(query)).all():
                record.reminded_at = self._clock()
                stopped.append(Stopped(record.user, locale, step))
            return stopped

    @retried
    async def release(self, server: str, user: str) -> None:
        """A reminder could not be sent, and may be tried again."""
        async with self._database.transaction() as session:
            await session.execute(
                update(NewcomerRecord)
                .where(self._here(server), NewcomerRecord.user == user)
                .values(reminded_at=None)
            )

    @retried
    async def reset(self, server: str, user: str) -> Undone | None:
        """Let them begin anew; what they answered stays in their library. None where they never began."""
        async with self._database.transaction() as session:
            record = await session.get(NewcomerRecord, (self._surface, server, user), with_for_update=True)
            if record is None:
                return None
            await session.execute(delete(QuizRecord).where(QuizRecord.person_id == record.person_id))
            await session.delete(record)
            return Undone(record.role)

    def _here(self, server: str) -> ColumnElement[bool]:
        return and_(NewcomerRecord.surface == self._surface, NewcomerRecord.server == server)
