"""Who is speaking: a person behind an identity on a surface."""

from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from memory.database import Database
from memory.models import IdentityRecord, PersonRecord
from memory.retrying import retried

Sharing = Literal["private", "friends", "server"]
"""Who may see what somebody watched: nobody, friends, or also all in a server or group where they talk."""


@dataclass(frozen=True, slots=True)
class Person:
    """One human being, on however many surfaces."""

    id: int
    name: str | None
    locale: str
    """BCP 47 tag."""
    paused: bool = False
    """Their taste is not to be used until they say so."""
    sharing: Sharing = "friends"
    in_trials: bool = True
    """They take part in trials of settings."""


class People:
    """Finds and creates people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @retried
    async def resolve(
        self, surface: str, user: str, *, name: str | None = None, locale: str | None = None
    ) -> Person:
        """Return the person behind `user` on `surface`, created on first sight.

        A `name` or `locale` given replaces the one kept. Safe against two callers at once: one creates, the
        other finds.
        """
        async with self._database.session() as session:
            record = await _find(session, surface, user)
            if record is not None and not _differs(record, name, locale):
                return _person(record)
        async with self._database.transaction() as session:
            record = await _find(session, surface, user)
            if record is None:
                record = await _create(session, surface, user, name, locale)
            elif _differs(record, name, locale):
                record.name = name or record.name
                record.locale = locale or record.locale
            return _person(record)

    @retried
    async def share(self, person_id: int, sharing: Sharing) -> None:
        """Let these see what they watched, and nobody else."""
        async with self._database.transaction() as session:
            await session.execute(
                update(PersonRecord).where(PersonRecord.id == person_id).values(sharing=sharing)
            )

    @retried
    async def pause(self, person_id: int, *, paused: bool) -> None:
        """Leave their taste unused from now on, or use it again."""
        async with self._database.transaction() as session:
            await session.execute(
                update(PersonRecord).where(PersonRecord.id == person_id).values(paused=paused)
            )


async def _find(session: AsyncSession, surface: str, user: str) -> PersonRecord | None:
    query = (
        select(PersonRecord)
        .join(IdentityRecord)
        .where(IdentityRecord.surface == surface, IdentityRecord.user == user)
    )
    return (await session.scalars(query)).one_or_none()


async def _create(
    session: AsyncSession, surface: str, user: str, name: str | None, locale: str | None
) -> PersonRecord:
    record = PersonRecord(name=name, locale=locale or "en")
    session.add(record)
    await session.flush()
    session.add(IdentityRecord(person_id=record.id, surface=surface, user=user))
    return record


def _differs(record: PersonRecord, name: str | None, locale: str | None) -> bool:
    return (name or record.name, locale or record.locale) != (record.name, record.locale)


def _person(record: PersonRecord) -> Person:
    return Person(
        record.id,
        record.name,
        record.locale,
        record.paused,
        cast(Sharing, record.sharing),
        record.in_trials,
    )
