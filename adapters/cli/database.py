"""`cineaesthete database`: the database moved, backed up, restored."""

import asyncio
from pathlib import Path

import click

from adapters.cli.options import settings_from
from memory.backups import back_up, restore
from memory.moving import move

_database = click.option("--db", "database_url", help="Database URL, instead of CINE_DATABASE_URL.")
_file = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


@click.group()
def database() -> None:
    """Move the database, back it up, or restore it."""


@database.command("move")
@click.argument("url")
@_database
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
@_database
def take(file: Path, database_url: str | None) -> None:
    """Write the whole database to FILE, as of this moment, while it is in use."""
    size = asyncio.run(back_up(settings_from(None, database_url).database, file))
    click.echo(f"{file} written, {size / 1e6:,.1f} MB.")


@database.command("restore")
@_file
@click.option("--replace", is_flag=True, help="Give up what is in the database now.")
@_database
def put_back(file: Path, replace: bool, database_url: str | None) -> None:
    """Put the backup FILE back, and bring it up to date where the program is newer than it."""
    asyncio.run(restore(file, settings_from(None, database_url).database, replace=replace))
    click.echo(f"{file} restored.")
