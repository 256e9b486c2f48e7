import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from memory.database import Database
from memory.jobs import JobBook
from tests.memory.clock import Clock

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON)


@pytest.fixture
def book(database: Database, clock: Clock) -> JobBook:
    return JobBook(database, clock)


async def test_one_of_many_gets_a_job_when_it_is_due(book: JobBook, clock: Clock) -> None:
    await book.note("prune", "hourly", NOON + HOUR)
    assert not await book.claim("prune", "a", 60)
    clock.at += HOUR
    got = await asyncio.gather(*(book.claim("prune", f"process {n}", 60) for n in range(8)))
    assert sum(got) == 1
    assert await book.finish("prune", f"process {got.index(True)}", "done", "3 erased", clock.at + HOUR)
    state = await book.get("prune")
    assert state is not None
    assert (state.outcome, state.said, state.ended_at) == ("done", "3 erased", clock.at)
    assert (state.due_at, state.held_until) == (clock.at + HOUR, None)
    assert not await book.claim("prune", "a", 60)


async def test_a_job_whose_process_died_goes_to_another(book: JobBook, clock: Clock) -> None:
    await book.note("prune", "hourly", NOON)
    assert await book.claim("prune", "dies", 60)
    clock.at += timedelta(seconds=50)
    assert await book.renew("prune", "dies", 60)
    clock.at += timedelta(seconds=59)
    assert not await book.claim("prune", "next", 60)
    clock.at += timedelta(seconds=1)
    assert await book.claim("prune", "next", 60)
    assert not await book.renew("prune", "dies", 60), "it was not dead after all, and learns of it"
    assert not await book.finish("prune", "dies", "done", "", NOON)
    assert await book.finish("prune", "next", "done", "", clock.at + HOUR)


async def test_what_was_broken_off_is_due_at_once(book: JobBook) -> None:
    await book.note("prune", "hourly", NOON)
    assert await book.claim("prune", "ends", 60)
    assert await book.release("prune", "ends")
    assert await book.claim("prune", "next", 60)


async def test_a_job_may_be_asked_for(book: JobBook) -> None:
    await book.note("prune", "hourly", NOON + HOUR)
    assert not await book.ask("dance")
    assert await book.ask("prune")
    assert await book.claim("prune", "a", 60)


async def test_another_schedule_holds_from_now_on(book: JobBook) -> None:
    await book.note("prune", "yearly", NOON + 1000 * HOUR)
    assert (await book.note("prune", "yearly", NOON)).due_at == NOON + 1000 * HOUR
    assert (await book.note("prune", "hourly", NOON + HOUR)).due_at == NOON + HOUR
    assert [state.schedule for state in await book.all()] == ["hourly"]
