"""Bringing a database up to the newest revision, in one transaction."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from data.errors import DatabaseError
from memory.checkpoint_tables import CHECKPOINT_TABLES
from memory.migrations import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


async def current_revision(connection: AsyncConnection, place: str) -> str | None:
    """The revision that the database is at; None where it holds nothing of ours yet.

    Raises DatabaseError, which names `place`, where it is another program's.
    """
    found = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    if "alembic_version" not in found:
        if found - CHECKPOINT_TABLES:
            raise DatabaseError(f"The database {place} holds another program's tables; name another one.")
        return None
    revision = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()
    return None if revision is None else str(revision)


async def upgrade(connection: AsyncConnection, place: str) -> None:
    """Run the missing migrations on a connection that has claimed the schema; the caller commits.

    Raises DatabaseError where the database was made by a newer version of the program.
    """
    revision = await current_revision(connection, place)
    if revision != HEAD:  # another process may have done it while we waited for the lock
        await connection.run_sync(_upgrade, revision, place)


def _upgrade(connection: Connection, revision: str | None, place: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        ScriptDirectory.from_config(config).get_revision(revision or "base")
    except CommandError as error:
        raise DatabaseError(
            f"The database {place} was made by a newer version of CineAesthete "
            f"(revision {revision}); update the program, or name another one."
        ) from error
    command.upgrade(config, "head")
    # Only SQLite lets foreign keys be off, while tables are made anew.
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
        raise DatabaseError(f"The database {place} has {len(broken)} rows without owner; restore a backup.")
