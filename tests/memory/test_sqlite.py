"""What is particular to a database in one file."""

import os
import sqlite3
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
    database = await Database.open(f"sqlite:///{tmp_path / 'deep' / 'er' / 'cine.db'}")
    assert await database.revision() == HEAD
    async with database.session() as session:
        assert (await session.execute(text("PRAGMA journal_mode"))).scalar() == "wal"
        assert (await session.execute(text("PRAGMA synchronous"))).scalar() == 1
        assert (await session.execute(text("PRAGMA foreign_keys"))).scalar() == 1
    await database.close()


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my shopping list\n" * 200)
    with pytest.raises(DatabaseError, match=r"notes\.txt is not a database"):
        await Database.open(f"sqlite:///{path}")
    assert path.read_text() == "my shopping list\n" * 200
    assert files(tmp_path) == [path]


async def test_a_damaged_database_is_refused(file_url: str, tmp_path: Path) -> None:
    database = await Database.open(file_url)
    await database.close()
    path = tmp_path / "cine.db"
    page_size = 4096
    content = path.read_bytes()
    damaged = content[:page_size] + b"\xff" * (len(content) - page_size)
    path.write_bytes(damaged)
    with pytest.raises(DatabaseError, match="damaged"):
        await Database.open(file_url)
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
async def test_an_unwritable_file_is_said(file_url: str, tmp_path: Path) -> None:
    database = await Database.open(file_url)
    await database.close()
    (tmp_path / "cine.db").chmod(0o400)
    with pytest.raises(DatabaseError, match="writable"):
        await Database.open(file_url)


async def test_a_database_locked_for_too_long_is_said(
    file_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("memory.sqlite.BUSY_SECONDS", 0.1)
    impatient = await Database.open(file_url)
    other = sqlite3.connect(tmp_path / "cine.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="in use by another program"):
        await People(impatient).resolve("cli", "ana")
    other.execute("ROLLBACK")
    other.close()
    assert (await People(impatient).resolve("cli", "ana")).id
    await impatient.close()


async def test_check_looks_and_changes_nothing(file_url: str, tmp_path: Path) -> None:
    assert (await check(file_url)).ok
    assert files(tmp_path) == []
    database = await Database.open(file_url)
    await database.close()
    assert (await check(file_url)).revision == HEAD
    (tmp_path / "cine.db").write_text("no database at all" * 100)
    status = await check(file_url)
    assert not status.ok
    assert "not a database" in str(status.problem)
