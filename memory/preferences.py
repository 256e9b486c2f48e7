"""Lasting wishes: what a person said, and what of it is enforced."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from memory.database import Database
from memory.models import PreferenceRecord
from memory.retrying import retried


@dataclass(frozen=True, slots=True)
class Preference:
    """One lasting wish."""

    id: int
    text: str
    """In the person's own words."""
    rule: Mapping[str, Any]
    """What is enforced, as JSON; empty for a mere note. Its meaning is the tools' affair."""


class Preferences:
    """The preferences of all people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @retried
    async def add(self, person_id: int, text: str, rule: Mapping[str, Any]) -> tuple[Preference, bool]:
        """Write a wish down. Gives it, and whether it is new; the same words again only renew the rule."""
        text = " ".join(text.split())
        key = text.casefold()
        query = select(PreferenceRecord).where(
            PreferenceRecord.person_id == person_id, PreferenceRecord.text_key == key
        )
        async with self._database.transaction() as session:
            record = (await session.scalars(query)).one_or_none()
            created = record is None
            if record is None:
                record = PreferenceRecord(person_id=person_id, text=text, text_key=key)
                session.add(record)
            record.rule = dict(rule)
            await session.flush()
            return _preference(record), created

    async def all(self, person_id: int) -> list[Preference]:
        """Every wish, oldest first."""
        query = (
            select(PreferenceRecord)
            .where(PreferenceRecord.person_id == person_id)
            .order_by(PreferenceRecord.id)
        )
        async with self._database.session() as session:
            return [_preference(record) for record in await session.scalars(query)]

    @retried
    async def remove(self, person_id: int, preference_id: int) -> bool:
        """Drop a wish of this person. False where there is none of that id."""
        query = (
            delete(PreferenceRecord)
            .where(PreferenceRecord.person_id == person_id, PreferenceRecord.id == preference_id)
            .returning(PreferenceRecord.id)
        )
        async with self._database.transaction() as session:
            return (await session.scalar(query)) is not None


def _preference(record: PreferenceRecord) -> Preference:
    return Preference(record.id, record.text, record.rule)
