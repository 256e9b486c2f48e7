"""Signing in, over HTTP, to a web chat in a process of its own."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from adapters.web.passwords import Passwords
from adapters.web.visitor import COOKIE, identifier
from memory.database import Database
from memory.library import Library
from memory.logins import Login, Logins
from memory.people import People
from tests.support.web_server import web_server

T = TypeVar("T")
GOOD = "correct horse battery"


class Provider(BaseHTTPRequestHandler):
    """A site that lets everybody in, by OAuth, as Ana."""

    def do_POST(self) -> None:
        self._answer({"access_token": "token"})

    def do_GET(self) -> None:
        self._answer({"sub": "7", "name": "Ana of elsewhere", "email": "ana@films.example"})

    def _answer(self, said: dict[str, str]) -> None:
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Provider) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sign-in") / "home"


@pytest.fixture(scope="module")
def address(home: Path, provider: str) -> Iterator[str]:
    site = {
        "CLIENT_ID": "us",
        "CLIENT_SECRET": "ours",
        "AUTH_URL": f"{provider}/authorize",
        "TOKEN_URL": f"{provider}/token",
        "USER_INFO_URL": f"{provider}/me",
        "SCOPES": "openid",
        "NAME": "films",
    }
    oauth = {f"OAUTH_GENERIC_{name}": value for name, value in site.items()}
    with web_server(home, CINE_WEB_ACCOUNTS="open", **oauth) as address:
        yield address


@pytest.fixture
def browser(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address) as client:
        client.get("/")
        yield client


def kept(home: Path, ask: Callable[[Database], Awaitable[T]]) -> T:
    async def asked() -> T:
        database = await Database.open(f"sqlite:///{home}/cineaesthete.db")
        try:
            return await ask(database)
        finally:
            await database.close()

    return asyncio.run(asked())


def who(browser: httpx.Client) -> str:
    return str(browser.get("/user").json()["identifier"])


def join(browser: httpx.Client, name: str, **more: str) -> httpx.Response:
    return browser.post("/account/join", data={"name": name, "password": GOOD, **more})


def sign_in(browser: httpx.Client, name: str, password: str = GOOD, **more: str) -> httpx.Response:
    return browser.post("/account/sign-in", data={"name": name, "password": password, **more})


def test_what_a_guest_told_is_theirs_once_they_make_an_account(browser: httpx.Client, home: Path) -> None:
    guest = who(browser)
    assert guest == identifier(browser.cookies[COOKIE])

    async def rate(database: Database) -> None:
        await Library(database).rate((await People(database).resolve("web", guest)).id, "tt0113277", 5)

    kept(home, rate)
    entered = join(browser, "Ana", keep="on")
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    assert COOKIE not in browser.cookies
    assert who(browser).startswith("login-")
    assert "signed in as <b>Ana</b>" in browser.get("/account").text

    async def library(database: Database) -> list[str]:
        ana = await Logins(database).find("ana")
        assert ana is not None
        return [row.film_id for row in await Library(database).rows(ana.person_id)]

    assert kept(home, library) == ["tt0113277"]


def test_signing_out_makes_a_guest_of_them_and_signing_in_brings_them_back(browser: httpx.Client) -> None:
    join(browser, "Luis")
    luis = who(browser)
    browser.post("/account/sign-out")
    browser.get("/")
    assert who(browser).startswith("visitor-")
    assert sign_in(browser, " LUIS ").status_code == 303
    browser.get("/")
    assert who(browser) == luis


def test_a_wrong_password_and_a_name_that_nobody_has_are_answered_alike(browser: httpx.Client) -> None:
    join(browser, "Eva")
    answers = [sign_in(browser, name, "wrong horse battery") for name in ("Eva", "Nobody at all")]
    assert [answer.status_code for answer in answers] == [403, 403]
    pages = [answer.text.replace("Nobody at all", "Eva") for answer in answers]
    assert pages[0] == pages[1]
    assert "do not match" in pages[0]


def test_after_five_wrong_ones_even_the_right_one_waits(browser: httpx.Client) -> None:
    join(browser, "Max")
    browser.post("/account/sign-out")
    assert [sign_in(browser, "max", f"wrong password {n}").status_code for n in range(5)] == [403] * 5
    refused = sign_in(browser, "Max")
    assert refused.status_code == 429
    assert "Please wait 1 min" in refused.text


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("ab", GOOD, "3 to 32 letters"),
        ("a<b>c", GOOD, "3 to 32 letters"),
        ("Somebody", "short", "10 to 200 characters"),
        ("Somebody", "x" * 201, "10 to 200 characters"),
    ],
)
def test_names_and_passwords_that_cannot_be(
    browser: httpx.Client, name: str, password: str, said: str
) -> None:
    refused = browser.post("/account/join", data={"name": name, "password": password})
    assert refused.status_code == 400
    assert said in refused.text
    assert "<b>c" not in refused.text


def test_a_name_is_taken_once(browser: httpx.Client) -> None:
    join(browser, "Nora")
    assert "taken" in join(browser, "NORA").text


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://films.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_a_form_of_another_site_is_refused(browser: httpx.Client, headers: dict[str, str]) -> None:
    refused = browser.post("/account/sign-out", headers=headers)
    assert refused.status_code == 400
    assert "another page" in refused.text


def test_a_form_without_end_is_not_read(browser: httpx.Client) -> None:
    assert sign_in(browser, "Ana", "x" * 10_000).status_code == 400


def test_a_new_password_ends_the_other_sessions(browser: httpx.Client, address: str) -> None:
    join(browser, "Zoe")
    with httpx.Client(base_url=address) as phone:
        sign_in(phone, "Zoe")
        wrong = browser.post(
            "/account/password", data={"password": "not this one", "fresh": "a b c d e f g h"}
        )
        assert wrong.status_code == 403
        changed = browser.post("/account/password", data={"password": GOOD, "fresh": "a b c d e f g h"})
        assert "all other sessions are over" in changed.text
        browser.get("/")
        assert who(browser).startswith("login-")
        phone.get("/")
        assert who(phone).startswith("visitor-")
        assert sign_in(phone, "Zoe", "a b c d e f g h").status_code == 303


def test_only_who_looks_after_the_place_sees_how_it_is(browser: httpx.Client, home: Path) -> None:
    assert browser.get("/account/admin").status_code == 403
    join(browser, "Plain")
    assert browser.get("/account/admin").status_code == 403

    async def make(database: Database) -> Login:
        return await Logins(database).add("Boss", await Passwords().hash(GOOD), admin=True)

    kept(home, make)
    sign_in(browser, "Boss")
    page = browser.get("/account/admin").text
    assert "<td>database</td><td>ok</td>" in page
    assert "<td>Plain</td>" in page
    assert "argon2" not in page


def test_another_site_lets_them_in_and_the_guest_comes_along(browser: httpx.Client, home: Path) -> None:
    guest = who(browser)

    async def save(database: Database) -> None:
        await Library(database).save((await People(database).resolve("web", guest)).id, "tt0078748")

    kept(home, save)
    assert "With Films" in browser.get("/account").text
    sent = browser.get("/auth/oauth/films")
    state = parse_qs(urlsplit(sent.headers["location"]).query)["state"][0]
    back = browser.get("/auth/oauth/films/callback", params={"code": "x", "state": state})
    assert urlsplit(back.headers["location"]).path == "/login/callback"
    assert browser.get("/login/callback").headers["location"] == "/"
    browser.get("/")
    assert who(browser).startswith("login-")
    assert "Ana of elsewhere" in browser.get("/account").text

    async def library(database: Database) -> list[str]:
        person = await People(database).resolve("web", who(browser))
        return [row.film_id for row in await Library(database).rows(person.id)]

    assert kept(home, library) == ["tt0078748"]
    forged = browser.get("/auth/oauth/films/callback", params={"code": "x", "state": "guessed"})
    assert "error" in forged.headers["location"]


def test_by_invitation_and_without_guests(tmp_path: Path) -> None:
    with (
        web_server(tmp_path / "home", CINE_WEB_ACCOUNTS="invited", CINE_WEB_GUESTS="false") as address,
        httpx.Client(base_url=address) as browser,
    ):
        assert browser.get("/").headers["location"] == "/account"
        assert browser.get("/user").status_code == 401
        page = browser.get("/account").text
        assert "Make an account" not in page
        assert join(browser, "Somebody").status_code == 403
