"""A database moved: nothing lost, nothing changed, nothing half done."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from data.errors import DatabaseError
from memory.checkpoints import open_checkpointer
from memory.database import Database
from memory.library import Library
from memory.moving import move
from memory.people import People
from memory.privacy import Privacy
from memory.tables import TABLES
from tests.memory.test_checkpoints import graph
from tests.memory.test_privacy import live
from tests.support.databases import PostgresServer


@pytest.fixture(params=["sqlite to postgresql", "postgresql to sqlite", "postgresql to postgresql"])
def way(
    request: pytest.FixtureRequest, tmp_path: Path, postgres: PostgresServer
) -> Iterator[tuple[str, str]]:
    """Where from and where to, both empty."""
    kinds = request.param.split(" to ")
    with postgres.database() as one, postgres.database() as other:
        servers = iter((one, other))
        yield tuple(next(servers) if kind == "postgresql" else f"sqlite:///{tmp_path}/a.db" for kind in kinds)


@pytest.fixture
async def lived(way: tuple[str, str]) -> AsyncIterator[tuple[Database, int]]:
    """The source, with two people who have rows in every table; the first is given."""
    database = await Database.open(way[0])
    people = [await live(database, way[0], user, f"{user}'s words") for user in ("ana", "luis")]
    async with open_checkpointer(way[0]) as checkpointer:
        await graph(checkpointer).ainvoke({}, {"configurable": {"thread_id": "talked"}})
    yield database, people[0]
    await database.close()


async def counted(database: Database) -> dict[str, int]:
    async with database.session() as session:
        queries = {table.name: select(func.count()).select_from(table) for table in TABLES}
        return {name: await session.scalar(query) or 0 for name, query in queries.items()}


async def test_everything_comes_over_and_life_goes_on(
    way: tuple[str, str], lived: tuple[Database, int]
) -> None:
    here, ana = lived
    before = await Privacy(here).export(ana)
    moved = await move(*way)
    assert moved.rows == {**await counted(here), "checkpoints": 3}
    assert sum(map(bool, moved.rows.values())) > len(TABLES) * 0.8

    there = await Database.open(way[1])
    after = await Privacy(there).export(ana)
    of_langgraph = {"checkpoints", "writes", "checkpoint_writes", "checkpoint_blobs"}
    assert {name: rows for name, rows in after.items() if name not in {*of_langgraph, "users"}} == {
        name: rows for name, rows in before.items() if name not in {*of_langgraph, "users"}
    }
    assert (await People(there).resolve("web", "ana")).id == ana
    newcomer = await People(there).resolve("cli", "newcomer")  # ids go on where they were
    assert newcomer.id > ana
    await Library(there).rate(newcomer.id, "tt0113277", 5)
    async with open_checkpointer(way[1]) as checkpointer:
        state = await graph(checkpointer).ainvoke({}, {"configurable": {"thread_id": "talked"}})
    assert state["said"] == ["again", "again"]
    await there.close()


async def test_a_target_that_holds_something_is_left_alone(
    way: tuple[str, str], lived: tuple[Database, int]
) -> None:
    there = await Database.open(way[1])
    await People(there).resolve("cli", "somebody")
    with pytest.raises(DatabaseError, match="holds people already"):
        await move(*way)
    assert (await People(there).resolve("cli", "somebody")).id == 1
    await there.close()


async def test_what_cannot_be_moved_leaves_nothing_behind(
    way: tuple[str, str], lived: tuple[Database, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last table breaks: neither a row nor a conversation stays."""
    monkeypatch.setattr("memory.moving.TABLES", (*TABLES, TABLES[-1]))
    with pytest.raises(IntegrityError):
        await move(*way)
    monkeypatch.undo()
    assert (await move(*way)).rows["people"] == (await counted(lived[0]))["people"]


async def test_a_row_that_changes_on_the_way_is_noticed(
    way: tuple[str, str], lived: tuple[Database, int]
) -> None:
    there = await Database.open(way[1])
    on_file = ("CREATE TRIGGER meddle AFTER INSERT ON people BEGIN UPDATE people SET name = 'x'; END",)
    on_server = (
        "CREATE FUNCTION meddle() RETURNS trigger AS 'BEGIN NEW.name := 1; RETURN NEW; END' LANGUAGE plpgsql",
        "CREATE TRIGGER meddle BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION meddle()",
    )
    trigger = on_file if there.engine.dialect.name == "sqlite" else on_server
    async with there.transaction() as session:
        for statement in trigger:
            await session.execute(text(statement))
    with pytest.raises(DatabaseError, match="people came over changed"):
        await move(*way)
    async with there.session() as session:
        assert (await session.execute(text("SELECT count(*) FROM people"))).scalar() == 0
    await there.close()


async def test_to_itself_is_refused(file_url: str) -> None:
    with pytest.raises(DatabaseError, match="the same database"):
        await move(file_url, file_url.replace("sqlite:", "sqlite+aiosqlite:"))


async def test_a_nul_that_only_sqlite_keeps_stops_nothing(file_url: str, postgres_url: str) -> None:
    here = await Database.open(file_url)
    ana = (await People(here).resolve("cli", "ana", name="A\0na")).id
    await here.close()
    await move(file_url, postgres_url)
    there = await Database.open(postgres_url)
    assert (await People(there).resolve("cli", "ana")).name == "Ana"
    assert ana
    await there.close()
