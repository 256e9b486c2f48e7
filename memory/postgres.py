"""PostgreSQL as we use it: its address for each driver, how connections are set up, what its errors mean."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from data.errors import DatabaseError
from memory.retrying import Conflict
from memory.store import PoolLimits

SCHEMA_LOCK = 0x43494E45
"""Advisory lock of whoever changes the schema ("CINE")."""
_APPLICATION = "cineaesthete"
_PORT = 5432
_IDLE_S = 60
"""Seconds after which the server ends a transaction in which nothing is done: its process hangs."""

_REACH = "The database {place} cannot be reached; start PostgreSQL, or check CINE_DATABASE_URL."
_BUSY = "The database {place} is busy; please try again in a moment."
_WORDS = {
    "08": _REACH,
    "28": "The database {place} refused the user or the password; check CINE_DATABASE_URL.",
    "3D000": "There is no database {place}; make it with createdb, or check CINE_DATABASE_URL.",
    "25006": "The database {place} may only be read, it is a standby; name the primary.",
    "42501": "The user of the database {place} may not use its tables; grant the rights, or name another.",
    "53100": "The disk of the database {place} is full; make room there, what was kept is intact.",
    "53300": "The database {place} takes no more connections; raise its max_connections or lower "
    "CINE_DATABASE_CONNECTIONS.",
    "55P03": _BUSY,
    "57014": _BUSY,  # statement_timeout
    "57P": _REACH,  # shutting down, starting up
}
"""By SQLSTATE or its beginning, the longer first."""
_AGAIN = ("40001", "40P01", "0A000")
"""Could not be serialised, deadlock, and a plan made before a migration: the same again succeeds."""


class PostgresStore:
    """A database of a PostgreSQL server. See `memory.store`.

    Whoever writes does so under SERIALIZABLE: what one transaction looked up before it wrote is as if it had
    run alone, as it is with SQLite's single writer. Where that cannot be had, one of two is rolled back with
    `Conflict`, and `memory.retrying` runs it again.
    """

    reading: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ"}
    writing: Mapping[str, Any] = {"isolation_level": "SERIALIZABLE"}

    def __init__(self, url: URL, limits: PoolLimits) -> None:
        """Take the database that `url` names. Raises DatabaseError where it names none."""
        if not url.database:
            raise DatabaseError(
                f'"{url.render_as_string()}" names no database; write one like '
                "postgresql://user:password@host/films."
            )
        self._url = url
        self.limits = limits

    @property
    def shown(self) -> str:
        """Its address without password."""
        return self._url.set(drivername="postgresql").render_as_string(hide_password=True)

    @property
    def place(self) -> str:
        """The database and its server."""
        return f"{self._url.database} on {self._url.host or 'this machine'}:{self._url.port or _PORT}"

    @asynccontextmanager
    async def turn_to_write(self) -> AsyncIterator[None]:
        """Writers need no line: the server takes many at once."""
        yield

    def prepare(self) -> None:
        """The server and its database are somebody else's to make."""

    def make_engine(self, *, migrating: bool = False) -> AsyncEngine:
        """Engine with a pool within the limits; `migrating`: without a limit on the time of a statement."""
        query = dict(self._url.query)
        if mode := query.pop("sslmode", None):
            query["ssl"] = mode  # asyncpg's name for it
        settings = {
            "application_name": _APPLICATION,
            "statement_timeout": "0" if migrating else _ms(self.limits.statement_s),
            "idle_in_transaction_session_timeout": _ms(_IDLE_S),
        }
        return create_async_engine(
            self._url.set(drivername="postgresql+asyncpg", query=query),
            connect_args={"server_settings": settings, "timeout": self.limits.wait_s},
            hide_parameters=True,
            pool_pre_ping=True,  # after a restart of the server, connections are made anew without a word
            pool_size=1 if migrating else self.limits.connections,
            max_overflow=0,
            pool_timeout=self.limits.wait_s,
        )

    async def claim_schema(self, connection: AsyncConnection) -> None:
        """Take the lock of the schema until the commit."""
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": SCHEMA_LOCK})

    async def missing(self) -> bool:
        """Never: the database is made by its server's owner."""
        return False

    async def after_erasing(self) -> None:
        """PostgreSQL overwrites deleted rows by itself (autovacuum)."""

    def explain(self, error: BaseException) -> DatabaseError | None:
        """The sentence for an error that came from the server or the way there."""
        words = self._words(error)
        if words is None:
            return None
        kind = Conflict if words == _BUSY and _state(error).startswith(_AGAIN) else DatabaseError
        return kind(words.format(place=self.place))

    def _words(self, error: BaseException) -> str | None:
        if isinstance(error, PoolTimeout):
            return _BUSY
        if isinstance(error, OSError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
            return _REACH
        state = _state(error)
        if state.startswith(_AGAIN):
            return _BUSY
        known = (state[:length] for length in (5, 3, 2))
        return next((_WORDS[part] for part in known if part in _WORDS), None)

    @property
    def address(self) -> str:
        """Its address, with the password, as PostgreSQL's own library reads it."""
        query = dict(self._url.query)
        if mode := query.pop("ssl", None):
            query["sslmode"] = mode
        return self._url.set(drivername="postgresql", query=query).render_as_string(hide_password=False)

    @property
    def conninfo(self) -> str:
        """The same for psycopg, the driver of LangGraph's checkpointer, with our limits."""
        from psycopg.conninfo import make_conninfo

        options = f"-c statement_timeout={_ms(self.limits.statement_s)}"
        return make_conninfo(self.address, options=options, application_name=_APPLICATION)


def _ms(seconds: float) -> str:
    return str(round(seconds * 1000))


def _state(error: BaseException) -> str:
    """The SQLSTATE of an error or of what caused it; empty where there is none."""
    cause: BaseException | None = error
    while cause is not None:
        state = getattr(cause, "sqlstate", None)
        if isinstance(state, str):
            return state
        cause = getattr(cause, "orig", None) or cause.__cause__
    return ""
