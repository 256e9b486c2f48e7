import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from memory.database import Database
from memory.library import Library
from memory.migrations import HEAD
from memory.models import Base
from memory.people import People
from memory.preferences import Preferences
from memory.schema import MIGRATIONS
from memory.store import store_of
from memory.tables import TABLES

FIRST_ROWS = """
    INSERT INTO people (id, name, locale, created_at) VALUES (1, 'Ana', 'es', '2026-01-02 03:04:05');
    INSERT INTO identities (id, person_id, surface, "user", created_at)
        VALUES (1, 1, 'web', 'ana', '2026-01-02 03:04:05');
    INSERT INTO library (person_id, film_id, rating, seen, saved, disliked, updated_at)
        VALUES (1, 'tt0113277', 4.5, true, false, false, '2026-01-02 03:04:05');
    INSERT INTO preferences (id, person_id, text, text_key, rule, created_at)
        VALUES (1, 1, 'no horror', 'no horror', '{}', '2026-01-02 03:04:05')
"""
"""As the first version wrote them."""


def test_head_is_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


async def test_the_migrations_make_exactly_the_tables_of_the_models(database: Database) -> None:
    assert set(TABLES) == set(Base.metadata.tables.values())

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


def test_a_start_with_nothing_to_migrate_does_not_load_alembic(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys; from memory.database import Database\n"
        "async def main(): await (await Database.open(sys.argv[1])).close()\n"
        "asyncio.run(main()); print('alembic' in sys.modules)"
    )
    start = [sys.executable, "-c", script, f"sqlite:///{tmp_path / 'cine.db'}"]
    answers = [subprocess.run(start, check=True, capture_output=True, text=True).stdout for _ in range(2)]
    assert answers == ["True\n", "False\n"]


async def test_what_was_kept_at_the_first_revision_is_there_at_the_newest(empty_url: str) -> None:
    """Forward from the first schema with rows in it, all the way back, and forward again."""
    store = store_of(empty_url)
    store.prepare()
    engine = store.make_engine(migrating=True)

    def migrate(connection: Connection, step: Callable[[Config, str], None], revision: str) -> None:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        step(config, revision)

    async with engine.execution_options(writes=True).begin() as connection:
        await connection.run_sync(migrate, command.upgrade, "0001")
        for statement in FIRST_ROWS.split(";"):
            await connection.execute(text(statement))
    await engine.dispose()

    database = await Database.open(empty_url)
    assert await database.revision() == HEAD
    ana = await People(database).resolve("web", "ana")
    assert (ana.id, ana.name) == (1, "Ana")
    (kept,) = await Library(database).rows(1)
    assert (kept.film_id, kept.rating, kept.liked) == ("tt0113277", 4.5, False)
    assert (await Preferences(database).all(1))[0].text == "no horror"
    await database.close()

    engine = store.make_engine(migrating=True)
    async with engine.execution_options(writes=True).begin() as connection:
        await connection.run_sync(migrate, command.downgrade, "0001")
        assert (await connection.execute(text("SELECT rating FROM library"))).scalar() == 4.5
        await connection.run_sync(migrate, command.downgrade, "base")
    await engine.dispose()
    await (await Database.open(empty_url)).close()
