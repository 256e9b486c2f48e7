"""SQLite as we use it: where the file lies, how each connection is set up, what its errors mean."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import aiosqlite
from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from data.errors import DatabaseError

BUSY_SECONDS = 5.0
"""How long a connection waits for another one's write before it gives up."""

PRAGMAS = (
    "PRAGMA synchronous = NORMAL",  # with WAL: sound after a crash, one fsync a checkpoint
    "PRAGMA secure_delete = ON",  # what is forgotten is overwritten, not merely unlinked
)

_UNWRITABLE = "The database {path} cannot be opened for writing; make the file and its folder writable."
_WORDS = {
    sqlite3.SQLITE_NOTADB: (
        "The file {path} is not a database; move it away or name another one, nothing was changed."
    ),
    sqlite3.SQLITE_CORRUPT: "The database {path} is damaged; restore a backup of it or name another file.",
    sqlite3.SQLITE_BUSY: (
        "The database {path} was in use by another program for more than 5 seconds; "
        "try again, or stop the other program."
    ),
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_FULL: "The disk of the database {path} is full; make room there, what was kept is intact.",
    sqlite3.SQLITE_IOERR: "The disk of the database {path} cannot be read or written; check the disk.",
}


def require_usable(path: Path) -> None:
    """Raise DatabaseError where `path` is a folder or may not be written. Creates nothing."""
    if path.is_dir():
        raise DatabaseError(f"The database {path} is a folder; name a file instead.")
    folder = next((parent for parent in path.parents if parent.exists()), path.parent)
    if not folder.is_dir():
        raise DatabaseError(f"The database {path} cannot be made, {folder} is a file; name another place.")
    # WAL keeps two more files beside the database, so the folder counts even where the file exists.
    for place in (folder, path):
        if place.exists() and not os.access(place, os.R_OK | os.W_OK):
            raise explain_code(sqlite3.SQLITE_READONLY, path)


def make_folder(path: Path) -> None:
    """Create the folder of `path` where it is missing. Raises DatabaseError."""
    require_usable(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(
            f"The folder {path.parent} of the database cannot be made ({error.strerror}); name another place."
        ) from error


def explain_code(code: int, path: Path) -> DatabaseError:
    """The sentence for an SQLite error code."""
    words = _WORDS.get(code & 0xFF, "The database {path} cannot be used; run `cineaesthete doctor`.")
    return DatabaseError(words.format(path=path))


@dataclass(frozen=True, slots=True)
class SqliteStore:
    """A database in one file. See `memory.store`."""

    path: Path
    reading: Mapping[str, Any] = field(default_factory=dict)
    writing: Mapping[str, Any] = field(default_factory=lambda: {"writes": True})
    _line: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    def at(cls, url: URL) -> Self:
        """The file that an SQLite URL names. Raises DatabaseError where it names none."""
        if url.database in (None, "", ":memory:"):
            raise DatabaseError(f'"{url}" names no file; write one like sqlite:///films.db.')
        return cls(Path(str(url.database)).expanduser().absolute())

    @property
    def shown(self) -> str:
        """Its address."""
        return f"sqlite:///{self.path}"

    @property
    def place(self) -> str:
        """The file."""
        return str(self.path)

    @asynccontextmanager
    async def turn_to_write(self) -> AsyncIterator[None]:
        """SQLite lets one writer in at a time; waiting in line here is fair, its own busy loop is not."""
        async with self._line:
            yield

    def prepare(self) -> None:
        """Make the file's folder."""
        make_folder(self.path)

    def make_engine(self, *, migrating: bool = False) -> AsyncEngine:
        """Engine on the file, each connection set up by `PRAGMAS`.

        Transactions are begun by us and not by the driver: plainly for reading, and with the execution
        option ``writes=True`` as BEGIN IMMEDIATE, so that a writer takes its place at once and two processes
        cannot deadlock by both reading first. While `migrating`, foreign keys are off, since tables are made
        anew, and the file is set to WAL for good: readers and the writer do not block each other.
        """
        own = (
            ("PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = OFF")
            if migrating
            else ("PRAGMA foreign_keys = ON",)
        )
        engine = create_async_engine(
            f"sqlite+aiosqlite:///{self.path}", connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True
        )

        @event.listens_for(engine.sync_engine, "connect")
        def set_up(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
            try:
                connection.isolation_level = None  # the driver begins nothing by itself
                cursor = connection.cursor()
                for pragma in (*PRAGMAS, *own):
                    cursor.execute(pragma)
                cursor.close()
            except BaseException:
                connection.close()
                raise

        @event.listens_for(engine.sync_engine, "begin")
        def begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("writes", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        return engine

    async def claim_schema(self, connection: AsyncConnection) -> None:
        """BEGIN IMMEDIATE has claimed the whole file."""

    async def missing(self) -> bool:
        """Whether the file is not there yet."""
        require_usable(self.path)
        return not self.path.exists()

    async def after_erasing(self) -> None:
        """Empty the write-ahead log. Skipped while others read."""
        async with aiosqlite.connect(self.path, timeout=BUSY_SECONDS) as connection:
            await connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def explain(self, error: BaseException) -> DatabaseError | None:
        """The sentence for an error that came from the state of the file."""
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, sqlite3.Error):
                code: int = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
                return explain_code(code, self.path) if code & 0xFF in _WORDS else None
            cause = getattr(cause, "orig", None) or cause.__cause__
        return None
