"""TMDb's API over HTTP: within its rate limit, and again after a failure.

This product uses TMDb data but is not endorsed or certified by TMDb.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx

from data.errors import BadInput

API = "https://api.themoviedb.org/3"
CREDIT = "This product uses the TMDb API but is not endorsed or certified by TMDb."

TMDB_CACHE = "tmdb-cache"
"""Folder, below the data folder, of what was fetched."""

PER_SECOND = 20.0
"""Requests at most; TMDb asks for fewer than about 40."""

TRIES = 4

TIMEOUT = httpx.Timeout(30.0)

Read = TypeVar("Read")


class TmdbApi:
    """One key and one client."""

    def __init__(
        self,
        key: str,
        client: httpx.AsyncClient,
        *,
        api: str = API,
        per_second: float = PER_SECOND,
        patience_s: float = 1.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`key` is a TMDb API key (v3) or read access token (v4); `api` its address.

        `patience_s` is the first wait after a failure.
        """
        self.address = api
        self._key, self._client = key, client
        self._gap, self._patience, self._sleep = 1 / per_second, patience_s, sleep
        self._next = 0.0

    @classmethod
    @asynccontextmanager
    async def open(cls, key: str | None, purpose: str, *, api: str = API) -> AsyncIterator["TmdbApi"]:
        """With a client of its own. Raises BadInput where there is no key; `purpose` begins that sentence."""
        if not key:
            raise BadInput(
                f"{purpose} needs a key; set CINE_TMDB_KEY to yours (themoviedb.org/settings/api)."
            )
        async with httpx.AsyncClient(timeout=TIMEOUT) as client:
            yield cls(key, client, api=api.rstrip("/"))

    async def json(self, path: str, **query: str) -> Any:  # noqa: ANN401 - JSON of a service
        """What the API says at a path ("/movie/949"), None for 404. Raises as `content` does."""
        return await self._ask(self.address + path, query, json.loads)

    async def content(self, url: str) -> bytes | None:
        """The bytes at an address, None for 404.

        A refused key and a lasting failure are a BadInput; answers that are no JSON where it should be are
        failures too: a proxy's page, a body cut short.
        """
        return await self._ask(url, {}, bytes)

    async def _ask(self, url: str, query: dict[str, str], read: Callable[[bytes], Read]) -> Read | None:
        headers = {}
        if url.startswith(self.address):
            if len(self._key) > 64:  # a v4 token, a JWT, goes in the header
                headers["Authorization"] = f"Bearer {self._key}"
            else:
                query["api_key"] = self._key
        wait = self._patience
        for attempt in range(TRIES):
            await self._turn()
            told = ""
            try:
                answer = await self._client.get(url, params=query, headers=headers)
                if answer.status_code == httpx.codes.OK:
                    return read(answer.content)
                if answer.status_code == httpx.codes.NOT_FOUND:
                    return None
                if answer.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
                    raise BadInput("TMDb refuses the key; check CINE_TMDB_KEY.")
                told = answer.headers.get("Retry-After", "")
            except (httpx.TransportError, httpx.DecodingError, ValueError):
                pass  # tried again like any other failure
            if attempt + 1 < TRIES:
                await self._sleep(min(float(told), 60.0) if told.isdigit() else wait)
                wait *= 2
        raise BadInput(
            "TMDb cannot be reached, is overloaded or does not answer as it should. Run the command again "
            "later; it goes on where it stopped."
        )

    async def _turn(self) -> None:
        now = time.monotonic()
        at = max(now, self._next)
        self._next = at + self._gap
        if at > now:
            await self._sleep(at - now)


def write_whole(path: Path, content: bytes) -> None:
    """Write a cache file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".writing")
    beside.write_bytes(content)
    beside.replace(path)
