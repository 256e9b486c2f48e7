import asyncio
import subprocess
import sys

import pytest
from sqlalchemy import func, inspect, select, text

from data.errors import DatabaseError
from memory.database import Database, check
from memory.migrations import HEAD
from memory.models import PersonRecord
from memory.people import People
from memory.store import store_of


async def test_what_was_kept_is_there_at_the_next_start(url: str) -> None:
    database = await Database.open(url)
    person = await People(database).resolve("cli", "ana")
    await database.close()
    database = await Database.open(url)
    assert await People(database).resolve("cli", "ana") == person
    await database.close()


async def test_a_transaction_that_raises_keeps_nothing(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as session:
            await session.execute(text("INSERT INTO people (locale, created_at) VALUES ('en', '2026-01-01')"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with database.session() as session:
        assert (await session.execute(text("SELECT count(*) FROM people"))).scalar() == 0


async def test_a_reading_session_keeps_nothing(database: Database) -> None:
    async with database.session() as session:
        await session.execute(text("INSERT INTO people (locale, created_at) VALUES ('en', '2026-01-01')"))
    async with database.session() as session:
        assert (await session.execute(text("SELECT count(*) FROM people"))).scalar() == 0


async def test_many_writers_at_once_all_succeed(database: Database) -> None:
    people = People(database)
    found = await asyncio.gather(*(people.resolve("cli", f"user{n}") for n in range(50)))
    assert len({person.id for person in found}) == 50


async def test_several_processes_may_make_the_same_database_at_once(empty_url: str) -> None:
    script = (
        "import asyncio, sys; from memory.checkpoints import open_checkpointer\n"
        "from memory.database import Database; from memory.people import People\n"
        "async def main():\n"
        "    database = await Database.open(sys.argv[1])\n"
        "    async with open_checkpointer(sys.argv[1]):\n"
        "        for n in range(10):\n"
        "            await People(database).resolve('cli', f'{sys.argv[2]}-{n}')\n"
        "            await People(database).resolve('cli', f'everybody {n}')\n"
        "    await database.close()\n"
        "asyncio.run(main())"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", script, empty_url, str(n)], stderr=subprocess.PIPE)  # noqa: ASYNC220
        for n in range(3)
    ]
    complaints = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 3, complaints
    database = await Database.open(empty_url)
    async with database.session() as session:
        assert await session.scalar(select(func.count()).select_from(PersonRecord)) == 40
    await database.close()


async def test_a_newer_database_is_refused_and_left_alone(url: str) -> None:
    database = await Database.open(url)
    async with database.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="newer version"):
        await Database.open(url)
    assert await database.revision() == "9999"
    await database.close()


async def test_another_programs_database_is_refused_and_left_alone(empty_url: str) -> None:
    database = Database(store_of(empty_url))
    async with database.transaction() as session:
        await session.execute(text("CREATE TABLE bookmarks (id INTEGER)"))
    with pytest.raises(DatabaseError, match="another program"):
        await Database.open(empty_url)
    async with database.engine.connect() as connection:
        assert await connection.run_sync(lambda sync: inspect(sync).get_table_names()) == ["bookmarks"]
    await database.close()


async def test_check_says_how_it_stands(url: str) -> None:
    await (await Database.open(url)).close()
    status = await check(url)
    assert (status.ok, status.revision, status.problem) == (True, HEAD, None)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://u:secret@localhost/cine", "neither SQLite nor PostgreSQL"),
        ("postgresql://u:secret@localhost", "names no database"),
        ("nonsense", "cannot be read"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
async def test_addresses_that_name_no_database_are_refused(url: str, says: str) -> None:
    with pytest.raises(DatabaseError, match=says) as refusal:
        await Database.open(url)
    assert "secret" not in str(refusal.value)
