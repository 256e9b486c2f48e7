"""The secret that signs web sessions, and its change without anybody noticing: for a while two hold."""

from http.cookies import SimpleCookie

import jwt
from chainlit.auth import create_jwt, get_token_from_cookies
from chainlit.auth.jwt import decode_jwt
from chainlit.user import User
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

_COOKIE = "access_token"


class SignedAnew:
    """ASGI middleware: a session signed by the secret before is passed on as if signed by today's.

    The page that follows brings the browser a cookie of today's secret.
    """

    def __init__(self, app: ASGIApp, before: str) -> None:
        self._app = app
        self._before = before

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at the request's cookies, and pass it on."""
        if scope["type"] in ("http", "websocket"):
            headers = [
                (name, self._renewed(value) if name == b"cookie" else value)
                for name, value in scope["headers"]
            ]
            scope = {**scope, "headers": headers}
        await self._app(scope, receive, send)

    def _renewed(self, header: bytes) -> bytes:
        cookies = cookie_parser(header.decode("latin-1"))
        token = get_token_from_cookies(cookies)
        user = self._by_the_one_before(token) if token else None
        if user is None:
            return header
        kept = {name: value for name, value in cookies.items() if not name.startswith(_COOKIE)}
        jar = SimpleCookie({**kept, _COOKIE: create_jwt(user)})
        return "; ".join(f"{name}={cookie.coded_value}" for name, cookie in jar.items()).encode("latin-1")

    def _by_the_one_before(self, token: str) -> User | None:
        try:
            decode_jwt(token)
        except jwt.InvalidSignatureError:
            pass
        except jwt.PyJWTError:
            return None
        else:
            return None
        try:
            said = jwt.decode(token, self._before, algorithms=["HS256"])
        except jwt.PyJWTError:
            return None
        return User(
            identifier=said["identifier"],
            display_name=said.get("display_name"),
            metadata=said.get("metadata") or {},
        )
