"""A backup taken while people talk, and put back."""

import asyncio
import shutil
from pathlib import Path

import pytest

from data.errors import DatabaseError
from memory.backups import back_up, restore
from memory.database import Database, check
from memory.library import Library, LibraryRow
from memory.migrations import HEAD
from memory.people import People
from memory.privacy import Privacy
from memory.timestamps import now
from tests.support.databases import PostgresServer

pytestmark = pytest.mark.skipif(not shutil.which("pg_dump"), reason="pg_dump is not installed")


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def rated(database: Database, film: str) -> int:
    person = (await People(database).resolve("cli", "ana")).id
    await Library(database).rate(person, film, 4)
    return person


async def test_what_was_backed_up_comes_back(url: str, tmp_path: Path) -> None:
    database = await Database.open(url)
    ana = await rated(database, "tt0113277")
    before = await Privacy(database).export(ana)
    file = tmp_path / "a.backup"
    assert await back_up(url, file) == file.stat().st_size > 0
    assert file.stat().st_mode & 0o077 == 0
    await rated(database, "tt0122690")
    with pytest.raises(DatabaseError, match="--replace"):
        await restore(file, url)
    assert len(await Library(database).rows(ana)) == 2
    await restore(file, url, replace=True)
    assert await Privacy(database).export(ana) == before  # a running process goes on with what came back
    await database.close()


async def test_it_is_put_into_a_new_place(file_url: str, tmp_path: Path) -> None:
    database = await Database.open(file_url)
    ana = await rated(database, "tt0113277")
    await back_up(file_url, tmp_path / "a.backup")
    new = f"sqlite:///{tmp_path}/new/films.db"
    await restore(tmp_path / "a.backup", new)
    there = await Database.open(new)
    assert await Library(there).rows(ana) == await Library(database).rows(ana)
    await there.close()
    await database.close()


async def test_it_is_put_onto_a_new_server(
    postgres_url: str, postgres: PostgresServer, tmp_path: Path
) -> None:
    database = await Database.open(postgres_url)
    ana = await rated(database, "tt0113277")
    await back_up(postgres_url, tmp_path / "a.backup")
    with postgres.database() as new:
        await restore(tmp_path / "a.backup", new)
        assert (await check(new)).revision == HEAD
        there = await Database.open(new)
        assert await Library(there).rows(ana) == await Library(database).rows(ana)
        await there.close()
    await database.close()


async def test_people_write_on_while_it_is_taken(url: str, tmp_path: Path) -> None:
    """It is whole and of one moment: of two films rated in one transaction never one alone."""
    database = await Database.open(url)
    ana = (await People(database).resolve("cli", "ana")).id
    library, begun, taken = Library(database), asyncio.Event(), asyncio.Event()

    async def write() -> None:
        number = 0
        while not taken.is_set():
            await library.bring(ana, [row(f"a{number}"), row(f"b{number}")])
            number += 1
            begun.set()

    def row(film: str) -> LibraryRow:
        return LibraryRow(film, rating=4, seen=True, updated_at=now())

    writing = asyncio.create_task(write())
    try:
        await begun.wait()
        await back_up(url, tmp_path / "a.backup")
    finally:
        taken.set()
        await writing
    await restore(tmp_path / "a.backup", url, replace=True)
    films = {row.film_id for row in await library.rows(ana)}
    assert films
    assert {film[1:] for film in films if film[0] == "a"} == {film[1:] for film in films if film[0] == "b"}
    await database.close()


async def test_what_is_no_backup_is_refused(url: str, tmp_path: Path) -> None:
    await (await Database.open(url)).close()
    (tmp_path / "notes").write_text("my shopping list")
    with pytest.raises(DatabaseError, match="no backup of ours"):
        await restore(tmp_path / "notes", url, replace=True)
    with pytest.raises(DatabaseError, match="cannot be read"):
        await restore(tmp_path / "nothing", url, replace=True)
    with pytest.raises(DatabaseError, match="there already"):
        await back_up(url, tmp_path / "notes")
    with pytest.raises(DatabaseError, match="cannot be written"):
        await back_up(url, tmp_path / "no such folder" / "a")


async def test_a_damaged_one_changes_nothing(url: str, tmp_path: Path) -> None:
    database = await Database.open(url)
    ana = await rated(database, "tt0113277")
    file = tmp_path / "a.backup"
    await back_up(url, file)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 3])
    with pytest.raises(DatabaseError):
        await restore(file, url, replace=True)
    assert len(await Library(database).rows(ana)) == 1
    await database.close()


async def test_one_of_the_other_kind_is_refused(file_url: str, postgres_url: str, tmp_path: Path) -> None:
    await (await Database.open(file_url)).close()
    for kind, source, target in (("sqlite", file_url, postgres_url), ("postgresql", postgres_url, file_url)):
        await back_up(source, tmp_path / kind)
        with pytest.raises(DatabaseError, match=f"backup of {kind}"):
            await restore(tmp_path / kind, target, replace=True)


async def test_a_missing_program_is_said(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DatabaseError, match="pg_dump is missing"):
        await back_up(postgres_url, tmp_path / "a.backup")
    assert files(tmp_path) == []


async def test_nothing_is_backed_up_where_there_is_nothing(file_url: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="nothing to back up"):
        await back_up(file_url, tmp_path / "a.backup")
    assert files(tmp_path) == []
