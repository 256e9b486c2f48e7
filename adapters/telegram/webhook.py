"""Updates that Telegram pushes to us: taken only with the secret that we agreed on."""

import hmac
import json
import logging
from typing import Any

from fastapi import FastAPI, Request, Response
from telegram import Update
from telegram.ext import Application

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
UPDATE_AT_MOST = 2**20
"""Bytes of an update; Telegram's are a few thousand."""


def webhook(application: Application[Any, Any, Any, Any, Any, Any], path: str, secret: str) -> FastAPI:
    """The app that takes updates at `path` while the application runs."""
    web = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @web.post(path)
    async def take(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        if not application.running:  # Telegram tries again
            return Response(status_code=503)
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > UPDATE_AT_MOST:
                return Response(status_code=413)
        try:
            update = Update.de_json(json.loads(bytes(body)), application.bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            log.warning("an update could not be read")
            return Response(status_code=400)
        await application.update_queue.put(update)
        return Response()

    return web
