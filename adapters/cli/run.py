"""`cineaesthete run`: the web chat."""

import asyncio
import signal
import socket

import click

from adapters.cli.listening import listen
from adapters.cli.options import settings_from, settings_options
from adapters.settings import Settings


@click.command()
@click.option("--host", help="Address to listen on, instead of CINE_WEB_HOST.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on, instead of CINE_WEB_PORT.")
@settings_options
def run(host: str | None, port: int | None, model: str | None, database_url: str | None) -> None:
    """Start the web chat and serve until Ctrl-C."""
    settings = settings_from(model, database_url)
    update = {"web_host": host or settings.web_host, "web_port": settings.web_port if port is None else port}
    settings = settings.model_copy(update=update)
    listener = listen(settings.web_host, settings.web_port, "--port")

    name, bound = listener.getsockname()[:2]
    shown = "localhost" if name == "127.0.0.1" else name
    # A service manager's TERM closes everything in turn, as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    click.echo("Starting the web chat …", err=True)
    asyncio.run(_serve(settings, listener, f"http://{shown}:{bound}"))


async def _serve(settings: Settings, listener: socket.socket, address: str) -> None:
    import uvicorn

    from adapters.app import App
    from adapters.cli.housekeeping import housekeeping
    from adapters.web.server import create_app

    async with App.open(settings) as app:
        config = uvicorn.Config(create_app(app), log_config=None, ws="websockets-sansio")
        click.echo(f"CineAesthete is at {address}  (Ctrl-C ends)")
        warming = asyncio.create_task(app.agent.warm_up())
        async with housekeeping(app):
            await uvicorn.Server(config).serve(sockets=[listener])
        warming.cancel()
