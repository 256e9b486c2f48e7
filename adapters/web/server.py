"""The web app: the chat's pages, health and figures, and Chainlit mounted below."""
# Chainlit is typed in part.
# mypy: allow-untyped-calls

import re
import secrets
from pathlib import Path
from typing import Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse

from adapters.account.desk import AccountDesk
from adapters.app import App
from adapters.seeing.routes import seeing_routes
from adapters.web.folder import prepare_chainlit
from adapters.web.headers import SecurityHeaders

_OUTSIDE_LINK: Final = re.compile(r'\s*<link\b[^>]*\bhref="https?://[^>]*>', re.IGNORECASE)
"""Chainlit's page fetches fonts and a stylesheet for formulas from elsewhere; we use neither."""


def create_app(app: App) -> FastAPI:
    """Make the web app of an opened App. Chainlit keeps its handlers once a process: one web app in each.

    Raises DatabaseError where the data folder cannot be written to.
    """
    prepare_chainlit(app.settings.home)

    # Chainlit reads its folder and secret when it is imported.
    from chainlit.utils import mount_chainlit

    from adapters.web import entry
    from adapters.web.chat import WebChat
    from adapters.web.family_mode import FamilyMode
    from adapters.web.history import History
    from adapters.web.shelf import Shelf
    from adapters.web.turns import SURFACE

    chat = WebChat(
        app.agent, Shelf(SURFACE, app.database), FamilyMode(SURFACE, app.database), AccountDesk(app, SURFACE)
    )
    chat.register(History(app.database))
    web = FastAPI(title="CineAesthete", docs_url=None, redoc_url=None, openapi_url=None)
    web.add_middleware(SecurityHeaders)
    token = app.settings.metrics_token
    web.include_router(
        seeing_routes(app.health, app.metrics, token.get_secret_value() if token else secrets.token_hex())
    )
    web.include_router(_pages())
    mount_chainlit(web, target=str(Path(entry.__file__)), path="/")
    return web


def _pages() -> APIRouter:
    """The pages that a browser may open by address; everything else is Chainlit's."""
    from chainlit.server import get_html_template

    from adapters.web.visitor import welcome

    html = _OUTSIDE_LINK.sub("", get_html_template(""))
    router = APIRouter()

    @router.get("/")
    @router.get("/login")
    @router.get("/thread/{thread_id}")
    @router.get("/element/{element_id}")
    async def page(request: Request) -> HTMLResponse:
        response = HTMLResponse(html, headers={"Cache-Control": "no-store"})
        welcome(request, response)
        return response

    return router
