"""`cineaesthete account`: who may sign in to the web chat, and who looks after it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import click
from rich.console import Console
from rich.table import Table

from adapters.cli.opening import opened_database
from adapters.cli.options import database_option, settings_from
from adapters.web.names import require_name
from adapters.web.passwords import LONGEST, SHORTEST, Passwords, require_password
from data.errors import BadInput
from memory.logins import Login, Logins

_password = click.password_option(
    envvar="CINE_PASSWORD",
    help=f"{SHORTEST} to {LONGEST} characters; asked for, or taken from CINE_PASSWORD. Do not write it here.",
)


@click.group()
def account() -> None:
    """Make, list, change and end accounts of the web chat (see CINE_WEB_ACCOUNTS)."""


@account.command()
@click.argument("name")
@click.option("--admin", is_flag=True, help="They look after the place: /account/admin.")
@_password
@database_option
def add(name: str, admin: bool, password: str, database_url: str | None) -> None:
    """Make an account called NAME."""
    require_name(name)
    require_password(password)

    async def make() -> None:
        async with _logins(database_url) as logins:
            await logins.add(name, await Passwords().hash(password), admin=admin)

    asyncio.run(make())
    click.echo(f"{name} can sign in at /account.")


@account.command("list")
@database_option
def list_all(database_url: str | None) -> None:
    """List all accounts."""

    async def found() -> list[Login]:
        async with _logins(database_url) as logins:
            return await logins.all()

    table = Table("name", "signs in by", "role", box=None, header_style="bold")
    for login in asyncio.run(found()):
        by = "password" if login.password_hash else "another site"
        table.add_row(login.name, by, "admin" if login.admin else "")
    Console(width=None if Console().is_terminal else 120).print(table)


@account.command("password")
@click.argument("name")
@_password
@database_option
def new_password(name: str, password: str, database_url: str | None) -> None:
    """Give NAME a new password; all their sessions are over."""
    require_password(password)

    async def change() -> None:
        async with _logins(database_url) as logins:
            await logins.set_password((await _named(logins, name)).id, await Passwords().hash(password))

    asyncio.run(change())
    click.echo(f"{name} has a new password.")


@account.command()
@click.argument("name")
@click.option("--off", is_flag=True, help="No longer.")
@database_option
def admin(name: str, off: bool, database_url: str | None) -> None:
    """Let NAME look after the place."""

    async def change() -> None:
        async with _logins(database_url) as logins:
            await logins.set_admin((await _named(logins, name)).id, admin=not off)

    asyncio.run(change())
    click.echo(f"{name} is {'no admin any more' if off else 'an admin'}.")


@account.command()
@click.argument("name")
@database_option
def remove(name: str, database_url: str | None) -> None:
    """End the account NAME. What the person told stays, until they or you have it forgotten."""

    async def end() -> None:
        async with _logins(database_url) as logins:
            await logins.remove((await _named(logins, name)).id)

    asyncio.run(end())
    click.echo(f"{name} cannot sign in any more.")


@asynccontextmanager
async def _logins(database_url: str | None) -> AsyncIterator[Logins]:
    settings = settings_from(None, database_url)
    async with opened_database(settings) as database:
        yield Logins(database)


async def _named(logins: Logins, name: str) -> Login:
    found = await logins.find(name)
    if found is None:
        raise BadInput(f"There is no account called {name}; see `cineaesthete account list`.")
    return found
