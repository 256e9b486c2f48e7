"""What moderators settle for a server or group, and the log of who changed it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from memory.database import Database
from memory.models import (
    NewcomerRecord,
    ReviewCaseRecord,
    RoomMemberRecord,
    ServerAuditRecord,
    ServerRecord,
)
from memory.retrying import retried
from memory.room_lists import RoomFilmRecord


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The settings of one server; as they stand here where nobody has changed any."""

    channel: str | None = None
    """Id of the channel in which it is talked to; None: all of them."""
    family_mode: bool = False
    """Only films fit for children are suggested."""
    spoilers: Literal["none", "mild", "full"] = "none"
    """The most that answers which all read give away."""
    language: str | None = None
    """ISO 639-1, of answers which all read; None: the server's own."""
    daily_channel: str | None = None
    """Id of the channel that gets a film a day; None: no daily pick."""
    daily_hour: int = 18
    """0 to 23, on the clocks of `daily_zone`."""
    daily_zone: str = "UTC"
    """IANA name."""
    onboarding_role: str | None = None
    """Id of the role for those who finish the quiz; None: no role."""
    night_role: str | None = None
    """Id of the role of those who come to movie nights; None: no role."""
    ballots_by: Literal["everyone", "role", "moderators"] = "everyone"
    """Who may start a ballot; moderators always may."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change."""

    user: str
    """The moderator's id on the surface."""
    action: str
    changes: Mapping[str, Any]
    """By setting, or by what belongs to an act: [before, after]."""
    at: datetime
    about: str | None = None
    """The id of whom it concerns, where it concerns one person."""


class Servers:
    """The settings of one surface's servers."""

    def __init__(self, database: Database, surface: str) -> None:
        self._database = database
        self._surface = surface

    async def settings(self, server: str) -> ServerSettings:
        """The settings of a server."""
        async with self._database.session() as session:
            record = await session.get(ServerRecord, (self._surface, server))
            return _settings(record)

    @retried
    async def change(self, server: str, *, by: str, action: str, **changes: object) -> ServerSettings:
        """Change settings and log it, in one transaction; what stays the same is not logged."""
        async with self._database.transaction() as session:
            record = await self._record(session, server)
            before = _settings(record)
            after = replace(before, **changes)  # type: ignore[arg-type]
            old, new = asdict(before), asdict(after)
            changed = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
            for name in changed:
                setattr(record, name, new[name])
            if changed:
                session.add(
                    ServerAuditRecord(
                        surface=self._surface, server=server, user=by, action=action, changes=changed
                    )
                )
            return after

    @retried
    async def log(
        self, server: str, *, by: str, action: str, about: str | None = None, **details: object
    ) -> None:
        """Log what a moderator did that changes no setting. `details` in plain JSON."""
        changes = {name: [None, value] for name, value in details.items()}
        async with self._database.transaction() as session:
            session.add(
                ServerAuditRecord(
                    surface=self._surface, server=server, user=by, action=action, changes=changes, about=about
                )
            )

    async def audit(self, server: str, limit: int) -> list[AuditEntry]:
        """The last changes, newest first."""
        query = (
            select(ServerAuditRecord)
            .where(ServerAuditRecord.surface == self._surface, ServerAuditRecord.server == server)
            .order_by(ServerAuditRecord.id.desc())
            .limit(limit)
        )
        async with self._database.session() as session:
            return [
                AuditEntry(record.user, record.action, record.changes, record.at, record.about)
                for record in await session.scalars(query)
            ]

    async def with_daily_pick(self) -> dict[str, ServerSettings]:
        """The servers that want a film a day."""
        query = select(ServerRecord).where(
            ServerRecord.surface == self._surface, ServerRecord.daily_channel.is_not(None)
        )
        async with self._database.session() as session:
            return {record.server: _settings(record) for record in await session.scalars(query)}

    @retried
    async def claim_day(self, server: str, day: date) -> bool:
        """Take the pick of a day upon oneself: True once, so that after a restart it is not posted again."""
        query = (
            update(ServerRecord)
            .where(ServerRecord.surface == self._surface, ServerRecord.server == server)
            .where(or_(ServerRecord.daily_on.is_(None), ServerRecord.daily_on < day.isoformat()))
            .values(daily_on=day.isoformat())
            .returning(ServerRecord.server)
        )
        async with self._database.transaction() as session:
            return (await session.scalar(query)) is not None

    @retried
    async def remove(self, server: str) -> None:
        """Drop a server that we were removed from, with its log, its films and all else kept of it."""
        async with self._database.transaction() as session:
            for record in (ServerRecord, ServerAuditRecord, NewcomerRecord, ReviewCaseRecord):
                await session.execute(
                    delete(record).where(record.surface == self._surface, record.server == server)
                )
            for of_room in (RoomMemberRecord, RoomFilmRecord):
                await session.execute(
                    delete(of_room).where(of_room.surface == self._surface, of_room.room == server)
                )

    async def _record(self, session: AsyncSession, server: str) -> ServerRecord:
        record = await session.get(ServerRecord, (self._surface, server))
        if record is None:
            record = ServerRecord(surface=self._surface, server=server, **asdict(ServerSettings()))
            session.add(record)
        return record


def _settings(record: ServerRecord | None) -> ServerSettings:
    if record is None:
        return ServerSettings()
    return ServerSettings(**{field.name: getattr(record, field.name) for field in fields(ServerSettings)})
