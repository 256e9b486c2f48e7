"""The question "how was it?": asked gently, so that nobody is asked often or twice about the same film."""

from datetime import datetime, timedelta

from sqlalchemy import select

from memory.database import Database
from memory.models import FollowUpRecord, LibraryRecord
from memory.retrying import retried

PAUSE = timedelta(hours=12)
"""Between two such questions to one person."""
PATIENCE = 3
"""Questions left unanswered one after the other, after which the pause is long."""
LONG_PAUSE = timedelta(days=30)


class FollowUps:
    """Which films people were asked about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @retried
    async def may_ask(self, person_id: int, film_id: str, at: datetime) -> bool:
        """True where the question may be asked now; then it counts as asked.

        Answered is a question whose film has a rating or a review by now.
        """
        asked = (
            select(FollowUpRecord.film_id, FollowUpRecord.at, LibraryRecord.rating, LibraryRecord.review)
            .outerjoin(
                LibraryRecord,
                (LibraryRecord.person_id == FollowUpRecord.person_id)
                & (LibraryRecord.film_id == FollowUpRecord.film_id),
            )
            .where(FollowUpRecord.person_id == person_id)
            .order_by(FollowUpRecord.at.desc(), FollowUpRecord.id.desc())
        )
        async with self._database.transaction() as session:
            before = (await session.execute(asked)).all()
            if any(film == film_id for film, *_ in before):
                return False
            last = before[:PATIENCE]
            silent = len(last) == PATIENCE and all(row.rating is None and row.review is None for row in last)
            if before and at - before[0].at < (LONG_PAUSE if silent else PAUSE):
                return False
            session.add(FollowUpRecord(person_id=person_id, film_id=film_id, at=at))
        return True
