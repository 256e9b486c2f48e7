"""Who a browser is. No account is needed: the first page brings a random cookie, by which we know it again.

What is kept in the database is a hash of the cookie, so that the database alone lets nobody in as another.
"""

import hashlib
import secrets

from chainlit.auth import create_jwt, set_auth_cookie
from chainlit.user import User
from starlette.requests import Request
from starlette.responses import Response

COOKIE = "cine_visitor"
KEPT_S = 400 * 24 * 3600
"""As long as browsers keep a cookie; each page visit renews it."""
_BYTES = 24


def welcome(request: Request, response: Response) -> None:
    """Set the visitor's cookie, and Chainlit's session of the same visitor, on a page."""
    token = request.cookies.get(COOKIE, "")
    if not _is_ours(token):
        token = secrets.token_urlsafe(_BYTES)
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, max_age=KEPT_S, httponly=True, samesite="lax", secure=secure)
    visitor = User(identifier=identifier(token), display_name="You")
    set_auth_cookie(request, response, create_jwt(visitor))


def identifier(token: str) -> str:
    """The visitor's name on the surface "web"; it does not give the token away."""
    return "visitor-" + hashlib.sha256(token.encode()).hexdigest()[:32]


def _is_ours(token: str) -> bool:
    """Whether we may have made it. Anything else is replaced: nobody is known by a cookie easily guessed."""
    return (
        len(token) == _BYTES * 4 // 3
        and token.isascii()
        and token.replace("-", "").replace("_", "").isalnum()
    )
