"""`cineaesthete ingest movielens`: ratings and films that GroupLens publishes, to this machine."""

import json
import sys
from functools import partial
from pathlib import Path

import click
import httpx
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from adapters.home import make_home
from adapters.settings import load_settings
from data.errors import BadInput, SourceError
from data.sources.download import Downloader, verify_md5
from data.sources.movielens_sets import BASE, LICENCE, SETS, MovieLensSet
from data.sources.movielens_store import FOLDER, MovieLensStore, Report

TIMEOUT = httpx.Timeout(30.0, connect=10.0)


@click.command("movielens")
@click.option(
    "--size", type=click.Choice(list(SETS)), default="latest-small", show_default=True, help="Which set."
)
@click.option("--accept-licence", is_flag=True, help="You have read the terms and accept them.")
@click.option("--from", "source", help="Another address of the files, or an archive on this machine.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
def ingest_movielens(size: str, accept_licence: bool, source: str | None, as_json: bool) -> None:
    r"""Fetch a MovieLens set (it goes on where it stopped), check it and keep it for `cineaesthete train`.

    \b
    latest-small  100 thousand ratings,   1 MB
    1m            1 million ratings,      6 MB
    25m           25 million ratings,   250 MB
    32m           32 million ratings,   240 MB
    """
    settings = load_settings()
    console = Console(stderr=True)
    _accept(console, accepted=accept_licence)
    make_home(settings)
    store = MovieLensStore(settings.home / FOLDER)
    which = SETS[size]
    columns: list[ProgressColumn] = [
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    ]
    try:
        with Progress(*columns, console=console, transient=True) as bar:
            archive, fetched = _archive(which, source, store.root, bar)
            task = bar.add_task("Reading the ratings")
            report = store.add(archive, which, partial(_show, bar, task))
            if fetched:
                archive.unlink()
    except OSError as error:
        raise SourceError(
            f"{store.root} cannot be written to: {error.strerror or error}. Make room, or set CINE_HOME."
        ) from error
    if as_json:
        click.echo(json.dumps(_as_json(size, report)))
        return
    click.echo(
        f"MovieLens {size}: {report.ratings:,} ratings of {report.films:,} films by {report.users:,} people. "
        "Now run `cineaesthete train`."
    )
    if report.unusable.off_scale or report.unusable.repeated:
        click.echo(
            f"Left out: {report.unusable.off_scale:,} ratings off the scale, "
            f"{report.unusable.repeated:,} given again later."
        )


def _accept(console: Console, *, accepted: bool) -> None:
    console.print(LICENCE, highlight=False)
    if accepted:
        return
    if not sys.stdin.isatty():
        raise BadInput("These terms must be accepted first: run the command with --accept-licence.")
    if not click.confirm("Do you accept these terms?", err=True):
        raise BadInput("Without the terms being accepted nothing is fetched.")


def _archive(which: MovieLensSet, source: str | None, folder: Path, bar: Progress) -> tuple[Path, bool]:
    """The archive, and whether it was fetched and is ours to delete."""
    if source and not source.startswith(("http://", "https://")):
        path = Path(source).expanduser()
        if not path.is_file():
            raise BadInput(f"There is no file {path}. Give an archive or an address (https://…) with --from.")
        return path, False
    url = f"{(source or BASE).rstrip('/')}/{which.archive}"
    target = folder / which.archive
    with httpx.Client(timeout=TIMEOUT, follow_redirects=True) as client:
        downloader = Downloader(client)
        task = bar.add_task(f"Fetching {which.archive}", total=None)
        downloader.fetch(url, target, partial(_show, bar, task))
        if md5 := downloader.published_md5(url):
            verify_md5(target, md5)
    return target, True


def _show(bar: Progress, task: TaskID, done: int, total: int | None) -> None:
    bar.update(task, completed=done, total=total)


def _as_json(size: str, report: Report) -> dict[str, int | str]:
    return {
        "size": size,
        "ratings": report.ratings,
        "users": report.users,
        "films": report.films,
        "off_scale": report.unusable.off_scale,
        "repeated": report.unusable.repeated,
    }
