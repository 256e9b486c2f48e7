"""`cineaesthete discord`: the Discord bot."""

import asyncio

import click

from adapters.cli.options import settings_from, settings_options
from adapters.cli.serve import serving
from adapters.settings import Settings


@click.command()
@settings_options
def discord(model: str | None, database_url: str | None) -> None:
    """Answer on Discord until Ctrl-C; needs CINE_DISCORD_TOKEN."""
    settings = settings_from(model, database_url)
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    from adapters.app import App
    from adapters.cli.serve import discord_maker

    async with App.open(settings) as app:
        await serving(app, {"discord": discord_maker(app)})
