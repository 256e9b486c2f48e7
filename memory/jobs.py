"""Jobs done by the clock: one process of all does each when it is due, and another one if it dies."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

from sqlalchemy import ColumnElement, or_, select, update

from memory.database import Database
from memory.job_tables import JobRecord
from memory.retrying import retried
from memory.timestamps import now

Outcome = Literal["done", "failed"]


@dataclass(frozen=True, slots=True)
class JobState:
    """How a job stands."""

    name: str
    schedule: str
    due_at: datetime
    held_until: datetime | None
    """None where nobody is at it."""
    began_at: datetime | None
    ended_at: datetime | None
    outcome: Outcome | None
    """Of the last run that ended; None before the first."""
    said: str | None


class JobBook:
    """The state of all jobs, which all processes share."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def all(self) -> tuple[JobState, ...]:
        """Every job that was ever offered, by name."""
        async with self._database.session() as session:
            records = await session.scalars(select(JobRecord).order_by(JobRecord.name))
            return tuple(_state(record) for record in records)

    async def get(self, name: str) -> JobState | None:
        """One job; None where it was never offered."""
        async with self._database.session() as session:
            record = await session.get(JobRecord, name)
            return None if record is None else _state(record)

    @retried
    async def note(self, name: str, schedule: str, first: datetime) -> JobState:
        """Have a job in the book; it is due at `first` where it is new or runs at other times than before."""
        async with self._database.transaction() as session:
            record = await session.get(JobRecord, name)
            if record is None:
                record = JobRecord(name=name, schedule=schedule, due_at=first)
                session.add(record)
            elif record.schedule != schedule:
                record.schedule, record.due_at = schedule, first
            await session.flush()
            return _state(record)

    async def claim(self, name: str, holder: str, hold_s: float, *, anyway: bool = False) -> bool:
        """Take a job upon oneself that is due (`anyway`: or not); False where others have it."""
        moment = self._clock()
        free: list[ColumnElement[bool]] = [
            or_(JobRecord.held_until.is_(None), JobRecord.held_until <= moment)
        ]
        due = [] if anyway else [JobRecord.due_at <= moment]
        return await self._set(
            name,
            *free,
            *due,
            holder=holder,
            held_until=moment + timedelta(seconds=hold_s),
            began_at=moment,
        )

    async def renew(self, name: str, holder: str, hold_s: float) -> bool:
        """Stay at it; False where it was taken by another since."""
        until = self._clock() + timedelta(seconds=hold_s)
        return await self._set(name, JobRecord.holder == holder, held_until=until)

    async def finish(self, name: str, holder: str, outcome: Outcome, said: str, due_at: datetime) -> bool:
        """Write down what came of it and when it is due again; False where it was taken by another since."""
        return await self._set(
            name,
            JobRecord.holder == holder,
            holder=None,
            held_until=None,
            ended_at=self._clock(),
            outcome=outcome,
            said=said,
            due_at=due_at,
        )

    async def release(self, name: str, holder: str) -> bool:
        """Give up a run that was broken off: it stays due, and another may do it at once."""
        return await self._set(name, JobRecord.holder == holder, holder=None, held_until=None)

    async def ask(self, name: str) -> bool:
        """Have it due now; False where there is no such job."""
        return await self._set(name, due_at=self._clock())

    @retried
    async def _set(self, name: str, *which: ColumnElement[bool], **values: object) -> bool:
        query = (
            update(JobRecord)
            .where(JobRecord.name == name, *which)
            .values(**values)
            .returning(JobRecord.name)
            .execution_options(synchronize_session=False)
        )
        async with self._database.transaction() as session:
            return (await session.scalar(query)) is not None


def _state(record: JobRecord) -> JobState:
    return JobState(
        name=record.name,
        schedule=record.schedule,
        due_at=record.due_at,
        held_until=record.held_until,
        began_at=record.began_at,
        ended_at=record.ended_at,
        outcome=cast(Outcome | None, record.outcome),
        said=record.said,
    )
