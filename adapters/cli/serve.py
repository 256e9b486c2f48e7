"""`cineaesthete serve`: every surface that is configured, in one process, with one agent."""

import asyncio
import gc
import re
import signal
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from adapters.cli.listening import listen
from adapters.cli.options import settings_from, settings_options
from adapters.settings import Settings
from data.errors import BadInput

if TYPE_CHECKING:
    from adapters.app import App
    from adapters.supervisor import Make


@click.command()
@click.option("--web/--no-web", default=True, help="Whether the web chat is among them.")
@settings_options
def serve(web: bool, model: str | None, database_url: str | None) -> None:
    """Run the web chat and every bot that has its token set, until Ctrl-C or TERM."""
    settings = settings_from(model, database_url)
    asyncio.run(_serve(settings, web=web))


async def _serve(settings: Settings, *, web: bool) -> None:
    from adapters.app import App

    async with App.open(settings) as app:
        makers: dict[str, Make] = {}
        if settings.discord_token:
            makers["discord"] = discord_maker(app)
        if settings.telegram_token:
            makers["telegram"] = telegram_maker(app)
        if web:
            makers["web"] = web_maker(app)
        if not makers:
            raise BadInput(
                "Nothing to serve: set CINE_DISCORD_TOKEN or CINE_TELEGRAM_TOKEN, or drop --no-web."
            )
        click.echo(f"Serving {', '.join(makers)}  (Ctrl-C ends)")
        await serving(app, makers)


async def serving(app: "App", makers: "Mapping[str, Make]") -> None:
    """Run surfaces until the process is asked to end; then let them finish what they began."""
    from adapters.cli.housekeeping import housekeeping
    from adapters.supervisor import Supervisor

    supervisor = Supervisor(makers)

    def stop() -> None:
        app.health.stopping = True
        supervisor.stop()

    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop)
    warming = asyncio.create_task(app.agent.warm_up())
    # Films, models and code stay until the end: the collector need not stop everybody to look at them again.
    gc.collect()
    gc.freeze()
    try:
        async with housekeeping(app):
            await supervisor.run()
    finally:
        warming.cancel()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(name)


def discord_maker(app: "App") -> "Make":
    """Make the Discord surface. Raises BadInput where it is not configured."""
    from adapters.discord.surface import DiscordSurface

    token = app.settings.discord_token
    if token is None:
        raise BadInput("Set CINE_DISCORD_TOKEN to your bot's token (see docs/operations.md).")
    return lambda: DiscordSurface(
        app,
        token.get_secret_value(),
        message_content=app.settings.discord_message_content,
        api=app.settings.discord_api.rstrip("/"),
        drain_s=app.settings.drain_s,
    )


def telegram_maker(app: "App") -> "Make":
    """Make the Telegram surface; where updates are pushed, the port is bound here, once.

    Raises BadInput where it is not configured, or the port is taken.
    """
    from adapters.telegram.surface import Hook, TelegramSurface

    settings = app.settings
    if settings.telegram_token is None:
        raise BadInput("Set CINE_TELEGRAM_TOKEN to your bot's token (see docs/operations.md).")
    token, hook = settings.telegram_token.get_secret_value(), None
    if settings.telegram_webhook is not None:
        secret = settings.telegram_secret.get_secret_value() if settings.telegram_secret else ""
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise BadInput("Set CINE_TELEGRAM_SECRET to 1 to 256 of A-Z, a-z, 0-9, _ and -.")
        listener = listen(settings.telegram_host, settings.telegram_port, "CINE_TELEGRAM_PORT")
        hook = Hook(str(settings.telegram_webhook), secret, listener)
    return lambda: TelegramSurface(
        app, token, hook=hook, api=settings.telegram_api.rstrip("/"), drain_s=settings.drain_s
    )


def web_maker(app: "App") -> "Make":
    """Make the web surface; the port is bound here, once. Raises BadInput where it is taken."""
    from adapters.web.server import create_app
    from adapters.web.surface import WebSurface

    settings = app.settings
    listener = listen(settings.web_host, settings.web_port, "--port or CINE_WEB_PORT")
    web = create_app(app)  # once a process: Chainlit keeps its handlers
    return lambda: WebSurface(web, listener, drain_s=settings.drain_s)
