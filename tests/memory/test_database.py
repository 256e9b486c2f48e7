import asyncio
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from data.errors import DatabaseError
from memory.database import Database, check
from memory.migrations import HEAD
from memory.people import People


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


async def test_a_new_file_and_its_folder_are_made_and_migrated(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'er' / 'cine.db'}"
    database = await Database.open(url)
    assert await database.revision() == HEAD
    async with database.session() as session:
        assert (await session.execute(text("PRAGMA journal_mode"))).scalar() == "wal"
        assert (await session.execute(text("PRAGMA synchronous"))).scalar() == 1
        assert (await session.execute(text("PRAGMA foreign_keys"))).scalar() == 1
    await database.close()


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


def test_several_processes_may_make_the_same_database_at_once(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys; from memory.database import Database; from memory.people import People\n"
        "async def main():\n"
        "    database = await Database.open(sys.argv[1])\n"
        "    for n in range(10):\n"
        "        await People(database).resolve('cli', f'{sys.argv[2]}-{n}')\n"
        "    await database.close()\n"
        "asyncio.run(main())"
    )
    path = tmp_path / "cine.db"
    runs = [
        subprocess.Popen([sys.executable, "-c", script, f"sqlite:///{path}", str(n)], stderr=subprocess.PIPE)
        for n in range(3)
    ]
    complaints = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 3, complaints
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM people").fetchone() == (30,)
    connection.close()


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my shopping list\n" * 200)
    with pytest.raises(DatabaseError, match=r"notes\.txt is not a database"):
        await Database.open(f"sqlite:///{path}")
    assert path.read_text() == "my shopping list\n" * 200
    assert files(tmp_path) == [path]


async def test_a_damaged_database_is_refused(url: str, tmp_path: Path) -> None:
    database = await Database.open(url)
    await database.close()
    path = tmp_path / "cine.db"
    page_size = 4096
    content = path.read_bytes()
    damaged = content[:page_size] + b"\xff" * (len(content) - page_size)
    path.write_bytes(damaged)
    with pytest.raises(DatabaseError, match="damaged"):
        await Database.open(url)
    assert path.read_bytes() == damaged


async def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="is a folder"):
        await Database.open(f"sqlite:///{tmp_path}")


async def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match="file is a file"):
        await Database.open(f"sqlite:///{tmp_path / 'file' / 'cine.db'}")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
async def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be"):
        await Database.open("sqlite:////proc/cine/cine.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
async def test_an_unwritable_file_is_said(url: str, tmp_path: Path) -> None:
    database = await Database.open(url)
    await database.close()
    (tmp_path / "cine.db").chmod(0o400)
    with pytest.raises(DatabaseError, match="writable"):
        await Database.open(url)


async def test_a_newer_database_is_refused_and_left_alone(url: str, tmp_path: Path) -> None:
    database = await Database.open(url)
    async with database.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    before = (tmp_path / "cine.db").read_bytes()
    with pytest.raises(DatabaseError, match="newer version"):
        await Database.open(url)
    assert (tmp_path / "cine.db").read_bytes() == before


async def test_another_programs_database_is_refused_and_left_alone(url: str, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "cine.db")
    connection.execute("CREATE TABLE bookmarks (id INTEGER)")
    connection.commit()
    connection.close()
    before = (tmp_path / "cine.db").read_bytes()
    with pytest.raises(DatabaseError, match="another program"):
        await Database.open(url)
    assert (tmp_path / "cine.db").read_bytes() == before


async def test_a_database_locked_for_too_long_is_said(
    url: str, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memory.sqlite.BUSY_SECONDS", 0.1)
    impatient = await Database.open(url)
    other = sqlite3.connect(tmp_path / "cine.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="in use by another program"):
        await People(impatient).resolve("cli", "ana")
    other.execute("ROLLBACK")
    other.close()
    assert (await People(impatient).resolve("cli", "ana")).id
    await impatient.close()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("postgresql://u:secret@localhost/cine", "no SQLite address"),
        ("nonsense", "cannot be read"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
async def test_addresses_that_name_no_file_are_refused(url: str, says: str) -> None:
    with pytest.raises(DatabaseError, match=says) as refusal:
        await Database.open(url)
    assert "secret" not in str(refusal.value)


async def test_check_looks_and_changes_nothing(url: str, tmp_path: Path) -> None:
    assert (await check(url)).ok
    assert files(tmp_path) == []
    database = await Database.open(url)
    await database.close()
    assert (await check(url)).revision == HEAD
    (tmp_path / "cine.db").write_text("no database at all" * 100)
    status = await check(url)
    assert not status.ok
    assert "not a database" in str(status.problem)
    assert "secret" not in repr(await check("postgresql://u:secret@localhost/cine"))
