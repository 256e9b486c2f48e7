"""Reviews: those brought by files and services, those members wrote, and summaries written from them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from memory.apart import apart_from
from memory.database import Database
from memory.models import LibraryRecord, ReviewCaseRecord, ReviewRecord, ReviewSummaryRecord
from memory.retrying import retried

MEMBER = "member"
"""The origin of what people wrote to us."""
_BROUGHT = (
    ReviewRecord.origin_key,
    ReviewRecord.film_id,
    ReviewRecord.text,
    ReviewRecord.origin,
    ReviewRecord.licence,
    ReviewRecord.quotable,
    ReviewRecord.author,
    ReviewRecord.stars,
    ReviewRecord.spoiler,
    ReviewRecord.written_at,
    ReviewRecord.reading,
)
"""A `StoredReview` as columns, in its order: thousands of them are read at once."""
_AT_ONCE = 500
"""Keys asked for in one query; databases limit how many values one may hold."""


@dataclass(frozen=True, slots=True)
class NewReview:
    """A review to be kept."""

    film_id: str
    text: str
    origin: str
    licence: str
    quotable: bool
    origin_key: str
    """By which the same review is known when it comes again."""
    language: str = "und"
    author: str | None = None
    stars: float | None = None
    spoiler: bool = False
    written_at: datetime | None = None
    reading: Mapping[str, Any] | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredReview:
    """A review as it is kept."""

    key: str
    """Names it within its film, and changes with its words."""
    film_id: str
    text: str
    origin: str
    licence: str
    quotable: bool
    author: str | None = None
    """Never the name of a member."""
    stars: float | None = None
    spoiler: bool = False
    written_at: datetime | None = None
    reading: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of reviews handed over."""

    added: int
    known: int
    """Were there before, word for word, or came twice."""


class Reviews:
    """The reviews of all films."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @retried
    async def add(self, reviews: Sequence[NewReview], *, replacing: str | None = None) -> Added:
        """Keep reviews, all of them or none; those already there are left as they are.

        `replacing`: an origin whose reviews are taken back in the same transaction.
        """
        fresh = {(review.film_id, review.origin_key): review for review in reversed(reviews)}
        async with self._database.transaction() as session:
            if replacing is not None:
                await _remove(session, replacing)
            for known in await _known(session, [key for _, key in fresh]):
                fresh.pop(known, None)
            session.add_all(
                ReviewRecord(
                    person_id=review.person_id,
                    film_id=review.film_id,
                    origin=review.origin,
                    origin_key=review.origin_key,
                    licence=review.licence,
                    quotable=review.quotable,
                    author=review.author,
                    stars=review.stars,
                    text=review.text,
                    language=review.language,
                    spoiler=review.spoiler,
                    written_at=review.written_at,
                    reading=None if review.reading is None else dict(review.reading),
                )
                for review in reversed(fresh.values())
            )
        return Added(len(fresh), len(reviews) - len(fresh))

    async def of_film(
        self,
        film_id: str,
        *,
        limit: int = 5000,
        server: tuple[str, str] | None = None,
        reader: int | None = None,
    ) -> list[StoredReview]:
        """The newest `limit` reviews of a film, and every one that a member wrote.

        `server`: surface and server where they are to be shown; what its moderators hid is left out.
        `reader`: who is to read them; what those wrote from whom they are kept apart is left out.
        """
        brought = (
            select(*_BROUGHT)
            .where(ReviewRecord.film_id == film_id)
            .order_by(ReviewRecord.written_at.desc().nulls_last(), ReviewRecord.id.desc())
            .limit(limit)
        )
        written = (
            select(LibraryRecord)
            .where(LibraryRecord.film_id == film_id, LibraryRecord.review.is_not(None))
            .order_by(LibraryRecord.updated_at.desc(), LibraryRecord.person_id)
        )
        async with self._database.session() as session:
            hidden = await hidden_words(session, film_id, *server) if server else ()
            apart = frozenset[int]() if reader is None else await apart_from(session, reader)
            found = [
                _member(record)
                for record in await session.scalars(written)
                if record.person_id not in apart
                and (record.person_id, text_key(record.review or "")) not in hidden
            ]
            return found + [StoredReview(*row) for row in await session.execute(brought)]

    async def count(self, film_id: str) -> int:
        """How many reviews of a film there are."""
        brought = select(func.count()).where(ReviewRecord.film_id == film_id)
        written = select(func.count()).where(
            LibraryRecord.film_id == film_id, LibraryRecord.review.is_not(None)
        )
        async with self._database.session() as session:
            return (await session.execute(brought)).scalar_one() + (
                await session.execute(written)
            ).scalar_one()

    @retried
    async def remove_origin(self, origin: str) -> int:
        """Take back everything that came from one origin, with the summaries written from it; how many."""
        async with self._database.transaction() as session:
            return await _remove(session, origin)

    async def summary(self, film_id: str, variant: str, reviews_key: str) -> str | None:
        """The summary kept for just these reviews; None where there is none."""
        async with self._database.session() as session:
            record = await session.get(ReviewSummaryRecord, (film_id, variant))
            return record.text if record and record.reviews_key == reviews_key else None

    @retried
    async def keep_summary(self, film_id: str, variant: str, reviews_key: str, text: str) -> None:
        """Keep a summary in place of the last one of its kind."""
        async with self._database.transaction() as session:
            await session.merge(
                ReviewSummaryRecord(film_id=film_id, variant=variant, reviews_key=reviews_key, text=text)
            )


def reviews_key(reviews: Iterable[StoredReview]) -> str:
    """Says which reviews, in whatever order."""
    return sha256("\n".join(sorted(review.key for review in reviews)).encode()).hexdigest()[:32]


def text_key(text: str) -> str:
    """By which the same words are known again, whatever their case and spacing."""
    return sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:32]


async def hidden_words(
    session: AsyncSession, film_id: str, surface: str, server: str
) -> frozenset[tuple[int, str]]:
    """Which words of whom are hidden in a server."""
    query = select(ReviewCaseRecord.author_id, ReviewCaseRecord.words).filter_by(
        surface=surface, server=server, film_id=film_id, state="hidden"
    )
    return frozenset((author, words) for author, words in await session.execute(query))


async def _remove(session: AsyncSession, origin: str) -> int:
    films = select(ReviewRecord.film_id).where(ReviewRecord.origin == origin)
    await session.execute(delete(ReviewSummaryRecord).where(ReviewSummaryRecord.film_id.in_(films)))
    gone = delete(ReviewRecord).where(ReviewRecord.origin == origin).returning(ReviewRecord.id)
    return len((await session.scalars(gone)).all())


async def _known(session: AsyncSession, keys: Sequence[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for start in range(0, len(keys), _AT_ONCE):
        query = select(ReviewRecord.film_id, ReviewRecord.origin_key).where(
            ReviewRecord.origin_key.in_(keys[start : start + _AT_ONCE])
        )
        found += [(film_id, key) for film_id, key in await session.execute(query)]
    return found


def _member(record: LibraryRecord) -> StoredReview:
    text = record.review or ""
    return StoredReview(
        key=text_key(f"{record.person_id} {record.rating} {text}"),
        film_id=record.film_id,
        text=text,
        origin=MEMBER,
        licence="written to us by a member; shown without their name",
        quotable=True,
        stars=record.rating,
        written_at=record.updated_at,
    )
