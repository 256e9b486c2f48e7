"""A server on the loopback address that speaks TMDb's API v3 where films are listed and described."""

import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "the-key"
PAGE = 2
"""Films a page; TMDb has twenty."""


@dataclass
class TmdbServer:
    """What is served, what goes wrong, and what was asked."""

    address: str = ""
    films: dict[int, dict[str, Any]] = field(default_factory=dict)
    changed: dict[str, list[int]] = field(default_factory=dict)
    """By ISO day."""
    faults: deque[str] = field(default_factory=deque)
    """For the next requests, in order: a status, "garbage", "cut", "" for none."""
    hold_after: int | None = None
    """Films are described to so many requests; the next are kept waiting until `released`."""
    released: Event = field(default_factory=Event)
    held: Event = field(default_factory=Event)
    requests: list[str] = field(default_factory=list)
    """Paths without their query."""

    @property
    def described(self) -> list[int]:
        """Films that were asked for, in order."""
        return [int(path.rpartition("/")[2]) for path in self.requests if path[7:].isdecimal()]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.requests.append(parts.path)
        if (
            self.hold_after is not None
            and len(self.described) > self.hold_after
            and parts.path[7:].isdecimal()
        ):
            self.held.set()
            self.released.wait(30)
        fault = self.faults.popleft() if self.faults else ""
        status, told = self._told(parts.path, query)
        body = json.dumps(told).encode()
        if fault.isdigit():
            status, body = int(fault), b'{"status_code": 25, "status_message": "over the limit"}'
        if fault == "garbage":
            body = b"<html>Sign in to the hotel's network</html>"
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json;charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        if fault == "429":
            handler.send_header("Retry-After", "0")
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2] if fault == "cut" else body)

    def _told(self, path: str, query: dict[str, str]) -> tuple[int, Any]:
        if query.get("api_key") != KEY:
            return 401, {"status_code": 7, "status_message": "Invalid API key", "success": False}
        if path == "/discover/movie":
            first, last = query["primary_release_date.gte"], query["primary_release_date.lte"]
            found = [
                {name: film[name] for name in ("id", "title", "vote_count", "vote_average")}
                for film in sorted(self.films.values(), key=lambda film: str(film.get("release_date")))
                if first <= film.get("release_date", "") <= last
                and film["vote_count"] >= int(query["vote_count.gte"])
            ]
            return 200, _page(found, query)
        if path == "/movie/changes":
            days = {day for day in self.changed if query["start_date"] <= day <= query["end_date"]}
            ids = sorted({number for day in days for number in self.changed[day]})
            return 200, _page([{"id": number, "adult": False} for number in ids], query)
        number = path.removeprefix("/movie/")
        if not number.isdecimal() or int(number) not in self.films:
            return 404, {"status_code": 34, "status_message": "The resource could not be found."}
        film = self.films[int(number)]
        appended = query.get("append_to_response", "").split(",")
        parts = ("credits", "keywords", "release_dates")
        return 200, {name: value for name, value in film.items() if name not in parts or name in appended}


def described(number: int, title: str, released: str, **facts: Any) -> dict[str, Any]:
    """A film as `/movie/ID` describes it."""
    film = {
        "adult": False,
        "backdrop_path": f"/wide-{number}.jpg",
        "genres": [{"id": 37, "name": "Western"}, {"id": 10770, "name": "TV Movie"}],
        "id": number,
        "imdb_id": f"tt{number:07}",
        "original_language": "en",
        "original_title": title,
        "overview": "Prose that nobody may keep.",
        "poster_path": f"/poster-{number}.jpg",
        "production_countries": [{"iso_3166_1": "US", "name": "United States of America"}],
        "release_date": released,
        "runtime": 101,
        "status": "Released",
        "title": title,
        "video": False,
        "vote_average": 7.4,
        "vote_count": 50,
        "credits": {
            "cast": [
                {"name": "Gary Cooper", "order": 1, "character": "Will"},
                {"name": "John Wayne", "order": 0, "character": "The Kid"},
            ],
            "crew": [{"name": "John Ford", "job": "Director"}, {"name": "Ann", "job": "Editor"}],
        },
        "keywords": {"keywords": [{"id": 1, "name": "gunfight"}, {"id": 2, "name": "Frontier"}]},
        "release_dates": {
            "results": [
                {"iso_3166_1": "US", "release_dates": [{"certification": "", "type": 1}, _release("PG-13")]},
                {"iso_3166_1": "DE", "release_dates": [_release("12")]},
            ]
        },
    }
    return film | facts


def _release(certification: str) -> dict[str, Any]:
    return {"certification": certification, "type": 3, "release_date": "2026-01-01T00:00:00.000Z"}


def _page(found: list[Any], query: dict[str, str]) -> dict[str, Any]:
    page = int(query.get("page", "1"))
    return {
        "page": page,
        "results": found[(page - 1) * PAGE : page * PAGE],
        "total_pages": -(-len(found) // PAGE),
        "total_results": len(found),
    }


@contextmanager
def tmdb_server() -> Iterator[TmdbServer]:
    served = TmdbServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.answer(self)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    served.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield served
    finally:
        served.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
