"""Names to sign in by, on a database of each kind."""

import pytest
from sqlalchemy import select

from memory.chainlit_tables import THREADS, USERS
from memory.database import Database
from memory.library import Library
from memory.logins import Logins, NameTaken, login_id_of
from memory.people import People


@pytest.fixture
def logins(database: Database) -> Logins:
    return Logins(database)


async def test_a_login_is_an_account_of_its_person_on_the_web(database: Database, logins: Logins) -> None:
    made = await logins.add("Ana", "hash")
    assert await logins.find("  ANA ") == made == await logins.get(made.id)
    assert (await People(database).resolve("web", made.user)).id == made.person_id
    assert login_id_of(made.user) == made.id
    assert login_id_of("visitor-1") is login_id_of("login-x") is None


async def test_one_name_is_one_persons_however_it_is_written(logins: Logins) -> None:
    await logins.add("Ana", "hash")
    for name in ("ana", "ＡＮＡ"):
        with pytest.raises(NameTaken, match="taken"):
            await logins.add(name, "other")
    assert [login.name for login in await logins.all()] == ["Ana"]


async def test_what_a_guest_told_goes_along(database: Database, logins: Logins) -> None:
    login = await logins.add("Ana", "hash")
    await Library(database).save(login.person_id, "tt0113277")
    guest = (await People(database).resolve("web", "visitor-1")).id
    await Library(database).rate(guest, "tt0078748", 5)
    async with database.transaction() as session:
        await session.execute(USERS.insert().values(id="u", identifier="visitor-1", metadata="{}"))
        await session.execute(THREADS.insert().values(id="t", userId="u", userIdentifier="visitor-1"))
    await logins.claim(login, "visitor-1")
    rows = {row.film_id: row for row in await Library(database).rows(login.person_id)}
    assert rows["tt0078748"].rating == 5
    assert rows["tt0113277"].saved
    async with database.session() as session:
        (thread,) = (
            await session.execute(select(THREADS.c.userIdentifier, USERS.c.identifier).join(USERS))
        ).all()
    assert tuple(thread) == (login.user, login.user)
    assert (await People(database).resolve("web", "visitor-1")).id != login.person_id, (
        "the cookie opens nothing"
    )


async def test_claiming_nobody_or_another_login_changes_nothing(database: Database, logins: Logins) -> None:
    ana, luis = await logins.add("Ana", "hash"), await logins.add("Luis", "hash")
    await logins.claim(ana, "visitor-never-seen")
    await logins.claim(ana, luis.user)
    assert (await People(database).resolve("web", luis.user)).id == luis.person_id


async def test_a_new_password_ends_the_sessions_so_far(logins: Logins) -> None:
    before = await logins.add("Ana", "hash")
    after = await logins.set_password(before.id, "other")
    assert after is not None
    assert (after.password_hash, after.epoch) == ("other", before.epoch + 1)
    await logins.remove(before.id)
    assert await logins.set_password(before.id, "third") is None


async def test_another_site_vouches_for_one_person_only(logins: Logins) -> None:
    assert await logins.vouched("films.example", "7", "Ana", make=False) is None
    first = await logins.vouched("films.example", "7", "Ana", make=True)
    assert first is not None
    assert first == await logins.vouched("films.example", "7", "Ana M.", make=False)
    assert await logins.vouched("films.example", "8", "Ana", make=False) is None
    assert await logins.find("Ana") is None, "no password opens it"
