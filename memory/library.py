"""What a person did with films: rated, seen, saved for later, "not for me", reviewed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime

from sqlalchemy import select

from memory.database import Database
from memory.models import LibraryRecord
from memory.retrying import retried
from memory.timestamps import now


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One person's relation to one film. All defaults: there is none."""

    film_id: str
    rating: float | None = None
    """Stars, 0.5 to 5. A film rated was seen."""
    said: str | None = None
    """The message in which it was rated."""
    seen: bool = False
    saved: bool = False
    """On the watchlist."""
    disliked: bool = False
    """"Not for me": never recommended again."""
    liked: bool = False
    """Said to be liked, without stars."""
    review: str | None = None
    rated_at: datetime | None = None
    seen_at: datetime | None = None
    saved_at: datetime | None = None
    disliked_at: datetime | None = None
    updated_at: datetime | None = None
    """None where nothing is written down."""

    @property
    def is_empty(self) -> bool:
        """True where the row says nothing and need not be kept."""
        return (
            self.rating is None
            and self.review is None
            and not (self.seen or self.saved or self.disliked or self.liked)
        )

    def joined(self, other: "LibraryRow") -> "LibraryRow":
        """What two accounts of one person say of the same film: nothing is lost, the newer word counts.

        Of two ratings the later stands; seen in either is seen; two different reviews are both kept.
        """
        newer, older = (
            (self, other) if _moment(self.updated_at) >= _moment(other.updated_at) else (other, self)
        )
        rated = max(newer, older, key=lambda row: (row.rating is not None, _moment(row.rated_at)))
        contradicted = newer.saved or newer.rating is not None
        disliked = newer.disliked or (older.disliked and not contradicted)
        saved = newer.saved or (older.saved and not newer.seen and not disliked)
        reviews = [newer.review] if newer.review else []
        if older.review and older.review not in (newer.review or ""):
            reviews.append(older.review)
        return LibraryRow(
            film_id=self.film_id,
            rating=rated.rating,
            said=rated.said,
            seen=self.seen or other.seen,
            saved=saved,
            disliked=disliked,
            liked=(self.liked or other.liked) and not disliked and rated.rating is None,
            review="\n\n".join(reviews) or None,
            rated_at=rated.rated_at,
            seen_at=newer.seen_at or older.seen_at,
            saved_at=(newer.saved_at or older.saved_at) if saved else None,
            disliked_at=(newer.disliked_at or older.disliked_at) if disliked else None,
            updated_at=newer.updated_at,
        )


Change = tuple[LibraryRow, LibraryRow]
"""Before and after."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of films brought from elsewhere."""

    new: int
    changed: int
    same: int


_COLUMNS = [field.name for field in fields(LibraryRow)]


class Library:
    """The libraries of all people. Each change is one transaction and gives the row before and after."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def rate(self, person_id: int, film_id: str, stars: float, *, said: str | None = None) -> Change:
        """Rate a film, 0.5 to 5 stars: then it was seen, leaves the watchlist and is no longer disliked."""
        return await self._change(person_id, film_id, lambda row, at: _rated(row, stars, said, at))

    async def like(self, person_id: int, film_id: str) -> Change:
        """Mark a film liked, without stars: then it was seen, and is no longer disliked. Stars given stay."""

        def liked(row: LibraryRow, at: datetime) -> LibraryRow:
            return _welcome(replace(_seen(row, at), liked=row.rating is None))

        return await self._change(person_id, film_id, liked)

    async def mark_seen(self, person_id: int, film_id: str) -> Change:
        """Mark a film seen: it leaves the watchlist."""
        return await self._change(person_id, film_id, _seen)

    async def unmark_seen(self, person_id: int, film_id: str) -> Change:
        """Take "seen" back, and with it a rating, which an unseen film cannot have. A review stays."""

        def unseen(row: LibraryRow, _at: datetime) -> LibraryRow:
            return replace(row, seen=False, seen_at=None, rating=None, rated_at=None, said=None, liked=False)

        return await self._change(person_id, film_id, unseen)

    async def save(self, person_id: int, film_id: str) -> Change:
        """Put a film on the watchlist, also one seen before (to see it again); it is no longer disliked."""

        def saved(row: LibraryRow, at: datetime) -> LibraryRow:
            return _welcome(replace(row, saved=True, saved_at=row.saved_at if row.saved else at))

        return await self._change(person_id, film_id, saved)

    async def unsave(self, person_id: int, film_id: str) -> Change:
        """Take a film off the watchlist."""
        return await self._change(person_id, film_id, lambda row, _: replace(row, saved=False, saved_at=None))

    async def dislike(self, person_id: int, film_id: str) -> Change:
        """Mark a film "not for me": it leaves the watchlist."""

        def disliked(row: LibraryRow, at: datetime) -> LibraryRow:
            since = row.disliked_at if row.disliked else at
            return replace(row, disliked=True, disliked_at=since, liked=False, saved=False, saved_at=None)

        return await self._change(person_id, film_id, disliked)

    async def review(self, person_id: int, film_id: str, text: str, *, stars: float | None = None) -> Change:
        """Write or rewrite a review, with stars where there are some: then the film was seen."""

        def reviewed(row: LibraryRow, at: datetime) -> LibraryRow:
            row = replace(_seen(row, at), review=text)
            return row if stars is None else _rated(row, stars, text, at)

        return await self._change(person_id, film_id, reviewed)

    async def remove(self, person_id: int, film_id: str) -> Change:
        """Drop everything kept about one film."""
        return await self._change(person_id, film_id, lambda row, _: LibraryRow(row.film_id))

    @retried
    async def bring(self, person_id: int, rows: Sequence[LibraryRow]) -> Brought:
        """Join many films that the person brings from elsewhere, in one transaction.

        The same films brought again change nothing. `rows` name each film once.
        """
        new = changed = same = 0
        async with self._database.transaction() as session:
            kept = {
                record.film_id: row_of(record)
                for record in await session.scalars(
                    select(LibraryRecord).where(LibraryRecord.person_id == person_id)
                )
            }
            for row in rows:
                before = kept.get(row.film_id)
                after = row.joined(before) if before else row
                if after == before:
                    same += 1
                    continue
                new, changed = new + (before is None), changed + (before is not None)
                values = {name: getattr(after, name) for name in _COLUMNS}
                await session.merge(LibraryRecord(person_id=person_id, **values))
        return Brought(new, changed, same)

    async def row(self, person_id: int, film_id: str) -> LibraryRow:
        """What is kept about one film; an empty row where nothing is."""
        async with self._database.session() as session:
            record = await session.get(LibraryRecord, (person_id, film_id))
            return LibraryRow(film_id) if record is None else row_of(record)

    async def rows(self, person_id: int) -> list[LibraryRow]:
        """Everything in the library, newest change first."""
        query = (
            select(*(getattr(LibraryRecord, name) for name in _COLUMNS))  # plain rows: a library may be large
            .where(LibraryRecord.person_id == person_id)
            .order_by(LibraryRecord.updated_at.desc(), LibraryRecord.film_id)
        )
        async with self._database.session() as session:
            return [LibraryRow(*row) for row in await session.execute(query)]

    @retried
    async def _change(
        self, person_id: int, film_id: str, change: Callable[[LibraryRow, datetime], LibraryRow]
    ) -> Change:
        at = now()
        async with self._database.transaction() as session:
            record = await session.get(LibraryRecord, (person_id, film_id), with_for_update=True)
            before = LibraryRow(film_id) if record is None else row_of(record)
            after = change(before, at)
            if after == before:
                return before, before
            if after.is_empty:
                if record is not None:
                    await session.delete(record)
                return before, LibraryRow(film_id)
            after = replace(after, updated_at=at)
            await session.merge(
                LibraryRecord(person_id=person_id, **{name: getattr(after, name) for name in _COLUMNS})
            )
            return before, after


def _seen(row: LibraryRow, at: datetime) -> LibraryRow:
    return replace(row, seen=True, seen_at=row.seen_at or at, saved=False, saved_at=None)


def _welcome(row: LibraryRow) -> LibraryRow:
    """No longer "not for me"."""
    return replace(row, disliked=False, disliked_at=None)


def _rated(row: LibraryRow, stars: float, said: str | None, at: datetime) -> LibraryRow:
    if not 0.5 <= stars <= 5:
        raise ValueError(f"{stars} is not between 0.5 and 5 stars")
    return _welcome(replace(_seen(row, at), rating=stars, said=said, rated_at=at, liked=False))


def _moment(at: datetime | None) -> datetime:
    return at or datetime.min.replace(tzinfo=UTC)


def row_of(record: LibraryRecord) -> LibraryRow:
    """The row that a record holds."""
    return LibraryRow(**{name: getattr(record, name) for name in _COLUMNS})
