"""Posters and backdrops of films from TMDb, through its API, with its owner's key.

This product uses TMDb data but is not endorsed or certified by TMDb.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from data.errors import BadInput
from data.films import Film

API = "https://api.themoviedb.org/3"
IMAGES = "https://image.tmdb.org/t/p"
CREDIT = "This product uses the TMDb API but is not endorsed or certified by TMDb."

PER_SECOND = 20.0
"""Requests at most; TMDb asks for fewer than about 40."""

TRIES = 4


@dataclass(frozen=True, slots=True)
class RemotePicture:
    """One picture of a film on TMDb's image host."""

    film_id: str
    key: str
    """Its path there, beginning with a slash."""
    kind: str
    """poster or backdrop."""

    @property
    def url(self) -> str:
        """Where a page may show it."""
        return f"{IMAGES}/{'w342' if self.kind == 'poster' else 'w780'}{self.key}"


class TmdbPictures:
    """Lists and fetches pictures: within the rate limit, again after a failure, and never twice.

    Lists and pictures are kept in the cache folder, so that a run cut short goes on where it stopped.
    """

    def __init__(
        self,
        key: str,
        cache: Path,
        client: httpx.AsyncClient,
        *,
        per_second: float = PER_SECOND,
        patience_s: float = 1.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`key` is a TMDb API key (v3) or read access token (v4).

        `patience_s` is the first wait after a failure.
        """
        self._key, self._cache, self._client = key, cache, client
        self._gap, self._patience, self._sleep = 1 / per_second, patience_s, sleep
        self._next = 0.0

    async def pictures(
        self, films: Sequence[Film], *, posters: int = 2, backdrops: int = 4
    ) -> AsyncIterator[RemotePicture]:
        """The best-voted pictures without foreign text, film by film.

        Films that TMDb does not know give none.
        """
        for film in films:
            if film.tmdb_id is None:
                continue
            listed = await self._list(film.tmdb_id)
            for kind, count in (("poster", posters), ("backdrop", backdrops)):
                for path in listed.get(f"{kind}s", [])[:count]:
                    yield RemotePicture(film.id, path, kind)

    async def fetch(self, picture: RemotePicture) -> bytes:
        """The picture's bytes, from the cache where they are."""
        kept = self._cache / "pictures" / picture.key.lstrip("/").replace("/", "_")
        if kept.exists():
            return kept.read_bytes()
        content = (await self._get(picture.url)).content
        _write(kept, content)
        return content

    async def _list(self, tmdb_id: int) -> dict[str, list[str]]:
        kept = self._cache / "lists" / f"{tmdb_id}.json"
        if kept.exists():
            known: dict[str, list[str]] = json.loads(kept.read_text(encoding="utf-8"))
            return known
        answer = await self._get(f"{API}/movie/{tmdb_id}/images", include_image_language="en,null")
        found: Any = answer.json() if answer.status_code != httpx.codes.NOT_FOUND else {}
        listed = {
            kind: [str(entry["file_path"]) for entry in found.get(kind, [])]
            for kind in ("posters", "backdrops")
        }
        _write(kept, json.dumps(listed).encode())
        return listed

    async def _get(self, url: str, **query: str) -> httpx.Response:
        """One request within the rate limit. 404 is an answer.

        A refused key or lasting failure is a BadInput.
        """
        headers = {}
        if url.startswith(API):
            if len(self._key) > 64:  # a v4 token, a JWT, goes in the header
                headers["Authorization"] = f"Bearer {self._key}"
            else:
                query["api_key"] = self._key
        wait = self._patience
        for attempt in range(TRIES):
            await self._turn()
            try:
                answer = await self._client.get(url, params=query, headers=headers)
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.status_code in (httpx.codes.OK, httpx.codes.NOT_FOUND):
                return answer
            if answer is not None and answer.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
                raise BadInput("TMDb refuses the key; check CINE_TMDB_KEY.")
            if attempt + 1 < TRIES:
                told = answer.headers.get("Retry-After", "") if answer is not None else ""
                await self._sleep(min(float(told), 60.0) if told.isdigit() else wait)
                wait *= 2
        raise BadInput(
            "TMDb cannot be reached or is overloaded. Run the command again later; "
            "it goes on where it stopped."
        )

    async def _turn(self) -> None:
        now = time.monotonic()
        at = max(now, self._next)
        self._next = at + self._gap
        if at > now:
            await self._sleep(at - now)


def _write(path: Path, content: bytes) -> None:
    """Write a cache file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".writing")
    beside.write_bytes(content)
    beside.replace(path)
