"""`cineaesthete ingest tmdb`: films new and changed since the last run, into the models in use."""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from adapters.home import make_home
from adapters.settings import Settings, load_settings
from adapters.stock import load_pack, trained_version
from data.errors import SourceError
from data.sources.tmdb_api import API, CREDIT, TmdbApi
from data.sources.tmdb_store import FOLDER, TmdbStore
from data.sources.tmdb_update import FIRST_DAYS, Report, TmdbUpdate

REFUSED_SHOWN = 10


@click.command("tmdb")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help=f"From this day on; by default from the last run's, at first {FIRST_DAYS} days back.",
)
@click.option(
    "--min-votes",
    default=10,
    show_default=True,
    type=click.IntRange(0),
    help="Votes that a new film needs on TMDb to be taken.",
)
@click.option("--no-models", is_flag=True, help="Only fetch; `cineaesthete train` then takes the films in.")
@click.option("--from", "source", default=API, help="Another address of the API, such as a proxy's.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
def ingest_tmdb(since: datetime | None, min_votes: int, no_models: bool, source: str, as_json: bool) -> None:
    """Fetch films that are new or have changed on TMDb since the last run, with your key (CINE_TMDB_KEY).

    Then the models in use are given the new films, and running chats recommend them without a restart. A run
    that was cut short goes on where it stopped.
    """
    settings = load_settings()
    make_home(settings)
    try:
        report = asyncio.run(_fetch(settings, since.date() if since else None, min_votes, source))
        made = None
        if not no_models:
            from adapters.making import with_new_films

            with Console(stderr=True).status("Giving them a place in the models …"):
                made = with_new_films(settings, lambda _: None)
    except OSError as error:
        raise SourceError(
            f"{settings.home} cannot be written to: {error.strerror or error}. Make room, or set CINE_HOME."
        ) from error
    if as_json:
        click.echo(json.dumps(_as_json(report) | {"version": made.version if made else None}))
        return
    _print(report)
    if made:
        click.echo(f"Models {made.version}, now in use: {made.films:,} films, {made.new:,} of them new.")
    click.echo(CREDIT)


async def _fetch(settings: Settings, since: date | None, min_votes: int, source: str) -> Report:
    async with TmdbApi.open(settings.tmdb, "Fetching films from TMDb", api=source) as api:
        with _progress() as progress:
            update = TmdbUpdate(
                api,
                TmdbStore(settings.home / FOLDER),
                _known(settings),
                least_votes=min_votes,
                now=datetime.now(UTC),
                progress=progress,
            )
            return await update.run(since)


def _known(settings: Settings) -> frozenset[int]:
    """TMDb's numbers of the films in use."""
    version, problem = trained_version(settings)
    films = load_pack(settings, None if problem else version).catalogue.films
    return frozenset(film.tmdb_id for film in films if film.tmdb_id)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int | None], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Asking TMDb", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)


def _print(report: Report) -> None:
    click.echo(
        f"TMDb{' (going on with the last run)' if report.resumed else ''}: {report.new:,} films new, "
        f"{report.changed:,} changed, {report.revoted:,} with other votes, {report.gone:,} gone from there, "
        f"{len(report.refused):,} left out."
    )
    for sentence in report.refused[:REFUSED_SHOWN]:
        click.echo(f"  {sentence}", err=True)
    if len(report.refused) > REFUSED_SHOWN:
        click.echo(f"  … and {len(report.refused) - REFUSED_SHOWN:,} more", err=True)


def _as_json(report: Report) -> dict[str, object]:
    return {
        "new": report.new,
        "changed": report.changed,
        "revoted": report.revoted,
        "gone": report.gone,
        "resumed": report.resumed,
        "refused": report.refused,
    }
