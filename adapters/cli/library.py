"""`cineaesthete library`: one's films brought in from another service, or taken along."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import click

from adapters.account.import_words import SERVICES, report_text
from adapters.account.library_export import export_library
from adapters.account.library_import import import_library
from adapters.account.sentences import SENTENCES
from adapters.cli.opening import opened_database
from adapters.cli.options import database_option, settings_from
from adapters.cli.taste_picture import draw_taste
from adapters.settings import Settings
from adapters.stock import load_pack, trained_version
from agent.wording.phrasebook import LANGUAGES
from data.catalogue import Catalogue
from data.errors import BadInput
from data.sources.library_files import Service
from data.titles import TitleIndex
from memory.library import Library
from memory.people import People

_user = click.option("--user", default="me", show_default=True, help="Whose library.")


@click.group()
def library() -> None:
    """Bring films in from Letterboxd, IMDb or MovieLens, or take them along."""


@library.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_user
@database_option
def bring(file: Path, user: str, database_url: str | None) -> None:
    """Bring in FILE: Letterboxd's export (zip or csv), IMDb's or MovieLens' ratings (csv).

    What the catalogue lacks, what may be several films and what cannot be read is listed; the same file again
    changes nothing.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror}).") from error
    click.echo(asyncio.run(_bring(file.name, raw, user, settings_from(None, database_url))))


@library.command("export")
@click.argument("service", type=click.Choice(list(SERVICES)))
@click.option("--out", type=click.Path(path_type=Path), help="Where to write.")
@_user
@database_option
def take(service: Service, out: Path | None, user: str, database_url: str | None) -> None:
    """Write the library in the format of SERVICE."""
    name, content = asyncio.run(_take(service, user, settings_from(None, database_url)))
    _write(out or Path(name), content)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror}); name another with --out.") from error
    click.echo(f"{path} written.")


@library.command("card")
@click.option("--out", type=click.Path(path_type=Path), default=Path("taste.jpg"), show_default=True)
@click.option("--year", type=click.IntRange(1900, 2100), help="Look back on one year.")
@click.option("--language", type=click.Choice(sorted(LANGUAGES)), default="en", show_default=True)
@_user
@database_option
def card(out: Path, year: int | None, language: str, user: str, database_url: str | None) -> None:
    """Draw the taste that the library tells of as a picture (JPEG)."""
    drawn = asyncio.run(draw_taste(user, settings_from(None, database_url), year=year, language=language))
    _write(out, drawn)


async def _bring(name: str, raw: bytes, user: str, settings: Settings) -> str:
    catalogue = _catalogue(settings)
    titles = TitleIndex(catalogue)
    async with _person(user, settings) as (person_id, shelves):
        report = await import_library(
            person_id, name, raw, library=shelves, catalogue=catalogue, titles=titles
        )
    return report_text(report, _english)


async def _take(service: Service, user: str, settings: Settings) -> tuple[str, bytes]:
    async with _person(user, settings) as (person_id, shelves):
        return export_library(service, await shelves.rows(person_id), _catalogue(settings))


@asynccontextmanager
async def _person(user: str, settings: Settings) -> AsyncIterator[tuple[int, Library]]:
    async with opened_database(settings) as database:
        person = await People(database).resolve("cli", user)
        yield person.id, Library(database)


def _catalogue(settings: Settings) -> Catalogue:
    version, _ = trained_version(settings)
    return load_pack(settings, version).catalogue


def _english(key: str, **values: object) -> str:
    return SENTENCES["en"][key].format(**values)
