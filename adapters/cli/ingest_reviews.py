"""`cineaesthete ingest reviews`: reviews out of a file into the database."""

import asyncio
import json
from contextlib import AsyncExitStack
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from adapters.app import load_review_desk
from adapters.cli.options import settings_from
from adapters.home import make_home
from adapters.review_import import Report, Terms, import_reviews
from adapters.settings import Settings
from adapters.stock import load_models
from data.errors import BadInput
from data.sources.review_files import COLUMNS, read_review_file
from data.titles import TitleIndex
from memory.database import Database
from memory.reviews import Reviews

REFUSED_SHOWN = 20

_COLUMNS = "\n".join(f"  {name:8}  {meaning}" for name, meaning in COLUMNS.items())


@click.command(
    "reviews", help=f"Read reviews from FILE (.csv, .tsv or .parquet).\n\n\b\nColumns:\n{_COLUMNS}"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--origin", help="Name of the source, as shown with quotations; the file's name if left out.")
@click.option("--licence", default="not stated", show_default=True, help="Terms of use, as shown.")
@click.option("--quotable/--figures-only", default=False, help="Whether sentences may be shown to people.")
@click.option("--scale", default=5.0, show_default=True, type=click.FloatRange(1, 100), help="Best rating.")
@click.option("--replace", is_flag=True, help="First take back what came from this origin before.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.option("--db", "database_url", help="Database URL, instead of CINE_DATABASE_URL.")
def ingest_reviews(
    file: Path,
    origin: str | None,
    licence: str,
    quotable: bool,
    scale: float,
    replace: bool,
    as_json: bool,
    database_url: str | None,
) -> int:
    """Keep the usable rows; say of each other one why it is not. Exit status 1 where none could be used."""
    terms = Terms(origin or file.name, licence, quotable, scale)
    report = asyncio.run(_ingest(file, terms, settings_from(None, database_url), replace=replace))
    if as_json:
        click.echo(json.dumps(_as_json(report), ensure_ascii=False))
    else:
        _print(report)
    return 0 if report.added or report.known else 1


async def _ingest(file: Path, terms: Terms, settings: Settings, *, replace: bool) -> Report:
    rows = read_review_file(file)
    _, pack, _ = load_models(settings)
    make_home(settings)
    database = await Database.open(settings.database)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        desk = load_review_desk(pack, database)
        if desk is None:
            raise BadInput("The starter pack has no reader of reviews; run `cineaesthete starter build`.")
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("Reading …")

            def progress(done: int) -> None:
                bar.update(task, description=f"{done:,} rows read")

            return await import_reviews(
                rows,
                terms,
                catalogue=pack.catalogue,
                titles=TitleIndex(pack.catalogue),
                reader=desk.reader,
                reviews=Reviews(database),
                replace=replace,
                progress=progress,
            )


def _print(report: Report) -> None:
    click.echo(
        f"{report.added:,} reviews of {report.films:,} films kept; {report.known:,} were known; "
        f"{len(report.refused):,} of {report.rows:,} rows refused."
    )
    for row in report.refused[:REFUSED_SHOWN]:
        click.echo(f"  row {row.number} {row.why}", err=True)
    if len(report.refused) > REFUSED_SHOWN:
        click.echo(f"  … and {len(report.refused) - REFUSED_SHOWN:,} more", err=True)


def _as_json(report: Report) -> dict[str, object]:
    return {
        "rows": report.rows,
        "added": report.added,
        "known": report.known,
        "films": report.films,
        "refused": [{"row": row.number, "why": row.why} for row in report.refused],
    }
