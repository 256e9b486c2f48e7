"""What rooms and members are still to be told of their movie nights, each thing once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, cast

from sqlalchemy import CursorResult, or_, select, update

from memory.ballot_rules import ASKED_UNTIL, EVENT_ID, Ballot, Due, DueKind, due
from memory.ballot_store import read_ballots
from memory.ballot_tables import BallotMemberRecord, BallotRecord
from memory.database import Database
from memory.retrying import retried
from memory.timestamps import now

Stage = Literal["invited", "decided", "soon", "asked"]

HEARD: Final[tuple[Stage, ...]] = ("invited", "decided", "soon", "asked")
"""What a member is told one after the other; `BallotMemberRecord.heard` counts how far they are."""
SOON = timedelta(hours=24)
"""Before the night: whoever talks to us then is reminded of it."""
_LONGEST = timedelta(days=30)
"""After its end nothing is due of a ballot."""


@dataclass(frozen=True, slots=True)
class News:
    """What a member is told at their next turn."""

    stage: Stage
    ballot: Ballot


class BallotNews:
    """Keeps count of what was told. `Due` is for rooms, `News` for members whose ballot has no room."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def due(self, surface: str) -> tuple[Due, ...]:
        """What is to be done now in the rooms of a surface. Votes that end are due on every surface."""
        at = self._clock()
        watched = or_(BallotRecord.state == "open", BallotRecord.ended_at > at - _LONGEST)
        async with self._database.session() as session:
            ballots = await read_ballots(session, watched, BallotRecord.surface == surface)
        return due(ballots, at)

    @retried
    async def claim(self, ballot_id: int, kind: DueKind) -> bool:
        """Take the telling upon oneself: True once, so that after a restart it is not told again."""
        async with self._database.transaction() as session:
            record = await session.get(BallotRecord, ballot_id, with_for_update=True)
            if record is None or kind in record.posted:
                return False
            record.posted = {**record.posted, kind: self._clock().isoformat()}
            return True

    @retried
    async def release(self, ballot_id: int, kind: DueKind) -> None:
        """It could not be done after all: it is due again."""
        async with self._database.transaction() as session:
            record = await session.get(BallotRecord, ballot_id, with_for_update=True)
            if record is not None:
                record.posted = {name: at for name, at in record.posted.items() if name != kind}

    @retried
    async def note_event(self, ballot_id: int, event: str) -> None:
        """Write down which event of the surface's calendar the night is: it moves with it."""
        async with self._database.transaction() as session:
            record = await session.get(BallotRecord, ballot_id, with_for_update=True)
            if record is not None:
                record.posted = {**record.posted, EVENT_ID: event}

    async def news(self, person_id: int) -> tuple[News, ...]:
        """What this person has not been told yet of the ballots they are a member of; it counts as told.

        Where a ballot has a room, that is told there, all but how the film was.
        """
        at = self._clock()
        async with self._database.session() as session:
            waiting = (
                await session.execute(
                    select(BallotMemberRecord.ballot_id, BallotMemberRecord.heard)
                    .join(BallotRecord, BallotRecord.id == BallotMemberRecord.ballot_id)
                    .where(
                        BallotMemberRecord.person_id == person_id,
                        BallotMemberRecord.left.is_(False),
                        BallotMemberRecord.heard < len(HEARD),
                        or_(BallotRecord.state == "open", BallotRecord.ended_at > at - _LONGEST),
                    )
                )
            ).all()
            heard = {row.ballot_id: row.heard for row in waiting}
            ballots = await read_ballots(session, BallotRecord.id.in_(heard)) if heard else ()
        found: list[News] = []
        for ballot in ballots:
            stage = _stage(ballot, at)
            if stage is None or HEARD.index(stage) < heard[ballot.id]:
                continue
            first = await self.told(ballot.id, person_id, stage)
            if first and (ballot.channel is None or stage == "asked"):
                found.append(News(stage, ballot))
        return tuple(found)

    @retried
    async def told(self, ballot_id: int, person_id: int, stage: Stage) -> bool:
        """Count a member as told: they are told now, or did it themselves. True the first time."""
        async with self._database.transaction() as session:
            result = await session.execute(
                update(BallotMemberRecord)
                .where(
                    BallotMemberRecord.ballot_id == ballot_id,
                    BallotMemberRecord.person_id == person_id,
                    BallotMemberRecord.heard <= HEARD.index(stage),
                )
                .values(heard=HEARD.index(stage) + 1)
            )
            return bool(cast("CursorResult[Any]", result).rowcount)


def _stage(ballot: Ballot, at: datetime) -> Stage | None:
    """How far a member could have been told by now."""
    if ballot.state == "open":
        return "invited"
    asked_at = ballot.asked_at
    if ballot.state == "cancelled" or asked_at is None:
        return None
    if asked_at <= at:
        return "asked" if at < asked_at + ASKED_UNTIL else None
    if ballot.night_at and ballot.night_at - SOON <= at < ballot.night_at:
        return "soon"
    return "decided"
