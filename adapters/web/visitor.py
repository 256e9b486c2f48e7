"""Who a browser is. No account is needed: the first page brings a random cookie, by which we know it again.

What is kept in the database is a hash of the cookie, so that the database alone lets nobody in as another.
Whoever signed in is known by Chainlit's own signed session.
"""

import hashlib
import secrets

from chainlit.auth import create_jwt, get_token_from_cookies, set_auth_cookie
from chainlit.auth.jwt import decode_jwt
from chainlit.user import User
from jwt import PyJWTError
from starlette.requests import Request
from starlette.responses import Response

from memory.logins import Login, Logins, login_id_of

COOKIE = "cine_visitor"
KEPT_S = 400 * 24 * 3600
"""As long as browsers keep a cookie; each page visit renews it."""
_BYTES = 24
_EPOCH = "epoch"
"""In a session's metadata: see `memory.logins.Login`."""


def welcome(request: Request, response: Response, login: Login | None = None) -> None:
    """Set the cookies of whoever signed in, or of a guest, on a page; each visit renews them."""
    if login is not None:
        response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=_secure(request))
        set_auth_cookie(request, response, create_jwt(session_of(login)))
        return
    token = request.cookies.get(COOKIE, "")
    if not _is_ours(token):
        token = secrets.token_urlsafe(_BYTES)
    response.set_cookie(COOKIE, token, max_age=KEPT_S, httponly=True, samesite="lax", secure=_secure(request))
    visitor = User(identifier=identifier(token), display_name="You")
    set_auth_cookie(request, response, create_jwt(visitor))


def session_of(login: Login) -> User:
    """What Chainlit's signed session says of whoever signed in; it ends with the login's epoch."""
    return User(identifier=login.user, display_name=login.name, metadata={_EPOCH: login.epoch})


async def signed_in(request: Request, logins: Logins) -> Login | None:
    """Who the request's session says has signed in, as long as the session still holds."""
    token = get_token_from_cookies(request.cookies)
    try:
        user = decode_jwt(token) if token else None
    except PyJWTError:
        return None
    login_id = login_id_of(user.identifier) if user else None
    login = await logins.get(login_id) if login_id is not None else None
    return login if login and user and user.metadata.get(_EPOCH) == login.epoch else None


def guest(request: Request) -> str | None:
    """The guest's name on the surface "web", where the browser brings one's cookie."""
    token = request.cookies.get(COOKIE, "")
    return identifier(token) if _is_ours(token) else None


def identifier(token: str) -> str:
    """The visitor's name on the surface "web"; it does not give the token away."""
    return "visitor-" + hashlib.sha256(token.encode()).hexdigest()[:32]


def _secure(request: Request) -> bool:
    return request.url.scheme == "https"


def _is_ours(token: str) -> bool:
    """Whether we may have made it. Anything else is replaced: nobody is known by a cookie easily guessed."""
    return (
        len(token) == _BYTES * 4 // 3
        and token.isascii()
        and token.replace("-", "").replace("_", "").isalnum()
    )
