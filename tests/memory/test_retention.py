from datetime import UTC, datetime, timedelta

from memory.chainlit_tables import STEPS, THREADS
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.privacy import Privacy
from memory.retention import prune
from memory.threads import CompletedTurn, Threads
from memory.timestamps import now
from tests.memory.test_privacy import live

NOW = datetime(2026, 11, 26, tzinfo=UTC)


async def said(threads: Threads, thread: int, at: datetime) -> None:
    await threads.record_turn(thread, CompletedTurn("hello", "hello", "planner", "planner", at=at))


async def test_what_ended_long_ago_goes_and_what_goes_on_stays(database: Database, ana: int) -> None:
    threads = Threads(database)
    old, alive = [(await threads.open(ana, "cli", name)).id for name in ("old", "alive")]
    for thread, last in ((old, NOW - timedelta(days=400)), (alive, NOW - timedelta(days=1))):
        await said(threads, thread, NOW - timedelta(days=900))
        await said(threads, thread, last)
    await Library(database).rate(ana, "heat", 4)
    assert await prune(database, NOW - timedelta(days=365)) == 1
    assert await threads.history(old) == []
    assert len(await threads.history(alive)) == 2
    assert [row.film_id for row in await Library(database).rows(ana)] == ["heat"]
    assert await prune(database, NOW - timedelta(days=365)) == 0


async def test_nothing_of_it_is_left_anywhere(database: Database, url: str) -> None:
    person = await live(database, url, "ana", "ANAS-SECRET")
    assert await prune(database, now() - timedelta(hours=1)) == 0, "it was held just now"
    assert await prune(database, now() + timedelta(hours=1)) == 1
    left = set(await Privacy(database).counts(person))
    gone = {
        "messages", "recommendations shown", "conversations", "states of conversations",
        "unfinished steps of conversations",
    }  # fmt: skip
    assert not left & gone
    assert {"films in your library", "preferences", "friends and requests"} <= left


async def test_a_web_conversation_takes_its_lines_along(database: Database) -> None:
    person = (await People(database).resolve("web", "ana")).id
    await Threads(database).open(person, "web", "w1")
    async with database.transaction() as session:
        await session.execute(THREADS.insert().values(id="w1", userIdentifier="ana", name="x"))
        await session.execute(
            STEPS.insert().values(id="s", name="x", type="user_message", threadId="w1", streaming=False)
        )
    assert "lines in the web chat" in await Privacy(database).counts(person)
    assert await prune(database, now() + timedelta(hours=1)) == 1
    assert await Privacy(database).counts(person) == {"accounts": 1, "profile": 1}
