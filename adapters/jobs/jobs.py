"""Runs jobs in this process as they come due, where no other process is at them."""

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from adapters.jobs.job import Job
from data.errors import AppError, DatabaseError
from memory.jobs import JobBook, JobState, Outcome
from memory.timestamps import now

log = logging.getLogger(__name__)

LOOK_S = 10.0
"""Between two looks whether a job is due: as late as that it may begin."""
HOLD_S = 60.0
"""So long after a process died in a job's middle, another takes it up."""


class Told(Protocol):
    """Counts jobs."""

    def job_ended(self, name: str, outcome: str, seconds: float) -> None:
        """A run has ended here."""

    def job_stands(self, state: JobState) -> None:
        """How a job stands, whoever ran it."""


class Jobs:
    """What is done by the clock. The state lies in the database; see `memory.jobs`."""

    def __init__(
        self,
        book: JobBook,
        told: Told,
        *,
        look_s: float = LOOK_S,
        hold_s: float = HOLD_S,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._book = book
        self._told = told
        self._look_s = look_s
        self._hold_s = hold_s
        self._clock = clock
        self._holder = f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"
        self._jobs: dict[str, Job] = {}
        self._looks: dict[str, asyncio.Task[None]] = {}
        self._scheduler: AsyncIOScheduler | None = None
        self._away = False
        # Another look while a job runs is the rule here, and no matter for a warning.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)

    @property
    def names(self) -> frozenset[str]:
        """What is offered here at this moment."""
        return frozenset(self._jobs)

    @asynccontextmanager
    async def offering(self, *jobs: Job) -> AsyncIterator[None]:
        """Have these jobs done meanwhile; a run under way at the end is broken off, and stays due."""
        for job in jobs:
            self._jobs[job.name] = job
            self._schedule(job)
        try:
            yield
        finally:
            for job in jobs:
                del self._jobs[job.name]
                if self._scheduler:
                    self._scheduler.remove_job(job.name)
            await self._break_off(*(job.name for job in jobs))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Do what comes due meanwhile."""
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.start()
        for job in self._jobs.values():
            self._schedule(job)
        try:
            yield
        finally:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
            await self._break_off(*self._looks)

    async def run_now(self, job: Job) -> JobState | None:
        """Do it at once, due or not. None where another process is at it. Raises DatabaseError."""
        await self._note(job)
        if not await self._book.claim(job.name, self._holder, self._hold_s, anyway=True):
            return None
        await self._run(job)
        return await self._book.get(job.name)

    def _schedule(self, job: Job) -> None:
        if self._scheduler is None:
            return
        self._scheduler.add_job(
            self._look,
            IntervalTrigger(seconds=self._look_s, timezone=UTC),
            args=(job,),
            id=job.name,
            next_run_time=datetime.now(UTC),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    async def _break_off(self, *names: str) -> None:
        tasks = [self._looks[name] for name in names if name in self._looks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self, job: Job) -> None:
        """See whether it is due, and do it if nobody else does."""
        task = asyncio.current_task()
        if task is None or self._jobs.get(job.name) is not job:
            return
        self._looks[job.name] = task
        try:
            state = await self._note(job)
            if state.due_at <= self._clock() and await self._book.claim(job.name, self._holder, self._hold_s):
                await self._run(job)
            self._away = False
        except DatabaseError as error:
            if not self._away:
                log.warning("jobs have to wait: %s", error)
            self._away = True
        finally:
            self._looks.pop(job.name, None)

    async def _note(self, job: Job) -> JobState:
        state = await self._book.get(job.name)
        if state is None or state.schedule != job.schedule.words:
            first = job.schedule.first(self._clock())
            state = await self._book.note(job.name, job.schedule.words, first)
        self._told.job_stands(state)
        return state

    async def _run(self, job: Job) -> None:
        """Do a job that was claimed, and write down what came of it."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        outcome: Outcome = "failed"
        try:
            said = await self._held(job)
            outcome = "done"
        except asyncio.CancelledError:
            await self._book.release(job.name, self._holder)
            raise
        except AppError as error:
            log.warning("a job failed: %s", error, extra={"job": job.name})
            said = str(error)
        except Exception as error:
            log.exception("a job failed", extra={"job": job.name})
            said = type(error).__name__
        self._told.job_ended(job.name, outcome, loop.time() - began)
        due_at = job.schedule.next_after(self._clock())
        await self._book.finish(job.name, self._holder, outcome, said, due_at)
        log.info("a job ended", extra={"job": job.name, "outcome": outcome})

    async def _held(self, job: Job) -> str:
        """What the job says, the hold renewed meanwhile; broken off where another has it by now."""
        work = asyncio.ensure_future(job.run())
        try:
            while not work.done():
                await asyncio.wait({work}, timeout=self._hold_s / 3)
                if not work.done() and not await self._still_ours(job.name):
                    raise AppError("It took so long to keep hold of that another process took over.")
            return work.result()
        finally:
            work.cancel()
            await asyncio.wait({work})

    async def _still_ours(self, name: str) -> bool:
        try:
            return await self._book.renew(name, self._holder, self._hold_s)
        except DatabaseError:
            return True  # whether another has it cannot be said; the next look tells
