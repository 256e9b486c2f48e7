"""`cineaesthete ingest reviews`: reviews out of a file into the database."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from adapters.app import load_review_desk
from adapters.cli.opening import opened_database
from adapters.cli.options import database_option, settings_from
from adapters.review_import import Report, Terms, import_reviews
from adapters.settings import Settings
from adapters.stock import load_models
from data.catalogue import Catalogue
from data.errors import BadInput
from data.films import Film
from data.pack import StarterPack
from data.sources.review_files import COLUMNS, RefusedRow, ReviewRow, read_review_file
from data.sources.tmdb_api import CREDIT, TMDB_CACHE, TmdbApi
from data.sources.tmdb_reviews import LICENCE, ORIGIN, SCALE, TmdbReviews
from data.titles import TitleIndex
from memory.reviews import Reviews

REFUSED_SHOWN = 20

_COLUMNS = "\n".join(f"  {name:8}  {meaning}" for name, meaning in COLUMNS.items())


@click.command(
    "reviews", help=f"Read reviews from FILE (.csv, .tsv or .parquet), or TMDb's.\n\n\b\nColumns:\n{_COLUMNS}"
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--tmdb", is_flag=True, help="Fetch TMDb's with your key (CINE_TMDB_KEY); they count, unquoted."
)
@click.option("--film", "titles", multiple=True, help="For --tmdb: only this film; may be given again.")
@click.option(
    "--films", "count", default=200, show_default=True, type=click.IntRange(1), help="For --tmdb: best known."
)
@click.option("--remove", help="Take back all reviews of this origin.")
@click.option("--origin", help="Name of the source, as shown with quotations; the file's name if left out.")
@click.option("--licence", default="not stated", show_default=True, help="Terms of use, as shown.")
@click.option("--quotable/--figures-only", default=False, help="Whether sentences may be shown to people.")
@click.option("--scale", default=5.0, show_default=True, type=click.FloatRange(1, 100), help="Best rating.")
@click.option("--replace", is_flag=True, help="First take back what came from this origin before.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@database_option
def ingest_reviews(
    file: Path | None,
    tmdb: bool,
    titles: tuple[str, ...],
    count: int,
    remove: str | None,
    origin: str | None,
    licence: str,
    quotable: bool,
    scale: float,
    replace: bool,
    as_json: bool,
    database_url: str | None,
) -> int:
    """Keep the usable rows; say of each other one why it is not. Exit status 1 where none could be used."""
    if (file is not None) + tmdb + (remove is not None) != 1:
        raise click.UsageError("Name one of: a FILE, --tmdb, --remove ORIGIN.")
    settings = settings_from(None, database_url)
    if remove is not None:
        gone = asyncio.run(_remove(remove, settings))
        click.echo(
            json.dumps({"removed": gone}) if as_json else f'{gone:,} reviews of "{remove}" taken back.'
        )
        return 0 if gone else 1
    if file is not None:
        rows: Iterable[ReviewRow | RefusedRow] = read_review_file(file)
        _, pack, _ = load_models(settings)
        terms = Terms(origin or file.name, licence, quotable, scale)
    else:
        _, pack, _ = load_models(settings)
        rows = asyncio.run(_fetch(_films(pack.catalogue, titles, count), settings))
        terms = Terms(ORIGIN, LICENCE, quotable=False, scale=SCALE)
    report = asyncio.run(_ingest(rows, terms, pack, settings, replace=replace))
    if as_json:
        click.echo(json.dumps(_as_json(report), ensure_ascii=False))
    else:
        _print(report)
        if tmdb:
            click.echo(CREDIT)
    return 0 if report.added or report.known else 1


def _films(catalogue: Catalogue, titles: Sequence[str], count: int) -> list[Film]:
    """Those named, else the best known."""
    if titles:
        index = TitleIndex(catalogue)
        return [_film(title, index) for title in titles]
    on_tmdb = (film for film in catalogue.films if film.tmdb_id)
    return sorted(on_tmdb, key=lambda film: -film.vote_count)[:count]


async def _fetch(films: Sequence[Film], settings: Settings) -> list[ReviewRow | RefusedRow]:
    async with TmdbApi.open(settings.tmdb, "Fetching TMDb's reviews") as api:
        source = TmdbReviews(api, settings.home / TMDB_CACHE)
        with _progress("Asking TMDb …", "{:,} films asked for") as progress:
            return await source.rows(films, progress)


async def _ingest(
    rows: Iterable[ReviewRow | RefusedRow],
    terms: Terms,
    pack: StarterPack,
    settings: Settings,
    *,
    replace: bool,
) -> Report:
    async with opened_database(settings) as database:
        desk = load_review_desk(pack, database)
        if desk is None:
            raise BadInput("The starter pack has no reader of reviews; run `cineaesthete starter build`.")
        with _progress("Reading …", "{:,} rows read") as progress:
            return await import_reviews(
                rows,
                terms,
                catalogue=pack.catalogue,
                titles=TitleIndex(pack.catalogue),
                reader=desk.reader,
                reviews=desk.reviews,
                replace=replace,
                progress=progress,
            )


async def _remove(origin: str, settings: Settings) -> int:
    async with opened_database(settings) as database:
        return await Reviews(database).remove_origin(origin)


def _film(title: str, titles: TitleIndex) -> Film:
    resolution = titles.resolve(title)
    if resolution.film is None:
        among = " or ".join(film.label for film in resolution.choices[:3])
        raise BadInput(f'"{title}" may be {among}.' if among else f'"{title}" is not in the catalogue.')
    return resolution.film


@contextmanager
def _progress(begin: str, said: str) -> Iterator[Callable[[int], None]]:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(begin)
        yield lambda done: bar.update(task, description=said.format(done))


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
