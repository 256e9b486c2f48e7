"""Backups of a whole database: taken while it is in use, checked, and put back.

An SQLite file is copied page by page by SQLite's own backup, a PostgreSQL database by pg_dump in its custom
format, put back by pg_restore in one transaction.
"""

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.engine import make_url

from data.errors import DatabaseError
from memory.database import Database
from memory.postgres import PostgresStore
from memory.sqlite import SqliteStore
from memory.store import store_of

_OF_FILE = b"SQLite format 3\x00"
_OF_SERVER = b"PGDMP"


async def back_up(url: str, into: Path) -> int:
    """Write the database at `url` to a new file, whole and as of one moment; its bytes.

    Raises DatabaseError, and leaves no half a file.
    """
    if await asyncio.to_thread(into.exists):
        raise DatabaseError(f"{into} is there already; name a new file.")
    store = store_of(url)
    if isinstance(store, SqliteStore) and await store.missing():
        raise DatabaseError(f"There is no database {store.place} yet; there is nothing to back up.")
    unfinished = into.with_name(into.name + ".unfinished")
    try:
        unfinished.touch(mode=0o600)  # what people said is in it
        if isinstance(store, SqliteStore):
            await asyncio.to_thread(_copy_file, store.path, unfinished)
        else:
            await _run_tool("pg_dump", store, "--format=custom", f"--file={unfinished}")
        unfinished.replace(into)
    except OSError as error:
        raise DatabaseError(f"{into} cannot be written ({error.strerror}); name another place.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return (await asyncio.to_thread(into.stat)).st_size


async def restore(backup: Path, url: str, *, replace: bool = False) -> None:
    """Put a backup back into the database at `url`, and bring it up to date.

    Where something is there already, it is kept unless `replace` says otherwise. Raises DatabaseError, with
    the database as it was.
    """
    store = store_of(url)
    kind = _kind(backup)
    if kind != ("sqlite" if isinstance(store, SqliteStore) else "postgresql"):
        raise DatabaseError(
            f"{backup} is a backup of {kind}, and {store.shown} is no such database; restore it into one, "
            "then `cineaesthete database move`."
        )
    if not replace and await _holds_anything(url):
        raise DatabaseError(f"The database {store.place} holds something; say --replace to give that up.")
    if isinstance(store, SqliteStore):
        store.prepare()
        await asyncio.to_thread(_put_file_back, backup, store.path)
    else:
        await _run_tool(
            "pg_restore",
            store,
            *("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"),
            str(backup),
        )
    await (await Database.open(url)).close()


def _kind(backup: Path) -> str:
    try:
        with backup.open("rb") as file:
            head = file.read(len(_OF_FILE))
    except OSError as error:
        raise DatabaseError(f"{backup} cannot be read ({error.strerror}).") from error
    if head == _OF_FILE:
        return "sqlite"
    if head.startswith(_OF_SERVER):
        return "postgresql"
    raise DatabaseError(f"{backup} is no backup of ours.")


async def _holds_anything(url: str) -> bool:
    store = store_of(url)
    if await store.missing():
        return False
    engine = store.make_engine()
    try:
        async with engine.connect() as connection:
            return bool(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
    except Exception as error:
        if explained := store.explain(error):
            raise explained from error
        raise
    finally:
        await engine.dispose()


def _copy_file(source: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
            here.backup(there)
            there.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            _require_sound(there, source)
    except sqlite3.Error as error:
        raise SqliteStore(source).explain(error) or DatabaseError(f"{source}: {error}.") from error


def _put_file_back(backup: Path, path: Path) -> None:
    """Copy into the place itself, in one transaction, so that running processes go on with what came back."""
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as here:
            _require_sound(here, backup)
            with closing(sqlite3.connect(path)) as there:
                here.backup(there)
    except sqlite3.Error as error:
        raise SqliteStore(path).explain(error) or DatabaseError(f"{backup}: {error}.") from error


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != ("ok",):
        raise DatabaseError(f"{path} is damaged ({found[0]}); nothing was written.")


async def _run_tool(name: str, store: PostgresStore, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs; the password goes by a file that only we may read."""
    program = shutil.which(name)
    if program is None:
        raise DatabaseError(f"{name} is missing; install PostgreSQL's client programs.")
    address = make_url(store.address)
    with tempfile.NamedTemporaryFile("w", prefix="cine-") as secret:  # made with 0600
        password = (address.password or "").replace("\\", r"\\").replace(":", r"\:")
        secret.write(f"*:*:*:*:{password}\n")
        secret.flush()
        url = address.set(password=None).update_query_dict({"passfile": secret.name}).render_as_string()
        process = await asyncio.create_subprocess_exec(
            *(program, f"--dbname={url}", "--no-password", *arguments),
            stdin=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        _, complaints = await process.communicate()
    if process.returncode:
        said = complaints.decode(errors="replace").strip().splitlines() or ["no reason was given"]
        raise DatabaseError(f"{name} failed: {said[0]}")
