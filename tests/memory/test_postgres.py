"""What is particular to a PostgreSQL server."""

import ast
import asyncio
import inspect
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

import memory
from data.errors import DatabaseError
from memory.database import Database, check
from memory.library import Library
from memory.people import People
from memory.retrying import Conflict, retried
from memory.store import PoolLimits

HOUSE = Path(inspect.getfile(memory)).parents[1]


@pytest.fixture
async def two(postgres_url: str) -> tuple[Database, Database]:
    """The same database, opened as by two processes."""
    return await Database.open(postgres_url), await Database.open(postgres_url)


async def test_writers_in_two_processes_all_succeed_and_none_is_doubled(
    two: tuple[Database, Database],
) -> None:
    one, other = two
    found = await asyncio.gather(*(People(two[n % 2]).resolve("cli", f"user{n // 4}") for n in range(40)))
    assert len({person.id for person in found}) == 10
    ana = found[0].id
    await asyncio.gather(*(Library(two[n % 2]).rate(ana, f"film{n % 3}", 1 + n % 4) for n in range(24)))
    assert len(await Library(one).rows(ana)) == 3
    await one.close()
    await other.close()


async def test_of_two_writers_who_looked_first_one_is_run_again(two: tuple[Database, Database]) -> None:
    """Each adds a person only where there is none: under any weaker isolation there would be two."""
    ready, runs = asyncio.Barrier(2), 0

    @retried
    async def add(database: Database) -> None:
        nonlocal runs
        runs += 1
        async with database.transaction() as session:
            people = (await session.execute(text("SELECT count(*) FROM people"))).scalar_one()
            if runs <= 2:
                await ready.wait()
            if not people:
                await session.execute(text("INSERT INTO people (locale, created_at) VALUES ('en', now())"))

    await asyncio.gather(*(add(database) for database in two))
    assert runs == 3
    async with two[0].session() as session:
        assert (await session.execute(text("SELECT count(*) FROM people"))).scalar_one() == 1
    for database in two:
        await database.close()


async def test_who_never_gets_through_is_told_that_it_is_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memory.retrying.ATTEMPTS", 3)
    tries = 0

    @retried
    async def unlucky() -> None:
        nonlocal tries
        tries += 1
        raise Conflict("busy")

    with pytest.raises(DatabaseError, match="busy"):
        await unlucky()
    assert tries == 3


def test_every_method_that_writes_is_run_again() -> None:
    """Found by reading the code: a method with a transaction and without `retried` would lose writes."""
    bare = [
        f"{path.relative_to(HOUSE)}:{function.lineno} {function.name}"
        for folder in ("memory", "adapters", "agent", "tools")
        for path in (HOUSE / folder).rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.AsyncFunctionDef)
        and any(isinstance(node, ast.Attribute) and node.attr == "transaction" for node in ast.walk(function))
        and not any(isinstance(name, ast.Name) and name.id == "retried" for name in function.decorator_list)
    ]
    assert bare == []


async def test_a_statement_has_its_time(postgres_url: str) -> None:
    database = await Database.open(postgres_url, PoolLimits(statement_s=0.05))
    with pytest.raises(DatabaseError, match="busy"):
        async with database.session() as session:
            await session.execute(text("SELECT pg_sleep(10)"))
    await database.close()


async def test_a_process_takes_no_more_connections_than_it_may(postgres_url: str) -> None:
    database = await Database.open(postgres_url, PoolLimits(connections=1, wait_s=0.05))
    async with database.session() as session:
        await session.execute(text("SELECT 1"))
        with pytest.raises(DatabaseError, match="busy"):
            async with database.session() as second:
                await second.execute(text("SELECT 1"))
    await database.close()


async def test_connections_that_the_server_ended_are_made_anew(postgres_url: str) -> None:
    database = await Database.open(postgres_url)
    ana = await People(database).resolve("cli", "ana")
    killer = await Database.open(postgres_url)
    async with killer.session() as session:
        await session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    assert await People(database).resolve("cli", "ana") == ana
    await database.close()
    await killer.close()


async def test_what_cannot_be_reached_is_said_without_the_password(postgres_url: str) -> None:
    nowhere = "postgresql://u:secret@127.0.0.1:1/films"
    with pytest.raises(DatabaseError, match=r"films on 127\.0\.0\.1:1 cannot be reached"):
        await Database.open(nowhere)
    status = await check(nowhere)
    assert not status.ok
    assert "secret" not in repr(status)
    missing = make_url(postgres_url).set(database="no_such_films").render_as_string(hide_password=False)
    with pytest.raises(DatabaseError, match="There is no database no_such_films"):
        await Database.open(missing)
