"""`cineaesthete run`: the web chat."""

import socket

import click

from adapters.cli.options import settings_from, settings_options
from data.errors import BadInput


@click.command()
@click.option("--host", help="Address to listen on, instead of CINE_WEB_HOST.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on, instead of CINE_WEB_PORT.")
@settings_options
def run(host: str | None, port: int | None, model: str | None, database_url: str | None) -> None:
    """Start the web chat and serve until Ctrl-C."""
    settings = settings_from(model, database_url)
    update = {"web_host": host or settings.web_host, "web_port": settings.web_port if port is None else port}
    settings = settings.model_copy(update=update)
    listener = _listen(settings.web_host, settings.web_port)

    import uvicorn

    click.echo("Starting the web chat …", err=True)
    from adapters.web.server import create_app

    server = uvicorn.Server(
        uvicorn.Config(create_app(settings), log_level=settings.log_level.lower(), ws="websockets-sansio")
    )
    name, bound = listener.getsockname()[:2]
    click.echo(
        f"CineAesthete is at http://{'localhost' if name == '127.0.0.1' else name}:{bound}  (Ctrl-C ends)"
    )
    server.run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """Bind first: a taken port is said at once, and port 0 shows which one was given."""
    try:
        return socket.create_server((host, port), backlog=2048)
    except OSError as error:
        raise BadInput(
            f"Cannot listen on {host}:{port} ({error.strerror}); choose another with --port, "
            "or end the program that uses it."
        ) from None
