"""Posters and backdrops of films from TMDb, through its API, with its owner's key.

This product uses TMDb data but is not endorsed or certified by TMDb.
"""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import BadInput
from data.films import Film
from data.sources.tmdb_api import TmdbApi, write_whole

IMAGES = "https://image.tmdb.org/t/p"


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

    def __init__(self, api: TmdbApi, cache: Path) -> None:
        self._api, self._cache = api, cache

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
        content = await self._api.content(picture.url)
        if content is None:
            raise BadInput(f"The picture {picture.key} is no longer there.")
        write_whole(kept, content)
        return content

    async def _list(self, tmdb_id: int) -> dict[str, list[str]]:
        kept = self._cache / "lists" / f"{tmdb_id}.json"
        if kept.exists():
            known: dict[str, list[str]] = json.loads(kept.read_text(encoding="utf-8"))
            return known
        found: Any = await self._api.json(f"/movie/{tmdb_id}/images", include_image_language="en,null") or {}
        listed = {
            kind: [str(entry["file_path"]) for entry in found.get(kind, [])]
            for kind in ("posters", "backdrops")
        }
        write_whole(kept, json.dumps(listed).encode())
        return listed
