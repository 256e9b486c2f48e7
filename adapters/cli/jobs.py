"""`cineaesthete jobs`: what is done by the clock, and when it was done last."""

import asyncio
from datetime import UTC, datetime, timedelta

import click
from rich.console import Console
from rich.table import Table

from adapters.cli.opening import opened_database
from adapters.cli.options import database_option, settings_from
from adapters.jobs.job import Job
from adapters.jobs.jobs import LOOK_S, Jobs
from adapters.jobs.standing import standing_jobs
from adapters.seeing.metrics import Metrics
from adapters.settings import Settings
from data.errors import AppError, BadInput
from memory.jobs import JobBook, JobState

LATE = timedelta(minutes=5)
"""A job due for longer is one that no running process offers."""


@click.group(invoke_without_command=True)
@database_option
@click.pass_context
def jobs(context: click.Context, database_url: str | None) -> None:
    """List what is done by the clock, with its last and its next run; `run` one of them now."""
    if context.invoked_subcommand is None:
        asyncio.run(_list(settings_from(None, database_url)))


@jobs.command()
@click.argument("name")
@database_option
def run(name: str, database_url: str | None) -> None:
    """Run the job NAME now. What belongs to a bot is done by the process that runs the bot."""
    click.echo(asyncio.run(_run(settings_from(None, database_url), name)))


async def _list(settings: Settings) -> None:
    async with opened_database(settings) as database:
        known = {state.name: state for state in await JobBook(database).all()}
        ours = {job.name: job for job in standing_jobs(settings, database)}
    table = Table("job", "schedule", "last run", "result", "next run", box=None, header_style="bold")
    for name in sorted(known | ours):
        table.add_row(*_row(ours[name]) if name not in known else _row_of(known[name], datetime.now(UTC)))
    Console(width=None if Console().is_terminal else 160).print(table)


async def _run(settings: Settings, name: str) -> str:
    async with opened_database(settings) as database:
        ours = {job.name: job for job in standing_jobs(settings, database)}
        book = JobBook(database)
        if name in ours:
            state = await Jobs(book, Metrics()).run_now(ours[name])
            if state is None:
                return f"{name} is under way in another process."
            if state.outcome == "failed":
                raise AppError(f"{name} failed: {state.said}")
            return f"{name}: {state.said}."
        if await book.ask(name):
            return f"{name} is due now: the process that runs the bot begins within {LOOK_S:.0f} s."
        known = ", ".join(sorted({*ours, *(state.name for state in await book.all())}))
        raise BadInput(f"There is no job {name!r}; there are {known}.")


def _row(job: Job) -> tuple[str, ...]:
    return job.name, job.schedule.words, "never", "", "when something serves"


def _row_of(state: JobState, at: datetime) -> tuple[str, ...]:
    held = state.held_until is not None and state.held_until > at
    result = f"{state.outcome}: {state.said}" if state.outcome else ""
    if held:
        due = "under way"
    elif state.due_at < at - LATE:
        due = "late: nothing that serves offers it"
    else:
        due = _moment(state.due_at)
    return state.name, state.schedule, _moment(state.ended_at) if state.ended_at else "never", result, due


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
