"""Bringing a database up to the newest revision, in one transaction."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from data.errors import DatabaseError
from memory.migrations import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"
CHECKPOINT_TABLES = ("checkpoints", "writes")
"""LangGraph's own, made by itself; they may be there before ours."""


async def current_revision(connection: AsyncConnection) -> str | None:
    """The revision that the database is at; None where it holds nothing of ours yet.

    Raises DatabaseError where the file is another program's.
    """
    found = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    if "alembic_version" not in found:
        if found - set(CHECKPOINT_TABLES):
            place = connection.engine.url.database
            raise DatabaseError(f"The database {place} holds another program's tables; name another file.")
        return None
    revision = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()
    return None if revision is None else str(revision)


async def upgrade(connection: AsyncConnection) -> None:
    """Run the missing migrations on a writing connection without foreign keys; the caller commits.

    Raises DatabaseError where the database was made by a newer version of the program.
    """
    revision = await current_revision(connection)
    if revision != HEAD:  # another process may have done it while we waited for the lock
        await connection.run_sync(_upgrade, revision)


def _upgrade(connection: Connection, revision: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    place = connection.engine.url.database
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        ScriptDirectory.from_config(config).get_revision(revision or "base")
    except CommandError as error:
        raise DatabaseError(
            f"The database {place} was made by a newer version of CineAesthete "
            f"(revision {revision}); update the program, or name another file."
        ) from error
    command.upgrade(config, "head")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DatabaseError(f"The database {place} has {len(broken)} rows without owner; restore a backup.")
