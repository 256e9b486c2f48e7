"""The web app over HTTP, as a process of its own."""

import re
from collections.abc import Iterator

import httpx
import pytest

from adapters.web.visitor import COOKIE
from tests.support.web_server import web_server


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with web_server(tmp_path_factory.mktemp("web") / "home") as address:
        yield address


@pytest.fixture
def browser(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/login", "/thread/0b8c5f0e-58d3-4b1e-9a86-0d1f6b1e6a11", "/element/x"]
)
def test_a_page_fetches_nothing_from_elsewhere(browser: httpx.Client, path: str) -> None:
    page = browser.get(path)
    assert page.status_code == 200
    assert "<title>CineAesthete</title>" in page.text
    assert re.findall(r"""(?:href|src)=["']?https?://""", page.text) == []
    policy = page.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "img-src 'self' data: blob: https://image.tmdb.org" in policy


def test_health(browser: httpx.Client) -> None:
    assert browser.get("/health").json()["status"] == "ok"
    assert browser.get("/health/ready").status_code == 200
    assert browser.get("/metrics").status_code == 404  # nobody was given a token


def test_without_accounts_there_is_nothing_of_them(browser: httpx.Client) -> None:
    assert "Sign in" not in browser.get("/account").text
    assert browser.post("/account/sign-in").status_code in (404, 405)


def test_it_wears_its_own_looks(browser: httpx.Client) -> None:
    for path in ("/favicon", "/logo?theme=light", "/logo?theme=dark", "/avatars/CineAesthete"):
        assert "<svg" in browser.get(path).text
    assert "CineAesthete" in browser.get("/logo?theme=dark").text
    assert ".cine-card" in browser.get("/public/style.css").text
    assert browser.get("/public/elements/FilmCards.jsx").status_code == 200
    wording = browser.get("/project/translations?language=en-US").json()["translation"]
    assert "TMDb" in wording["chat"]["watermark"]


def test_a_first_page_makes_a_visitor_known_from_then_on(browser: httpx.Client, address: str) -> None:
    assert browser.get("/user").status_code == 401
    browser.get("/")
    visitor = browser.get("/user").json()["identifier"]
    with httpx.Client(base_url=address, cookies={COOKIE: browser.cookies[COOKIE]}) as next_day:
        next_day.get("/")
        assert next_day.get("/user").json()["identifier"] == visitor
    with httpx.Client(base_url=address) as other:
        other.get("/")
        assert other.get("/user").json()["identifier"] != visitor


def test_starters_and_history_are_offered(browser: httpx.Client) -> None:
    browser.get("/")
    settings = browser.get("/project/settings?language=en-US").json()
    assert "Something like Heat but under two hours" in [s["message"] for s in settings["starters"]]
    assert settings["dataPersistence"]
    assert settings["threadResumable"]
    assert settings["markdown"].startswith("# CineAesthete")


def test_nobody_reads_a_conversation_without_being_its_visitor(browser: httpx.Client) -> None:
    browser.get("/")
    reply = browser.post("/project/threads", json={"pagination": {"first": 10}, "filter": {}})
    assert reply.json()["data"] == []
    with httpx.Client(base_url=browser.base_url) as stranger:
        assert (
            stranger.post("/project/threads", json={"pagination": {"first": 10}, "filter": {}}).status_code
            == 401
        )


def test_pages_do_not_reach_outside_their_folder(browser: httpx.Client) -> None:
    for path in (
        "/public/..%2fchainlit.md",
        "/public/%2e%2e/.chainlit/config.toml",
        "/public/../../web-secret",
    ):
        assert "secret" not in browser.get(path).text.lower()
        assert browser.get(path).status_code in (200, 400, 404)
        assert "generated_by" not in browser.get(path).text
