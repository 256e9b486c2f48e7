"""Trials of settings: who took part under which arm, and what they did with the films they were shown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.sql.elements import ColumnElement

from memory.database import Database
from memory.models import ImpressionRecord, LibraryRecord, PersonRecord
from memory.retrying import retried
from memory.trial_tables import ExposureRecord

Outcome = Literal["saved", "seen", "rated_high", "unwanted"]

HIGH = 4.0
"""Stars from which a rating is high."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One person in one trial."""

    person_id: int
    arm: str
    began: datetime
    """When they were first answered by its settings."""
    turns: int
    """In which they were, within the window."""
    reached: bool
    """The outcome was reached with a film shown in such a turn, within the window and after that turn."""


@dataclass(frozen=True, slots=True)
class Part:
    """All who took part in a trial."""

    subjects: tuple[Subject, ...]
    """By when they began."""
    crossed: int
    """People left out because they met two arms: accounts joined, or a trial changed under its name."""


class Trials:
    """The trials of all settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @retried
    async def take_part(self, person_id: int, *, taking_part: bool) -> None:
        """Be in trials or not; who leaves takes along what was written down of them for trials."""
        async with self._database.transaction() as session:
            await session.execute(
                update(PersonRecord).where(PersonRecord.id == person_id).values(in_trials=taking_part)
            )
            if not taking_part:
                await session.execute(delete(ExposureRecord).where(ExposureRecord.person_id == person_id))

    async def part(self, experiment: str, outcome: Outcome, window: timedelta) -> Part:
        """Who took part, with the outcome of each within so long after they began.

        A film that was saved and watched since counts as saved too: it left the watchlist by being seen.
        """
        moment = _moments()[outcome]
        of_trial = ExposureRecord.experiment == experiment
        exposures = (
            select(ExposureRecord.person_id, ExposureRecord.arm, ExposureRecord.turn_id, ExposureRecord.at)
            .where(of_trial)
            .order_by(ExposureRecord.person_id, ExposureRecord.at, ExposureRecord.turn_id)
        )
        reached = (
            select(ExposureRecord.turn_id, moment)
            .join(ImpressionRecord, ImpressionRecord.turn_id == ExposureRecord.turn_id)
            .join(
                LibraryRecord,
                (LibraryRecord.person_id == ExposureRecord.person_id)
                & (LibraryRecord.film_id == ImpressionRecord.film_id),
            )
            .where(of_trial)
        )
        async with self._database.session() as session:
            rows = [_Turn(*row) for row in await session.execute(exposures)]
            moments: dict[int, list[datetime]] = defaultdict(list)
            for turn_id, at in await session.execute(reached):
                if at is not None:
                    moments[turn_id].append(at)
        subjects, crossed = [], 0
        for _, of_one in groupby(rows, key=lambda turn: turn.person_id):
            theirs = list(of_one)
            if len({turn.arm for turn in theirs}) > 1:
                crossed += 1
            else:
                subjects.append(_subject(theirs, moments, window))
        return Part(tuple(sorted(subjects, key=lambda one: (one.began, one.person_id))), crossed)


@dataclass(frozen=True, slots=True)
class _Turn:
    person_id: int
    arm: str
    turn_id: int
    at: datetime


def _moments() -> dict[Outcome, ColumnElement[datetime | None]]:
    """When each outcome was reached with a film of the library; NULL where it was not."""
    high = case((LibraryRecord.rating >= HIGH, LibraryRecord.rated_at), else_=None)
    return {
        "saved": func.coalesce(LibraryRecord.saved_at, LibraryRecord.seen_at),
        "seen": LibraryRecord.seen_at.expression,
        "rated_high": high,
        "unwanted": LibraryRecord.disliked_at.expression,
    }


def _subject(turns: Sequence[_Turn], moments: Mapping[int, Sequence[datetime]], window: timedelta) -> Subject:
    began = turns[0].at
    end = began + window
    within = [turn for turn in turns if turn.at <= end]
    return Subject(
        person_id=turns[0].person_id,
        arm=turns[0].arm,
        began=began,
        turns=len(within),
        reached=any(turn.at <= at <= end for turn in within for at in moments.get(turn.turn_id, ())),
    )
