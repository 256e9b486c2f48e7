"""One worker of `bench workers` and `bench load`: real turns of the agent, asked for by HTTP.

Run as ``python -m adapters.benchmarks.worker``; settings come from the environment, the port is printed.
"""

import asyncio
import socket
import sys

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

from adapters.app import App
from adapters.settings import load_settings
from agent.events import Done
from agent.report import CURRENT
from agent.turn import AnsweredBefore, Turn

SURFACE = "bench"


class Asked(BaseModel):
    """One message of one person."""

    user: str
    text: str
    action: str | None = None
    delivery: str | None = None


def web_of(app: App) -> FastAPI:
    """The worker's one door."""
    web = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @web.post("/turn")
    async def answer(asked: Asked) -> dict[str, str]:
        turn = Turn(SURFACE, asked.user, "main", asked.text, asked.action, delivery=asked.delivery)
        reply, report = "", None
        try:
            async for event in app.agent.stream(turn):
                report = CURRENT.get() or report
                reply = event.text if isinstance(event, Done) else reply
        except AnsweredBefore as before:
            return {"reply": before.reply, "outcome": "repeated"}
        return {"reply": reply, "outcome": report.outcome if report else "done"}

    return web


async def serve() -> None:
    """Serve until killed."""
    async with App.open(load_settings()) as app:
        listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
        sys.stdout.write(f"{listener.getsockname()[1]}\n")
        sys.stdout.flush()
        config = uvicorn.Config(web_of(app), log_config=None, access_log=False)
        await uvicorn.Server(config).serve(sockets=[listener])


if __name__ == "__main__":
    asyncio.run(serve())
