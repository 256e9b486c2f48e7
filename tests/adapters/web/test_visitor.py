from http.cookies import SimpleCookie

import pytest
from chainlit.auth import decode_jwt
from starlette.requests import Request
from starlette.responses import Response

from adapters.web.visitor import COOKIE, identifier, welcome


def visit(cookies: str = "", scheme: str = "http") -> dict[str, SimpleCookie]:
    request = Request(
        {"type": "http", "headers": [(b"cookie", cookies.encode())], "scheme": scheme, "path": "/",
         "server": ("films.example", 80), "query_string": b""}
    )  # fmt: skip
    response = Response()
    welcome(request, response)
    set_cookies = [SimpleCookie(value) for value in response.headers.getlist("set-cookie")]
    return {name: cookie for cookie in set_cookies for name in cookie}


def test_a_new_browser_is_given_a_cookie_of_its_own() -> None:
    one, other = visit()[COOKIE][COOKIE], visit()[COOKIE][COOKIE]
    assert one.value != other.value
    assert one["httponly"]
    assert one["samesite"] == "lax"
    assert int(one["max-age"]) > 365 * 24 * 3600


def test_it_is_the_same_visitor_the_next_day() -> None:
    token = visit()[COOKIE][COOKIE].value
    again = visit(f"{COOKIE}={token}")
    assert again[COOKIE][COOKIE].value == token
    session = decode_jwt(again["access_token"]["access_token"].value)
    assert session.identifier == identifier(token)


def test_the_name_kept_in_the_database_does_not_give_the_cookie_away() -> None:
    token = visit()[COOKIE][COOKIE].value
    assert token not in identifier(token)


@pytest.mark.parametrize("planted", ["1", "guest", "x" * 500, "a b;c", "é" * 32])
def test_a_cookie_that_is_not_ours_is_replaced(planted: str) -> None:
    assert visit(f'{COOKIE}="{planted}"'.encode().decode("latin-1"))[COOKIE][COOKIE].value != planted


def test_the_cookie_stays_on_https_where_it_came_by_https() -> None:
    assert visit(scheme="https")[COOKIE][COOKIE]["secure"]
    assert not visit(scheme="http")[COOKIE][COOKIE]["secure"]
