"""Accounts of one person on several surfaces: joined by a one-time code, parted again on wish."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from data.errors import AppError
from memory.database import Database
from memory.merging import Merged, merge
from memory.models import (
    Base,
    ConversationRecord,
    IdentityRecord,
    LibraryRecord,
    LinkCodeRecord,
    LinkTryRecord,
    NewcomerRecord,
    PersonRecord,
    PreferenceRecord,
)
from memory.retrying import retried
from memory.timestamps import now

VALID = timedelta(minutes=10)
"""How long a code holds."""
WINDOW = timedelta(hours=1)
CODES_AT_MOST = 5
"""Codes that a person gets within `WINDOW`."""
TRIES_AT_MOST = 5
"""Codes that a person may get wrong within `WINDOW`: of 31⁸ codes, guessing finds none."""

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".replace("U", "")
"""No two of them are mistaken for each other."""
_LENGTH = 8


class LinkRefused(AppError):
    """A code that joins nothing; `why` says which case it is."""

    def __init__(self, why: str) -> None:
        """`why` is one of "unknown", "same", "often" and "codes"."""
        super().__init__(why)
        self.why = why


class Linking:
    """Joins and parts accounts."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    @retried
    async def offer(self, person_id: int) -> str:
        """A code that joins the account on which it is typed to this person; good once, for `VALID`.

        Raises LinkRefused("codes") where too many were asked for.
        """
        code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        at = self._clock()
        async with self._database.transaction() as session:
            recent = LinkCodeRecord.made_at > at - WINDOW
            if await _count(session, LinkCodeRecord, LinkCodeRecord.person_id == person_id, recent) >= (
                CODES_AT_MOST
            ):
                raise LinkRefused("codes")
            await session.execute(delete(LinkCodeRecord).where(LinkCodeRecord.made_at <= at - WINDOW))
            session.add(LinkCodeRecord(digest=_digest(code), person_id=person_id, made_at=at))
        return f"{code[:4]}-{code[4:]}"

    @retried
    async def redeem(self, person_id: int, code: str) -> Merged:
        """Join this person to the one who was offered the code; from now on both accounts are that person.

        Raises LinkRefused: "unknown" (no such code, used, too old), "same" (one's own code), "often".
        """
        at = self._clock()
        async with self._database.transaction() as session:
            recent = LinkTryRecord.at > at - WINDOW
            if await _count(session, LinkTryRecord, LinkTryRecord.person_id == person_id, recent) >= (
                TRIES_AT_MOST
            ):
                raise LinkRefused("often")
            used = (
                delete(LinkCodeRecord)
                .where(LinkCodeRecord.digest == _digest(code), LinkCodeRecord.made_at > at - VALID)
                .where(LinkCodeRecord.person_id != person_id)
                .returning(LinkCodeRecord.person_id)
            )
            owner = await session.scalar(used)
            if owner is not None:
                return await merge(session, into=owner, gone=person_id)
            own = LinkCodeRecord.person_id == person_id
            if await _count(session, LinkCodeRecord, own, LinkCodeRecord.digest == _digest(code)):
                raise LinkRefused("same")
            await session.execute(delete(LinkTryRecord).where(LinkTryRecord.at <= at - WINDOW))
            session.add(LinkTryRecord(person_id=person_id, at=at))
        raise LinkRefused("unknown")

    @retried
    async def part(self, surface: str, user: str) -> bool:
        """Make this account a person of its own again, with a copy of the library and the preferences.

        The conversations of its surface go with it. False where it is joined to no other account.
        """
        async with self._database.transaction() as session:
            query = select(IdentityRecord).where(
                IdentityRecord.surface == surface, IdentityRecord.user == user
            )
            identity = (await session.scalars(query)).one_or_none()
            if identity is None:
                return False
            old = identity.person_id
            if await _count(session, IdentityRecord, IdentityRecord.person_id == old) < 2:
                return False
            person = await session.get_one(PersonRecord, old)
            new = PersonRecord(name=person.name, locale=person.locale)
            session.add(new)
            await session.flush()
            identity.person_id = new.id
            await session.flush()
            await session.execute(
                update(NewcomerRecord)
                .where(NewcomerRecord.surface == surface, NewcomerRecord.user == user)
                .values(person_id=new.id)
            )
            for record in (LibraryRecord, PreferenceRecord):
                await _copy(session, record, old, new.id)
            of_surface = IdentityRecord.surface == surface
            if not await _count(session, IdentityRecord, IdentityRecord.person_id == old, of_surface):
                await session.execute(
                    update(ConversationRecord)
                    .where(ConversationRecord.person_id == old, ConversationRecord.surface == surface)
                    .values(person_id=new.id)
                )
            return True

    async def accounts(self, person_id: int) -> list[str]:
        """The surfaces on which this person is known, oldest account first."""
        query = (
            select(IdentityRecord.surface)
            .where(IdentityRecord.person_id == person_id)
            .order_by(IdentityRecord.id)
        )
        async with self._database.session() as session:
            return list(await session.scalars(query))


def _digest(code: str) -> str:
    """The hash of a code as it was typed: case, spaces and dashes do not count."""
    return hashlib.sha256("".join(filter(str.isalnum, code)).upper().encode()).hexdigest()


async def _count(session: AsyncSession, record: type[Base], *which: ColumnElement[bool]) -> int:
    return (await session.scalar(select(func.count()).select_from(record).where(*which))) or 0


async def _copy(
    session: AsyncSession, record: type[LibraryRecord | PreferenceRecord], old: int, new: int
) -> None:
    """Copy a person's rows of one table to another person."""
    columns: dict[str, Any] = {
        column.name: column for column in record.__table__.columns if column.name not in ("id", "person_id")
    }
    rows = select(literal(new), *columns.values()).where(record.person_id == old)
    await session.execute(insert(record).from_select(["person_id", *columns], rows))
