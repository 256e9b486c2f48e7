"""TMDb's API over HTTP: within its rate limit, and again after a failure.

This product uses TMDb data but is not endorsed or certified by TMDb.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx

from data.errors import BadInput

API = "https://api.themoviedb.org/3"
CREDIT = "This product uses the TMDb API but is not endorsed or certified by TMDb."

PER_SECOND = 20.0
"""Requests at most; TMDb asks for fewer than about 40."""

TRIES = 4


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

    async def get(self, url: str, **query: str) -> httpx.Response:
        """One request within the rate limit. 404 is an answer.

        A refused key or lasting failure is a BadInput.
        """
        headers = {}
        if url.startswith(self.address):
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


def write_whole(path: Path, content: bytes) -> None:
    """Write a cache file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".writing")
    beside.write_bytes(content)
    beside.replace(path)
