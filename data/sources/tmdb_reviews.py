"""Reviews that members of TMDb wrote, through its API, with its owner's key.

This product uses TMDb data but is not endorsed or certified by TMDb.
"""

import json
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from data.films import Film
from data.sources.review_files import RefusedRow, ReviewRow
from data.sources.tmdb_api import TmdbApi, write_whole

ORIGIN = "tmdb"
SCALE = 10.0
LICENCE = "TMDb's terms of use: counted here, not quoted; not endorsed or certified by TMDb"
"""The text is its author's. TMDb's terms let an application show it with credit, but neither keep it for more
than six months nor hand it to a language model; figures need neither."""
PAGES = 5
"""Pages of twenty asked for at most, a film."""
FRESH_S = 150 * 24 * 3600.0
"""Seconds for which a film's reviews are not asked for again; well below TMDb's six months."""


class TmdbReviews:
    """Fetches reviews film by film; what was fetched is kept, so that a run cut short goes on."""

    def __init__(self, api: TmdbApi, cache: Path) -> None:
        self._api, self._cache = api, cache

    async def rows(
        self, films: Sequence[Film], progress: Callable[[int], None]
    ) -> list[ReviewRow | RefusedRow]:
        """The reviews of those films that TMDb knows. Raises BadInput, with what was fetched kept.

        `progress` is told how many films are done.
        """
        found: list[ReviewRow | RefusedRow] = []
        for done, film in enumerate(films, start=1):
            if film.tmdb_id is not None:
                for review in await self._of(film.tmdb_id):
                    found.append(_row(len(found) + 1, film.tmdb_id, review))
            progress(done)
        return found

    async def _of(self, tmdb_id: int) -> list[Any]:
        kept = self._cache / "reviews" / f"{tmdb_id}.json"
        if kept.exists() and time.time() - kept.stat().st_mtime < FRESH_S:
            known: list[Any] = json.loads(kept.read_text(encoding="utf-8"))
            return known
        found: list[Any] = []
        for page in range(1, PAGES + 1):
            listed = await self._api.json(f"/movie/{tmdb_id}/reviews", page=str(page))
            if listed is None:
                break
            found += listed.get("results", [])
            if page >= int(listed.get("total_pages", 1)):
                break
        write_whole(kept, json.dumps(found).encode())
        return found


def _row(number: int, tmdb_id: int, review: Any) -> ReviewRow | RefusedRow:  # noqa: ANN401 - JSON of a service
    try:
        rating = (review.get("author_details") or {}).get("rating")
        text = str(review["content"]).strip()
        return ReviewRow(
            number=number,
            text=text,
            tmdb_id=tmdb_id,
            rating=float(rating) if rating else None,
            date=datetime.fromisoformat(review["updated_at"]) if review.get("updated_at") else None,
            id=str(review["id"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return RefusedRow(number, f"of TMDb's film {tmdb_id} is not in the form that was expected")
