import asyncio

from sqlalchemy import text

from memory.database import Database
from memory.people import People


async def test_first_sight_creates_and_later_sights_find(database: Database) -> None:
    people = People(database)
    first = await people.resolve("discord", "42", name="Ana", locale="es")
    assert (first.name, first.locale) == ("Ana", "es")
    assert await people.resolve("discord", "42") == first


async def test_the_same_user_on_another_surface_is_another_person(database: Database) -> None:
    people = People(database)
    assert (await people.resolve("discord", "42")).id != (await people.resolve("telegram", "42")).id


async def test_a_new_name_replaces_the_old_one(database: Database) -> None:
    people = People(database)
    await people.resolve("web", "ana", name="Ana", locale="en")
    changed = await people.resolve("web", "ana", name="Anita")
    assert (changed.name, changed.locale) == ("Anita", "en")
    assert await people.resolve("web", "ana") == changed


async def test_many_tasks_at_once_create_one_person(url: str, database: Database) -> None:
    other = await Database.open(url)  # as a second process would
    found = await asyncio.gather(*(People(db).resolve("web", "ana") for db in (database, other) * 10))
    assert len({person.id for person in found}) == 1
    async with database.session() as session:
        assert (await session.execute(text("SELECT count(*) FROM people"))).scalar() == 1
    await other.close()
