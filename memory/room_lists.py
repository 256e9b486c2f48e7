"""Films that a server or group keeps to watch together: one list of all who are there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from memory.database import Database
from memory.models import Base
from memory.retrying import retried
from memory.timestamps import now

ROOM_LIST_LIMIT = 500
"""Films on one list: whoever adds without end fills no database."""


class RoomFilmRecord(Base):
    """A film on the list of a server or group."""

    __tablename__ = "room_films"

    surface: Mapped[str] = mapped_column(primary_key=True)
    room: Mapped[str] = mapped_column(primary_key=True)
    film_id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    """Who put it there. It is shown to nobody, and goes when they are forgotten."""
    at: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Room:
    """A server or group of a surface."""

    surface: str
    room: str


class RoomLists:
    """The lists of all rooms."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime] = now, limit: int = ROOM_LIST_LIMIT
    ) -> None:
        self._limit = limit
        self._database = database
        self._clock = clock

    async def films(self, room: Room) -> list[str]:
        """Ids of the films on it, newest first."""
        query = (
            select(RoomFilmRecord.film_id)
            .where(RoomFilmRecord.surface == room.surface, RoomFilmRecord.room == room.room)
            .order_by(RoomFilmRecord.at.desc(), RoomFilmRecord.film_id)
        )
        async with self._database.session() as session:
            return list(await session.scalars(query))

    @retried
    async def add(self, room: Room, film_id: str, person_id: int) -> bool:
        """Put a film on it; False where it stood there already. A full list loses its oldest film."""
        async with self._database.transaction() as session:
            if await session.get(RoomFilmRecord, (room.surface, room.room, film_id)) is not None:
                return False
            oldest = (
                select(RoomFilmRecord)
                .where(RoomFilmRecord.surface == room.surface, RoomFilmRecord.room == room.room)
                .order_by(RoomFilmRecord.at.desc())
                .offset(self._limit - 1)
            )
            for record in await session.scalars(oldest):
                await session.delete(record)
            session.add(
                RoomFilmRecord(
                    surface=room.surface,
                    room=room.room,
                    film_id=film_id,
                    person_id=person_id,
                    at=self._clock(),
                )
            )
            return True

    @retried
    async def remove(self, room: Room, film_id: str) -> bool:
        """Take a film off it; False where it was not there. Everybody in the room may."""
        async with self._database.transaction() as session:
            gone = await session.execute(
                delete(RoomFilmRecord)
                .where(
                    RoomFilmRecord.surface == room.surface,
                    RoomFilmRecord.room == room.room,
                    RoomFilmRecord.film_id == film_id,
                )
                .returning(RoomFilmRecord.film_id)
            )
            return gone.first() is not None
