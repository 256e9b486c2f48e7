"""What people have achieved: written down once, told once."""

from collections.abc import Callable, Collection
from datetime import datetime

from sqlalchemy import select, update

from memory.database import Database
from memory.models import AchievementRecord
from memory.retrying import retried
from memory.timestamps import now


class Achievements:
    """Of all people."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def of(self, person_id: int) -> dict[str, datetime]:
        """What they have, and since when."""
        query = select(AchievementRecord.achievement, AchievementRecord.at).where(
            AchievementRecord.person_id == person_id
        )
        async with self._database.session() as session:
            return {row.achievement: row.at for row in await session.execute(query)}

    @retried
    async def grant(
        self, person_id: int, achievements: Collection[str], *, told: bool = False
    ) -> frozenset[str]:
        """Write these down; gives those that are new. `told`: the answer to this very turn says so."""
        at = self._clock()
        async with self._database.transaction() as session:
            query = select(AchievementRecord.achievement).where(AchievementRecord.person_id == person_id)
            new = frozenset(achievements) - frozenset((await session.scalars(query)).all())
            session.add_all(
                AchievementRecord(person_id=person_id, achievement=achievement, at=at, told=told)
                for achievement in new
            )
            return new

    async def news(self, person_id: int) -> frozenset[str]:
        """What they have not been told of yet; it counts as told."""
        untold = (AchievementRecord.person_id == person_id, AchievementRecord.told.is_(False))
        async with self._database.session() as session:
            found = frozenset(
                (await session.scalars(select(AchievementRecord.achievement).where(*untold))).all()
            )
        if found:
            await self._told(person_id)
        return found

    @retried
    async def _told(self, person_id: int) -> None:
        async with self._database.transaction() as session:
            await session.execute(
                update(AchievementRecord).where(AchievementRecord.person_id == person_id).values(told=True)
            )
