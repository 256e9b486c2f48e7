"""A Turn from what Chainlit knows of the session: who, where, in which language, at what time of day."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import chainlit as cl
from starlette.requests import cookie_parser

from agent.turn import Turn
from agent.wording.phrasebook import Phrasebook, language_of
from data.errors import BadInput
from memory.logins import login_id_of

SURFACE = "web"
ZONE_COOKIE = "cine_zone"
"""Set by public/browser.js: the name of the browser's time zone."""


def turn_of(text: str, action: str | None, *, accounts: bool) -> Turn:
    """What the visitor of the current session just said or pressed. `accounts`: one can sign in."""
    session, user = cl.context.session, visitor()
    return Turn(
        surface=SURFACE,
        user=user,
        thread=session.thread_id,
        text=text,
        action=action,
        locale=getattr(session, "language", "en"),
        at=local_time(session.environ),
        address=_address(session.environ),
        guest=accounts and login_id_of(user) is None,
    )


def _address(environ: Mapping[str, Any]) -> str | None:
    """Where the browser is, as the server knows it; behind a proxy it is trusted to say."""
    client = environ.get("asgi.scope", {}).get("client")
    return str(client[0]) if client else None


def visitor() -> str:
    """The visitor of the current session, by the name that `visitor.identifier` gave."""
    user = cl.context.session.user
    if user is None:
        raise BadInput("I can't tell who you are; please reload the page and allow its cookies.")
    return user.identifier


def phrasebook(turn: Turn) -> Phrasebook:
    """Our own words in the visitor's language."""
    return Phrasebook(language_of(turn.locale), random.Random())  # noqa: S311 - picks a phrase


def local_time(environ: Mapping[str, Any]) -> datetime:
    """Now, on the visitor's clock; in UTC where the browser did not say its time zone."""
    zone = unquote(cookie_parser(environ.get("HTTP_COOKIE", "")).get(ZONE_COOKIE, "UTC"))
    try:
        return datetime.now(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):  # no such zone, or no zone name at all
        return datetime.now(UTC)
