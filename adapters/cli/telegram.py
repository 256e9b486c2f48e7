"""`cineaesthete telegram`: the Telegram bot."""

import asyncio

import click

from adapters.cli.options import settings_from, settings_options
from adapters.settings import Settings


@click.command()
@settings_options
def telegram(model: str | None, database_url: str | None) -> None:
    """Answer on Telegram until Ctrl-C; needs CINE_TELEGRAM_TOKEN.

    Updates are polled, or pushed where CINE_TELEGRAM_WEBHOOK is set.
    """
    settings = settings_from(model, database_url)
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    from adapters.app import App
    from adapters.cli.serve import serving, telegram_maker

    async with App.open(settings) as app:
        await serving(app, {"telegram": telegram_maker(app)})
