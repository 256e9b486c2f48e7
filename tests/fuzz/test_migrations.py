"""Rows of any content go back to the first schema and forward again, and to another database, unchanged."""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path

from alembic.config import Config
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from memory.database import Database
from memory.library import Library
from memory.moving import move
from memory.people import People
from memory.preferences import Preferences
from memory.schema import MIGRATIONS
from memory.store import store_of
from tests.fuzz.cases import few_cases

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=200)
ROWS = st.lists(st.tuples(WORDS, st.integers(1, 10)), min_size=50, max_size=150)
Kept = tuple[list[tuple[str, float | None, str | None]], list[str]]


async def keep(database: Database, rows: list[tuple[str, int]]) -> int:
    ana = (await People(database).resolve("cli", "ana")).id
    library, preferences = Library(database), Preferences(database)
    for number, (words, half_stars) in enumerate(rows):
        await library.review(ana, f"film-{number}", words, stars=half_stars / 2)
        if number % 5 == 0:
            await preferences.add(ana, words, {})
    return ana


async def kept(database: Database, person: int) -> Kept:
    rows = await Library(database).rows(person)
    listed = sorted((row.film_id, row.rating, row.review) for row in rows)
    return listed, sorted(wish.text for wish in await Preferences(database).all(person))


async def migrate(url: str, step: Callable[[Config, str], None], revision: str) -> None:
    def run(connection: Connection) -> None:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        step(config, revision)

    engine = store_of(url).make_engine(migrating=True)
    async with engine.execution_options(writes=True).begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


@few_cases
@given(rows=ROWS)
def test_nothing_changes_on_the_way(rows: list[tuple[str, int]]) -> None:
    async def there_and_back(folder: Path) -> None:
        one, other = f"sqlite:///{folder}/one.db", f"sqlite:///{folder}/other.db"
        database = await Database.open(one)
        person = await keep(database, rows)
        before = await kept(database, person)
        await database.close()
        await move(one, other)
        for url in (one, other):
            database = await Database.open(url)
            assert await kept(database, person) == before
            await database.close()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(there_and_back(Path(folder)))
