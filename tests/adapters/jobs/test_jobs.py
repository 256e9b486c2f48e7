import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.jobs.child import run_command
from adapters.jobs.job import Job, Schedule, Trigger, daily, every_minutes, weekly
from adapters.jobs.jobs import Jobs
from adapters.jobs.standing import standing_jobs
from adapters.seeing.metrics import Metrics
from adapters.settings import Settings
from data.errors import AppError, BadInput
from memory.database import Database
from memory.jobs import JobBook

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


class Often(Trigger):
    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        return now + timedelta(milliseconds=30)


OFTEN = Schedule("often", Often(), at_once=True)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url)
    yield database
    await database.close()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


def jobs_of(database: Database, metrics: Metrics | None = None, hold_s: float = 60) -> Jobs:
    """What one process has."""
    return Jobs(JobBook(database), metrics or Metrics(), look_s=0.02, hold_s=hold_s)


class Counted:
    """Work that shows when it runs twice at once."""

    def __init__(self) -> None:
        self.runs = self.at_once = self.most = 0
        self.enough = asyncio.Event()

    async def __call__(self) -> str:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await asyncio.sleep(0.01)
        self.at_once -= 1
        self.runs += 1
        if self.runs >= 3:
            self.enough.set()
        return "counted"


@pytest.mark.parametrize(
    ("schedule", "first", "then"),
    [
        (every_minutes(5), NOON, NOON + timedelta(minutes=5)),
        (daily(4, 30), datetime(2026, 7, 2, 4, 30, tzinfo=UTC), datetime(2026, 7, 2, 4, 30, tzinfo=UTC)),
        (weekly("wed", 12), datetime(2026, 7, 8, 12, tzinfo=UTC), datetime(2026, 7, 8, 12, tzinfo=UTC)),
    ],
)
def test_when_a_job_runs(schedule: Schedule, first: datetime, then: datetime) -> None:
    assert (schedule.first(NOON), schedule.next_after(NOON)) == (first, then)


async def test_each_time_one_of_three_processes_does_it(database: Database) -> None:
    work = Counted()
    async with AsyncExitStack() as processes:
        for _ in range(3):
            jobs = jobs_of(database)
            await processes.enter_async_context(jobs.offering(Job("count", OFTEN, work)))
            await processes.enter_async_context(jobs.running())
        await asyncio.wait_for(work.enough.wait(), 30)
    assert work.most == 1
    state = await JobBook(database).get("count")
    assert state is not None
    assert (state.outcome, state.said) == ("done", "counted")


async def test_what_fails_is_told_and_tried_again(database: Database, metrics: Metrics) -> None:
    tries = 0
    over = asyncio.Event()

    async def work() -> str:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise BadInput("No key.")
        if tries == 3:  # the second is written down by then
            over.set()
        raise RuntimeError("secret words")

    jobs = jobs_of(database, metrics)
    async with jobs.offering(Job("fail", OFTEN, work)), jobs.running():
        await asyncio.wait_for(over.wait(), 30)
    state = await JobBook(database).get("fail")
    assert state is not None
    assert (state.outcome, state.said) == ("failed", "RuntimeError")
    assert 'cine_jobs_total{job="fail",outcome="failed"} ' in metrics.exposition().decode()
    assert 'cine_job_due_timestamp_seconds{job="fail"} ' in metrics.exposition().decode()


async def test_at_the_end_work_is_broken_off_and_stays_due(database: Database) -> None:
    begun = asyncio.Event()

    async def work() -> str:
        begun.set()
        await asyncio.sleep(3600)
        return ""

    jobs = jobs_of(database)
    async with jobs.offering(Job("long", OFTEN, work)), jobs.running():
        await asyncio.wait_for(begun.wait(), 30)
    assert await JobBook(database).claim("long", "the next process", 60)


async def test_what_a_surface_offers_ends_with_it(database: Database) -> None:
    work = Counted()
    jobs = jobs_of(database)
    async with jobs.running():
        async with jobs.offering(Job("count", OFTEN, work)):
            await asyncio.wait_for(work.enough.wait(), 30)
            assert jobs.names == {"count"}
        assert jobs.names == frozenset()
        runs = work.runs
        await asyncio.sleep(0.1)
    assert work.runs == runs


async def test_a_process_that_lost_its_hold_stops(database: Database) -> None:
    begun = asyncio.Event()
    ended = asyncio.Event()

    async def work() -> str:
        begun.set()
        try:
            await asyncio.sleep(3600)
        finally:
            ended.set()
        return ""

    book = JobBook(database)
    jobs = jobs_of(database, hold_s=0.15)
    async with jobs.offering(Job("long", OFTEN, work)), jobs.running():
        await asyncio.wait_for(begun.wait(), 30)
        later = JobBook(database, lambda: datetime.now(UTC) + timedelta(minutes=1))
        assert await later.claim("long", "another", 60)
        await asyncio.wait_for(ended.wait(), 30)
        assert await book.renew("long", "another", 60)


async def test_the_standing_jobs(database: Database, tmp_path: Path) -> None:
    few = standing_jobs(Settings(home=tmp_path), database)
    all_of_them = standing_jobs(Settings(home=tmp_path, prune_days=30, tmdb_key="key"), database)
    assert [job.name for job in few] == ["ballots"]
    assert [job.name for job in all_of_them] == ["ballots", "prune", "tmdb"]
    assert [await job.run() for job in all_of_them[:2]] == ["0 closed", "0 conversations erased"]


async def test_a_command_as_a_job(tmp_path: Path) -> None:
    assert (await run_command("--version", home=tmp_path)).startswith("cineaesthete")
    with pytest.raises(AppError, match="No such command"):
        await run_command("dance", home=tmp_path)
