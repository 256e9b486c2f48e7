"""A port of its own for health and figures, whatever surfaces run: bots have none otherwise."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI

from adapters.app import App
from adapters.cli.listening import listen
from adapters.seeing.routes import seeing_routes
from adapters.web.surface import QuietServer


@asynccontextmanager
async def watched(app: App) -> AsyncIterator[None]:
    """Answer at CINE_WATCH_PORT meanwhile, where it is set. Raises BadInput where the port is taken."""
    settings = app.settings
    if settings.watch_port is None:
        yield
        return
    listener = listen(settings.watch_host, settings.watch_port, "CINE_WATCH_PORT")
    web = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    web.include_router(seeing_routes(app.health, app.metrics, token=None))
    server = QuietServer(uvicorn.Config(web, log_config=None, timeout_graceful_shutdown=1))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await serving
