"""Who is kept apart from somebody, so that neither sees anything of the other."""

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from memory.models import RelationRecord, ReviewCaseRecord, ReviewReportRecord


async def apart_from(session: AsyncSession, person_id: int) -> frozenset[int]:
    """Whom they blocked or were blocked by; and where one reported a review of the other, both.

    A report that moderators found to be none keeps nobody apart.
    """
    blocks = select(RelationRecord.person_id, RelationRecord.other_id).where(
        RelationRecord.state == "blocked",
        or_(RelationRecord.person_id == person_id, RelationRecord.other_id == person_id),
    )
    reports = (
        select(ReviewReportRecord.person_id, ReviewCaseRecord.author_id)
        .join(ReviewCaseRecord, ReviewCaseRecord.id == ReviewReportRecord.case_id)
        .where(
            ReviewCaseRecord.state != "kept",
            or_(ReviewReportRecord.person_id == person_id, ReviewCaseRecord.author_id == person_id),
        )
    )
    pairs = [*await session.execute(blocks), *await session.execute(reports)]
    return frozenset(end for pair in pairs for end in pair) - {person_id}
