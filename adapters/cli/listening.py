"""Sockets that are bound before anything else is begun."""

import socket

from data.errors import BadInput


def listen(host: str, port: int, setting: str) -> socket.socket:
    """Bind: a taken port is said at once, naming the setting to change; port 0 shows which one was given."""
    try:
        return socket.create_server((host, port), backlog=2048)
    except OSError as error:
        raise BadInput(
            f"Cannot listen on {host}:{port} ({error.strerror}); choose another with {setting}, "
            "or end the program that uses it."
        ) from None
