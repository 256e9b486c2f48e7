from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from data.errors import BadInput
from data.films import Film
from data.sources.tmdb_api import TmdbApi
from data.sources.tmdb_pictures import RemotePicture, TmdbPictures

HEAT = Film("tt0113277", "Heat", 1995, tmdb_id=949)
LISTED = {
    "posters": [{"file_path": "/one.jpg"}, {"file_path": "/two.jpg"}, {"file_path": "/three.jpg"}],
    "backdrops": [{"file_path": "/wide.jpg"}],
}


def source(
    tmp_path: Path,
    answer: Callable[[httpx.Request], httpx.Response],
    key: str = "key",
    per_second: float = 1e4,
) -> TmdbPictures:
    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return TmdbPictures(TmdbApi(key, client, per_second=per_second, patience_s=0.01), tmp_path)


async def listed(pictures: TmdbPictures, *films: Film) -> list[RemotePicture]:
    return [one async for one in pictures.pictures(films)]


async def test_the_best_pictures_are_listed_once_and_kept(tmp_path: Path) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return (
            httpx.Response(200, json=LISTED)
            if "movie" in request.url.path
            else httpx.Response(200, content=b"x")
        )

    pictures = source(tmp_path, answer)
    found = await listed(pictures, HEAT, Film("slug-2020", "No Id", 2020))
    assert [(one.key, one.kind) for one in found] == [
        ("/one.jpg", "poster"),
        ("/two.jpg", "poster"),
        ("/wide.jpg", "backdrop"),
    ]
    assert asked[0].url.params["api_key"] == "key"
    assert found[0].url == "https://image.tmdb.org/t/p/w342/one.jpg"
    assert await pictures.fetch(found[0]) == b"x"
    assert "api_key" not in asked[1].url.params  # the key is for the API alone
    again = source(tmp_path, answer)
    assert await listed(again, HEAT) == found
    assert await again.fetch(found[0]) == b"x"
    assert len(asked) == 2  # both came from the cache


async def test_a_long_key_is_a_token_for_the_header(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Authorization"] == f"Bearer {'t' * 200}"
        assert "api_key" not in request.url.params
        return httpx.Response(200, json=LISTED)

    assert await listed(source(tmp_path, answer, key="t" * 200), HEAT)


async def test_a_passing_failure_is_tried_again(tmp_path: Path) -> None:
    answers = iter([httpx.Response(429, headers={"Retry-After": "0"}), httpx.Response(500)])
    found = await listed(source(tmp_path, lambda _: next(answers, httpx.Response(200, json=LISTED))), HEAT)
    assert len(found) == 3


@pytest.mark.parametrize(("status", "said"), [(401, "refuses the key"), (503, "goes on where it stopped")])
async def test_a_lasting_failure_is_said_in_words(tmp_path: Path, status: int, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        await listed(source(tmp_path, lambda _: httpx.Response(status)), HEAT)


async def test_a_film_that_tmdb_does_not_know_gives_none(tmp_path: Path) -> None:
    assert await listed(source(tmp_path, lambda _: httpx.Response(404, json={})), HEAT) == []


async def test_requests_keep_their_distance(tmp_path: Path) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=LISTED)

    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    pictures = TmdbPictures(TmdbApi("key", client, per_second=0.001, sleep=sleep), tmp_path)
    await listed(pictures, *(Film(f"tt000000{n}", "A", 2000, tmdb_id=n) for n in range(3)))
    assert len(waits) == 2  # the first need not wait
    assert waits == sorted(waits)
    assert waits[0] > 900
    assert waits[1] > 1900  # nobody really waited, so the second is due two gaps after the first
