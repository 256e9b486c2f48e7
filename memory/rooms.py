"""Servers and groups as circles of people: who of them shares what they watch with all who are there."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete, select

from memory.apart import apart_from
from memory.database import Database
from memory.friends import Friend, people_who
from memory.models import PersonRecord, RoomMemberRecord
from memory.retrying import retried
from memory.timestamps import now


class Rooms:
    """Of all surfaces. Whoever shares nothing with their rooms is not written down as being in any."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    @retried
    async def note(self, surface: str, room: str, person_id: int) -> None:
        """Write down that somebody who shares with their rooms is in this one."""
        key = (surface, room, person_id)
        async with self._database.session() as session:
            if await session.get(RoomMemberRecord, key) is not None:
                return
        async with self._database.transaction() as session:
            await session.merge(
                RoomMemberRecord(surface=surface, room=room, person_id=person_id, at=self._clock())
            )

    @retried
    async def leave_all(self, person_id: int) -> None:
        """Be in no room any more, as far as we know."""
        async with self._database.transaction() as session:
            await session.execute(delete(RoomMemberRecord).where(RoomMemberRecord.person_id == person_id))

    async def sharing_in(self, surface: str, room: str, person_id: int) -> tuple[Friend, ...]:
        """The others of a room who share with it, less whom this person is kept apart from."""
        members = select(RoomMemberRecord.person_id).where(
            RoomMemberRecord.surface == surface, RoomMemberRecord.room == room
        )
        async with self._database.session() as session:
            apart = await apart_from(session, person_id)
            found = await people_who(
                session, PersonRecord.id.in_(members) & (PersonRecord.sharing == "server")
            )
        return tuple(friend for friend in found if friend.id != person_id and friend.id not in apart)
