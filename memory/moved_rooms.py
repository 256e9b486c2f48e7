"""A group that goes on under another number: Telegram gives one to a group that becomes a supergroup."""

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from memory.ballot_tables import BallotRecord
from memory.database import Database
from memory.models import (
    Base,
    NewcomerRecord,
    ReviewCaseRecord,
    RoomMemberRecord,
    ServerAuditRecord,
    ServerRecord,
)
from memory.retrying import retried
from memory.room_lists import RoomFilmRecord


class MovedRooms:
    """Takes all that is kept of a group along."""

    def __init__(self, database: Database, surface: str) -> None:
        self._database = database
        self._surface = surface

    @retried
    async def move(self, old: str, new: str) -> None:
        """From one number to the other, in one transaction; told twice, it changes nothing more.

        What the new number has already stands.
        """
        async with self._database.transaction() as session:
            for record, column in (
                (ServerRecord, "server"),
                (NewcomerRecord, "server"),
                (RoomMemberRecord, "room"),
                (RoomFilmRecord, "room"),
            ):
                await self._keyed(session, Base.metadata.tables[record.__tablename__], column, old, new)
            for numbered in (ServerAuditRecord, ReviewCaseRecord):
                await session.execute(
                    update(numbered)
                    .where(numbered.surface == self._surface, numbered.server == old)
                    .values(server=new)
                )
            await self._channels(session, old, new)

    async def _keyed(self, session: AsyncSession, table: Table, column: str, old: str, new: str) -> None:
        """Rows whose key holds the number: written anew under the other, unless one stands there."""
        there = (table.c.surface == self._surface) & (table.c[column] == old)
        for row in (await session.execute(select(table).where(there))).mappings().all():
            values = {**row, column: new}
            same = [key == values[key.name] for key in table.primary_key.columns]
            if (await session.execute(select(table).where(*same))).first() is None:
                await session.execute(insert(table).values(values))
        await session.execute(delete(table).where(there))

    async def _channels(self, session: AsyncSession, old: str, new: str) -> None:
        """The places within it, such as "-100/7": of the settings, and of movie nights."""
        server = await session.get(ServerRecord, (self._surface, new))
        if server is not None:
            server.channel = _within(server.channel, old, new)
            server.daily_channel = _within(server.daily_channel, old, new)
        room = f"{self._surface}/{old}"
        for ballot in await session.scalars(select(BallotRecord).where(BallotRecord.room == room)):
            ballot.room, ballot.channel = f"{self._surface}/{new}", _within(ballot.channel, old, new)


def _within(place: str | None, old: str, new: str) -> str | None:
    if place is None or place.partition("/")[0] != old:
        return place
    return new + place[len(old) :]
