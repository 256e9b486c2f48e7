"""What every command that serves does beside serving."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.app import App
from adapters.jobs.standing import standing_jobs
from adapters.seeing.listening import watched


@asynccontextmanager
async def housekeeping(app: App) -> AsyncIterator[None]:
    """Answer at CINE_WATCH_PORT and do jobs as they come due. Raises BadInput as `watched` does."""
    jobs = standing_jobs(app.settings, app.database)
    async with watched(app), app.jobs.offering(*jobs), app.jobs.running():
        yield
