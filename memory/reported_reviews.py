"""Reviews that members reported in a server, and what its moderators decided: hidden there, or kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from memory.database import Database
from memory.models import LibraryRecord, ReviewCaseRecord, ReviewReportRecord
from memory.retrying import retried
from memory.reviews import hidden_words, text_key
from memory.timestamps import now

State = Literal["open", "hidden", "kept"]


@dataclass(frozen=True, slots=True)
class Reportable:
    """A review that somebody may report."""

    key: str
    """Names its words within the film."""
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A reported review; its author is not told to anybody."""

    id: int
    film_id: str
    text: str
    stars: float | None
    reports: int
    state: State


class ReportedReviews:
    """The reported reviews in one surface's servers."""

    def __init__(self, database: Database, surface: str, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._surface = surface
        self._clock = clock

    async def reportable(self, server: str, film_id: str, person_id: int) -> list[Reportable]:
        """What other members wrote of a film and is not hidden here, newest first."""
        async with self._database.session() as session:
            written = await _written(session, film_id)
            hidden = await hidden_words(session, film_id, self._surface, server)
        return [
            Reportable(text_key(text), text)
            for author, text in written
            if author != person_id and (author, text_key(text)) not in hidden
        ]

    @retried
    async def report(
        self, server: str, film_id: str, key: str, person_id: int
    ) -> Literal["reported", "known", "gone"]:
        """Report a review; each person once. "gone": nobody else's review of the film has these words."""
        async with self._database.transaction() as session:
            authors = [
                author
                for author, text in await _written(session, film_id)
                if text_key(text) == key and author != person_id
            ]
            if not authors:
                return "gone"
            case = await self._case(session, server, authors[0], film_id, key)
            if await session.get(ReviewReportRecord, (case.id, person_id)) is not None:
                return "known"
            session.add(ReviewReportRecord(case_id=case.id, person_id=person_id, at=self._clock()))
            return "reported"

    async def cases(self, server: str, state: State, limit: int) -> list[Case]:
        """The reviews of a state that still read as they were reported, those of most people first."""
        reports = func.count(ReviewReportRecord.person_id)
        query = (
            select(ReviewCaseRecord, LibraryRecord.review, LibraryRecord.rating, reports)
            .join(ReviewReportRecord, ReviewReportRecord.case_id == ReviewCaseRecord.id)
            .join(
                LibraryRecord,
                (LibraryRecord.person_id == ReviewCaseRecord.author_id)
                & (LibraryRecord.film_id == ReviewCaseRecord.film_id),
            )
            .where(ReviewCaseRecord.surface == self._surface, ReviewCaseRecord.server == server)
            .where(ReviewCaseRecord.state == state, LibraryRecord.review.is_not(None))
            .group_by(ReviewCaseRecord.id, LibraryRecord.person_id, LibraryRecord.film_id)
            .order_by(reports.desc(), ReviewCaseRecord.id)
        )
        async with self._database.session() as session:
            found = [
                Case(case.id, case.film_id, text, stars, count, state)
                for case, text, stars, count in await session.execute(query)
                if text is not None and text_key(text) == case.words
            ]
        return found[:limit]

    @retried
    async def decide(self, server: str, case_id: int, state: Literal["hidden", "kept"]) -> str | None:
        """Hide a review in this server, or keep it; gives its film, None where there is nothing to change."""
        async with self._database.transaction() as session:
            case = await session.get(ReviewCaseRecord, case_id, with_for_update=True)
            if case is None or (case.surface, case.server) != (self._surface, server) or case.state == state:
                return None
            case.state = state
            return case.film_id

    async def _case(
        self, session: AsyncSession, server: str, author: int, film_id: str, words: str
    ) -> ReviewCaseRecord:
        query = select(ReviewCaseRecord).filter_by(
            surface=self._surface, server=server, author_id=author, film_id=film_id, words=words
        )
        case = (await session.scalars(query)).one_or_none()
        if case is None:
            case = ReviewCaseRecord(
                surface=self._surface,
                server=server,
                author_id=author,
                film_id=film_id,
                words=words,
                state="open",
            )
            session.add(case)
            await session.flush()
        return case


async def _written(session: AsyncSession, film_id: str) -> list[tuple[int, str]]:
    query = (
        select(LibraryRecord.person_id, LibraryRecord.review)
        .where(LibraryRecord.film_id == film_id, LibraryRecord.review.is_not(None))
        .order_by(LibraryRecord.updated_at.desc(), LibraryRecord.person_id)
    )
    return [(author, text or "") for author, text in await session.execute(query)]
