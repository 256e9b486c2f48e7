"""The jobs that belong to no surface."""

from datetime import UTC, datetime, timedelta

from adapters.jobs.child import run_command
from adapters.jobs.job import Job, daily, every_minutes
from adapters.settings import Settings
from memory.ballots import Ballots
from memory.database import Database
from memory.retention import prune


def standing_jobs(settings: Settings, database: Database) -> tuple[Job, ...]:
    """Those that are configured."""

    async def close_ballots() -> str:
        return f"{len(await Ballots(database).close_ended())} closed"

    async def drop_old() -> str:
        before = datetime.now(UTC) - timedelta(days=settings.prune_days or 0)
        return f"{await prune(database, before)} conversations erased"

    async def fetch_films() -> str:
        # A process of its own: what it takes of memory and time is nobody's who chats meanwhile.
        return await run_command("ingest", "tmdb", home=settings.home)

    jobs = [Job("ballots", every_minutes(1), close_ballots)]
    if settings.prune_days:
        jobs.append(Job("prune", daily(4), drop_old))
    if settings.tmdb_key:
        jobs.append(Job("tmdb", daily(3), fetch_films))
    return tuple(jobs)
