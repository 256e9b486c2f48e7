import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from data.errors import BadInput
from data.films import Film
from data.sources.review_files import RefusedRow, ReviewRow
from data.sources.tmdb_api import TmdbApi
from data.sources.tmdb_reviews import FRESH_S, TmdbReviews
from tests.support.file_server import FileServer, file_server

HEAT = Film("tt0113277", "Heat", 1995, tmdb_id=949)
RONIN = Film("tt0122690", "Ronin", 1998, tmdb_id=8195)
FIRST = {
    "id": "a1",
    "author": "Cy",
    "author_details": {"rating": 9.0},
    "content": "The acting is <b>superb</b>.",
    "updated_at": "2021-06-23T15:58:22.110Z",
}


@pytest.fixture
def server() -> Iterator[FileServer]:
    with file_server() as served:
        yield served


def page(server: FileServer, film: Film, number: int, total: int, *reviews: Any) -> None:
    content = json.dumps({"page": number, "results": reviews, "total_pages": total}).encode()
    server.add(f"movie/{film.tmdb_id}/reviews?page={number}&api_key=key", content)


async def fetch(server: FileServer, cache: Path, *films: Film) -> list[ReviewRow | RefusedRow]:
    async with httpx.AsyncClient() as client:
        api = TmdbApi("key", client, api=server.address, per_second=1e4, patience_s=0.01)
        return await TmdbReviews(api, cache).rows(films, lambda _: None)


async def test_all_pages_are_read_once_and_kept(tmp_path: Path, server: FileServer) -> None:
    page(server, HEAT, 1, 2, FIRST)
    page(server, HEAT, 2, 2, {"id": "a2", "content": "Long.", "author_details": {"rating": None}})
    rows = await fetch(server, tmp_path, HEAT, Film("slug", "No Id", 2020))
    first, second = rows
    assert isinstance(first, ReviewRow)
    assert (first.tmdb_id, first.rating, first.id, first.author) == (949, 9.0, "a1", None)
    assert first.date is not None
    assert isinstance(second, ReviewRow)
    assert second.rating is None
    assert await fetch(server, tmp_path, HEAT) == rows
    assert len(server.requests) == 2


async def test_a_film_that_tmdb_does_not_know_has_none(tmp_path: Path, server: FileServer) -> None:
    assert await fetch(server, tmp_path, RONIN) == []


async def test_what_is_not_as_expected_is_refused_by_itself(tmp_path: Path, server: FileServer) -> None:
    page(server, HEAT, 1, 1, "nonsense", {"id": "a3"}, FIRST)
    broken, empty, good = await fetch(server, tmp_path, HEAT)
    assert isinstance(broken, RefusedRow)
    assert isinstance(empty, RefusedRow)
    assert isinstance(good, ReviewRow)


async def test_a_run_cut_short_goes_on_where_it_stopped(tmp_path: Path, server: FileServer) -> None:
    page(server, HEAT, 1, 1, FIRST)
    page(server, RONIN, 1, 1, FIRST)
    server.faults.extend(["", *["503"] * 4])
    with pytest.raises(BadInput, match="goes on where it stopped"):
        await fetch(server, tmp_path, HEAT, RONIN)
    before = len(server.requests)
    assert len(await fetch(server, tmp_path, HEAT, RONIN)) == 2
    assert len(server.requests) == before + 1


async def test_too_many_requests_are_waited_out(tmp_path: Path, server: FileServer) -> None:
    page(server, HEAT, 1, 1, FIRST)
    server.faults.append("429")
    assert len(await fetch(server, tmp_path, HEAT)) == 1


async def test_a_refused_key_is_named(tmp_path: Path, server: FileServer) -> None:
    server.faults.append("401")
    with pytest.raises(BadInput, match="CINE_TMDB_KEY"):
        await fetch(server, tmp_path, HEAT)


async def test_reviews_are_asked_for_again_before_tmdb_wants_them_gone(
    tmp_path: Path, server: FileServer
) -> None:
    page(server, HEAT, 1, 1, FIRST)
    await fetch(server, tmp_path, HEAT)
    page(server, HEAT, 1, 1)
    (kept,) = (tmp_path / "reviews").iterdir()
    long_ago = time.time() - FRESH_S - 1
    os.utime(kept, (long_ago, long_ago))
    assert await fetch(server, tmp_path, HEAT) == []
