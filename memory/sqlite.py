"""SQLite as we use it: where the file lies, how each connection is set up, what its errors mean."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

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


def sqlite_path(url: str) -> Path:
    """Where the file of a database URL lies. Raises DatabaseError for anything but an SQLite file."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseError(
            "The database address cannot be read; write one like sqlite:///films.db."
        ) from None
    if parsed.get_backend_name() != "sqlite":
        raise DatabaseError(
            f'"{parsed.render_as_string()}" is no SQLite address; write one like sqlite:///films.db.'
        )
    if parsed.database in (None, "", ":memory:"):
        raise DatabaseError(f'"{url}" names no file; write one like sqlite:///films.db.')
    return Path(str(parsed.database)).expanduser().absolute()


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


def make_engine(path: Path, *, migrating: bool = False) -> AsyncEngine:
    """Engine on an SQLite file, each connection set up by `PRAGMAS`.

    Transactions are begun by us and not by the driver: plainly for reading, and with the execution option
    ``writes=True`` as BEGIN IMMEDIATE, so that a writer takes its place at once and two processes cannot
    deadlock by both reading first. While `migrating`, foreign keys are off, since tables are made anew, and
    the file is set to WAL for good: readers and the writer do not block each other.
    """
    own = (
        ("PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = OFF")
        if migrating
        else ("PRAGMA foreign_keys = ON",)
    )
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{path}", connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True
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


def explain_code(code: int, path: Path) -> DatabaseError:
    """The sentence for an SQLite error code."""
    words = _WORDS.get(code & 0xFF, "The database {path} cannot be used; run `cineaesthete doctor`.")
    return DatabaseError(words.format(path=path))


def explain(error: BaseException, path: Path) -> DatabaseError | None:
    """The sentence for an error that came from the state of the file; None for a fault in our own SQL."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, sqlite3.Error):
            code: int = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
            return explain_code(code, path) if code & 0xFF in _WORDS else None
        cause = getattr(cause, "orig", None) or cause.__cause__
    return None
