"""`cineaesthete database`: the database moved, backed up, restored, rid of old conversations."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from adapters.cli.opening import opened_database
from adapters.cli.options import database_option, settings_from
from adapters.settings import Settings
from memory.backups import back_up, restore
from memory.moving import move
from memory.retention import prune

_file = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.group()
def database() -> None:
    """Move the database, back it up, restore it, or drop old conversations."""


@database.command("move")
@click.argument("url")
@database_option
def move_to(url: str, database_url: str | None) -> None:
    """Copy everything into the empty database at URL, such as postgresql://USER:PASSWORD@HOST/NAME.

    Every table is counted and compared before anything is kept; what is moved from stays as it is. Stop the
    program meanwhile: what is said to it during the move is refused on SQLite, and lost on PostgreSQL.
    """
    source = settings_from(None, database_url).database
    moved = asyncio.run(move(source, url, lambda name, count: click.echo(f"{count:>10,}  {name}")))
    click.echo(f"{moved.total:>10,}  in all, each compared. Now set CINE_DATABASE_URL to the new address.")


@database.command("backup")
@_file
@database_option
def take(file: Path, database_url: str | None) -> None:
    """Write the whole database to FILE, as of this moment, while it is in use."""
    size = asyncio.run(back_up(settings_from(None, database_url).database, file))
    click.echo(f"{file} written, {size / 1e6:,.1f} MB.")


@database.command("restore")
@_file
@click.option("--replace", is_flag=True, help="Give up what is in the database now.")
@database_option
def put_back(file: Path, replace: bool, database_url: str | None) -> None:
    """Put the backup FILE back, and bring it up to date where the program is newer than it."""
    asyncio.run(restore(file, settings_from(None, database_url).database, replace=replace))
    click.echo(f"{file} restored.")


@database.command("prune")
@click.option(
    "--days", type=click.IntRange(min=1), default=365, show_default=True, help="Since the last word."
)
@database_option
def drop_old(days: int, database_url: str | None) -> None:
    """Erase the conversations in which nothing was said for so long; libraries and preferences stay."""
    settings = settings_from(None, database_url)
    count = asyncio.run(_prune(settings, datetime.now(UTC) - timedelta(days=days)))
    click.echo(f"{count:,} conversations older than {days} days erased.")


async def _prune(settings: Settings, before: datetime) -> int:
    async with opened_database(settings) as opened:
        return await prune(opened, before)
