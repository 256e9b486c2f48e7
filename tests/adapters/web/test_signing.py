"""Sessions outlive the change of the secret that signs them."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest
from chainlit.auth import create_jwt, get_token_from_cookies
from chainlit.auth.jwt import decode_jwt
from chainlit.user import User
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from adapters.web.signing import SignedAnew

OLD, NEW = "o" * 40, "n" * 40
ANA = User(identifier="login-1", display_name="Ana", metadata={"epoch": 2})


async def who(scope: Scope, receive: Receive, send: Send) -> None:
    """Chainlit's own reading of the session, and what other cookies there are."""
    request = Request(scope)
    try:
        user = decode_jwt(get_token_from_cookies(request.cookies) or "")
        said = f"{user.identifier} {user.display_name} {user.metadata} {request.cookies.get('other')}"
    except jwt.PyJWTError:
        said = "nobody"
    await PlainTextResponse(said)(scope, receive, send)


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAINLIT_AUTH_SECRET", NEW)


def signed(secret: str, *, hours: int = 1) -> str:
    expires = datetime.now(UTC) + timedelta(hours=hours)
    return jwt.encode({**ANA.to_dict(), "exp": expires}, secret, algorithm="HS256")


def asked(session: str) -> str:
    cookies = {"Cookie": f"other=1; access_token={session}; last=2"}
    return TestClient(SignedAnew(who, OLD)).get("/", headers=cookies).text


def test_both_secrets_hold_and_no_third() -> None:
    for session in (signed(OLD), signed(NEW), create_jwt(ANA)):
        assert asked(session) == "login-1 Ana {'epoch': 2} 1"
    assert asked(signed("x" * 40)) == asked("garbage") == "nobody"


def test_a_session_that_is_over_stays_over() -> None:
    assert asked(signed(OLD, hours=-1)) == asked(signed(NEW, hours=-1)) == "nobody"
