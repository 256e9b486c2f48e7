from datetime import UTC, datetime, timedelta

import pytest

from memory.database import Database
from memory.newcomers import STOPPED_AFTER, Newcomers, Progress, Stopped, Undone
from memory.people import People
from memory.quizzes import QuizQuestion, Quizzes
from memory.servers import Servers
from tests.memory.clock import Clock

FIRST = QuizQuestion(("heat", "alien"))


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 25, 20, tzinfo=UTC))


@pytest.fixture
def newcomers(database: Database, clock: Clock) -> Newcomers:
    return Newcomers(database, "discord", clock)


async def came(database: Database, clock: Clock, user: str, steps: int, *, finished: bool = False) -> int:
    """Somebody who answered so many steps."""
    person = (await People(database).resolve("discord", user, locale="de")).id
    quizzes = Quizzes(database, clock)
    await quizzes.begin(person, FIRST)
    for step in range(steps):
        await quizzes.advance(person, step, (FIRST,), finished=finished and step == steps - 1)
    return person


async def test_progress_tells_who_is_where(database: Database, newcomers: Newcomers, clock: Clock) -> None:
    assert await newcomers.progress("1") == Progress(0, 0, {}, 0)
    for user, steps, finished in (("a", 2, False), ("b", 2, False), ("c", 0, False), ("d", 7, True)):
        await newcomers.note("1", user, await came(database, clock, user, steps, finished=finished))
    await newcomers.note("2", "e", await came(database, clock, "e", 1))
    await came(database, clock, "elsewhere", 1)
    assert await newcomers.progress("1") == Progress(began=4, finished=1, open_at={0: 1, 2: 2}, reminded=0)


async def test_who_stopped_is_reminded_once(database: Database, newcomers: Newcomers, clock: Clock) -> None:
    for user, finished in (("a", False), ("d", True)):
        await newcomers.note("1", user, await came(database, clock, user, 2, finished=finished))
    assert await newcomers.claim_reminders("1", 9) == []  # still at it
    clock.at += STOPPED_AFTER
    assert await newcomers.claim_reminders("2", 9) == []
    assert await newcomers.claim_reminders("1", 9) == [Stopped("a", "de", 2)]
    assert await newcomers.claim_reminders("1", 9) == []
    assert (await newcomers.progress("1")).reminded == 1
    await newcomers.release("1", "a")
    assert len(await newcomers.claim_reminders("1", 9)) == 1


async def test_no_more_are_claimed_than_asked_for_longest_waiting_first(
    database: Database, newcomers: Newcomers, clock: Clock
) -> None:
    for user in ("late", "later"):
        await newcomers.note("1", user, await came(database, clock, user, 1))
        clock.at += timedelta(minutes=1)
    clock.at += STOPPED_AFTER
    assert [one.user for one in await newcomers.claim_reminders("1", 1)] == ["late"]


async def test_a_role_is_due_once(database: Database, newcomers: Newcomers, clock: Clock) -> None:
    person = await came(database, clock, "a", 7)
    await newcomers.note("1", "a", person)
    assert await newcomers.due("a") == []
    await Quizzes(database).advance(person, 7, (FIRST,), finished=True)
    assert await newcomers.due("a") == ["1"]
    await newcomers.given("1", "a", "77")
    await newcomers.note("1", "a", person)
    assert await newcomers.due("a") == []


async def test_who_is_reset_begins_anew(database: Database, newcomers: Newcomers, clock: Clock) -> None:
    assert await newcomers.reset("1", "a") is None
    person = await came(database, clock, "a", 7, finished=True)
    await newcomers.note("1", "a", person)
    await newcomers.given("1", "a", "77")
    assert await newcomers.reset("2", "a") is None
    assert await newcomers.reset("1", "a") == Undone(role="77")
    assert await Quizzes(database).state(person) is None
    assert (await newcomers.progress("1")).began == 0


async def test_a_server_left_is_forgotten(database: Database, newcomers: Newcomers, clock: Clock) -> None:
    await newcomers.note("1", "a", await came(database, clock, "a", 1))
    await Servers(database, "discord").remove("1")
    assert (await newcomers.progress("1")).began == 0
