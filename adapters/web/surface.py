"""The web chat as one surface among others in a process."""

import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from fastapi import FastAPI


class QuietServer(uvicorn.Server):
    """Leaves signals to the process that it runs in."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


class WebSurface:
    """One run of the web server. The listening socket outlives it, so that a restart keeps the port."""

    def __init__(self, web: FastAPI, listener: socket.socket, *, drain_s: float) -> None:
        config = uvicorn.Config(
            web,
            log_config=None,  # ours
            ws="websockets-sansio",
            timeout_graceful_shutdown=max(1, int(drain_s)),
        )
        self._server = QuietServer(config)
        self._listener = listener

    async def run(self) -> None:
        """Serve until `stop`."""
        await self._server.serve(sockets=[self._listener.dup()])

    async def stop(self) -> None:
        """Let `run` finish what is being answered, then return."""
        self._server.should_exit = True
