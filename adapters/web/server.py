"""The web app: the chat's pages, health and figures, and Chainlit mounted below."""
# Chainlit is typed in part.
# mypy: allow-untyped-calls

import re
import secrets
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from adapters.account.desk import AccountDesk
from adapters.app import App
from adapters.seeing.routes import seeing_routes
from adapters.web.folder import prepare_chainlit
from adapters.web.headers import SecurityHeaders
from data.errors import BadInput
from memory.logins import Logins

if TYPE_CHECKING:  # it imports Chainlit, which reads its folder then
    from adapters.web.sign_in import SignIn

_OUTSIDE_LINK: Final = re.compile(r'\s*<link\b[^>]*\bhref="https?://[^>]*>', re.IGNORECASE)
"""Chainlit's page fetches fonts and a stylesheet for formulas from elsewhere; we use neither."""


def create_app(app: App) -> FastAPI:
    """Make the web app of an opened App. Chainlit keeps its handlers once a process: one web app in each.

    Raises DatabaseError where the data folder cannot be written to.
    """
    settings = app.settings
    prepare_chainlit(
        settings.home,
        secret=settings.web_secret.get_secret_value() if settings.web_secret else None,
        accounts=settings.web_accounts != "off",
    )

    # Chainlit reads its folder and secret when it is imported.
    from chainlit.utils import mount_chainlit

    from adapters.web import entry
    from adapters.web.chat import WebChat
    from adapters.web.family_mode import FamilyMode
    from adapters.web.history import History
    from adapters.web.shelf import Shelf
    from adapters.web.turns import SURFACE

    chat = WebChat(
        app.agent,
        Shelf(SURFACE, app.database),
        FamilyMode(SURFACE, app.database),
        AccountDesk(app, SURFACE),
        accounts=settings.web_accounts != "off",
        guests=settings.web_guests or settings.web_accounts == "off",
    )
    chat.register(History(app.database))
    web = FastAPI(title="CineAesthete", docs_url=None, redoc_url=None, openapi_url=None)
    web.add_middleware(SecurityHeaders)
    token = settings.metrics_token
    web.include_router(
        seeing_routes(app.health, app.metrics, token.get_secret_value() if token else secrets.token_hex())
    )
    sign_in = _sign_in(app)
    if sign_in:
        web.include_router(sign_in.router())
        web.add_exception_handler(BadInput, _refuse)
    web.include_router(_pages(sign_in.logins if sign_in else None, guests=settings.web_guests))
    if settings.web_secret_before:
        from adapters.web.signing import SignedAnew

        web.add_middleware(SignedAnew, before=settings.web_secret_before.get_secret_value())
    mount_chainlit(web, target=str(Path(entry.__file__)), path="/")
    return web


def _sign_in(app: App) -> "SignIn | None":
    """Signing in, where it is on; also through the sites that Chainlit's own variables name."""
    import chainlit as cl
    from chainlit.oauth_providers import get_configured_oauth_providers

    from adapters.web.sign_in import SignIn

    joining = app.settings.web_accounts
    if joining == "off":
        return None
    sites = get_configured_oauth_providers()
    sign_in = SignIn(app.database, app.health, joining=joining, sites=sites)
    if sites:

        @cl.oauth_callback
        async def vouch(
            site: str, _token: str, raw: dict[str, str], user: cl.User, _id_token: str | None = None
        ) -> cl.User | None:
            return await sign_in.vouch(site, raw, user)

    return sign_in


async def _refuse(_request: Request, error: Exception) -> HTMLResponse:
    return HTMLResponse(escape(str(error)), status_code=400)


def _pages(logins: Logins | None, *, guests: bool) -> APIRouter:
    """The pages that a browser may open by address; everything else is Chainlit's."""
    from chainlit.server import get_html_template

    from adapters.web.visitor import signed_in, welcome

    html = _OUTSIDE_LINK.sub("", get_html_template(""))
    router = APIRouter()

    @router.get("/")
    @router.get("/login")
    @router.get("/thread/{thread_id}")
    @router.get("/element/{element_id}")
    async def page(request: Request) -> Response:
        login = await signed_in(request, logins) if logins else None
        if logins and login is None and not guests:
            return RedirectResponse("/account", status_code=303)
        response = HTMLResponse(html, headers={"Cache-Control": "no-store"})
        welcome(request, response, login)
        return response

    return router
