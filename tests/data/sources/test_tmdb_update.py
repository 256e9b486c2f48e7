"""New and changed films, from a server that speaks TMDb's API."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from data.errors import BadInput, SourceError
from data.sources.tmdb_api import TmdbApi
from data.sources.tmdb_store import TmdbStore
from data.sources.tmdb_update import Report, TmdbUpdate, windows
from tests.support.tmdb_server import KEY, TmdbServer, described, tmdb_server

TODAY = datetime.now(UTC)


def day(ago: int) -> str:
    return (TODAY - timedelta(days=ago)).date().isoformat()


@pytest.fixture
def server() -> Iterator[TmdbServer]:
    with tmdb_server() as served:
        served.films = {number: described(number, f"Western {number}", day(number)) for number in range(1, 8)}
        yield served


@pytest.fixture
def store(tmp_path: Path) -> TmdbStore:
    return TmdbStore(tmp_path / "tmdb")


async def update(
    server: TmdbServer,
    store: TmdbStore,
    *,
    since: date | None = None,
    known: frozenset[int] = frozenset(),
    later_days: int = 0,
    key: str = KEY,
) -> Report:
    server.requests.clear()
    async with httpx.AsyncClient() as client:
        api = TmdbApi(key, client, api=server.address, per_second=1e4, patience_s=0.001)
        now = datetime.now(UTC) + timedelta(days=later_days)
        run = TmdbUpdate(api, store, known, least_votes=10, now=now, progress=lambda *_: None)
        return await run.run(since)


async def test_all_facts_of_a_new_film_are_kept_and_no_prose(server: TmdbServer, store: TmdbStore) -> None:
    report = await update(server, store)
    assert (report.new, report.changed, report.refused) == (7, 0, [])
    one = store.get(3)
    assert one is not None
    film = one.film
    assert (film.id, film.title, film.year, film.tmdb_id) == ("tt0000003", "Western 3", int(day(3)[:4]), 3)
    assert (film.genres, film.runtime, film.language, film.countries) == (("Western",), 101, "en", ("US",))
    assert (film.directors, film.cast) == (("John Ford",), ("John Wayne", "Gary Cooper"))
    assert film.keywords == ("gunfight", "frontier")
    assert (film.poster_path, one.backdrop_path) == ("/poster-3.jpg", "/wide-3.jpg")
    assert (film.certificate, one.certificates) == ("PG-13", {"US": "PG-13", "DE": "12"})
    assert (film.vote_count, film.vote_average, one.released) == (50, 7.4, day(3))
    assert not any("Prose" in path.read_text() for path in store.root.rglob("*.json"))


async def test_the_next_run_asks_for_what_is_new_or_changed_alone(
    server: TmdbServer, store: TmdbStore
) -> None:
    await update(server, store)
    server.films[8] = described(8, "Newest", day(0))
    server.films[2] = described(2, "Western 2", day(2), runtime=95)
    server.films[5]["vote_count"] = 900
    server.changed = {day(0): [2, 77, 99]}
    report = await update(server, store, known=frozenset({99}))
    assert (report.new, report.changed, report.revoted, report.gone) == (1, 1, 1, 1)
    assert sorted(server.described) == [2, 8, 99]
    changed, voted = store.get(2), store.get(5)
    assert changed is not None
    assert voted is not None
    assert (changed.film.runtime, voted.film.vote_count) == (95, 900)


async def test_a_film_that_gathers_votes_after_its_release_is_found_later(
    server: TmdbServer, store: TmdbStore
) -> None:
    server.films[4]["vote_count"] = 3
    assert (await update(server, store)).new == 6
    server.films[4]["vote_count"] = 300
    assert (await update(server, store, later_days=7)).new == 1


async def test_a_film_of_the_catalogue_is_fetched_once_it_changes(
    server: TmdbServer, store: TmdbStore
) -> None:
    ours = frozenset(range(1, 8))
    assert (await update(server, store, known=ours)).new == 0
    server.changed = {day(1): [6], day(40): [7]}
    report = await update(server, store, known=ours, since=(TODAY - timedelta(days=30)).date())
    assert (report.new, report.changed) == (0, 1)
    assert store.numbers() == [6]


async def test_passing_faults_are_tried_again(server: TmdbServer, store: TmdbStore) -> None:
    server.faults.extend(["429", "garbage", "500", "", "cut", "", "429", "", "503"])
    assert (await update(server, store)).new == 7


@pytest.mark.parametrize("fault", ["503", "garbage", "cut", "429"])
async def test_a_lasting_fault_is_said_and_the_next_run_goes_on_there(
    server: TmdbServer, store: TmdbStore, fault: str
) -> None:
    listing = 1 + 2 * 7  # requests until the first film: pages of films by month, windows of changes
    server.faults.extend([""] * listing + [fault] * 200)
    with pytest.raises(BadInput, match="goes on where it stopped"):
        await update(server, store)
    assert store.until is None
    before = store.numbers()
    server.faults.clear()
    report = await update(server, store)
    assert report.resumed
    assert report.new == 7 - len(before)
    assert not set(before) & set(server.described)
    assert store.numbers() == list(range(1, 8))
    assert store.until == TODAY.date().isoformat()
    assert not (await update(server, store)).resumed


async def test_what_cannot_be_used_is_left_out_by_itself(server: TmdbServer, store: TmdbStore) -> None:
    server.films[1]["adult"] = True
    server.films[2]["title"] = " "
    server.films[3]["video"] = True
    server.films[4]["credits"] = "nonsense"
    server.films[5]["runtime"] = "long"
    report = await update(server, store)
    assert report.new == 2
    assert min(report.refused) == "TMDb's film 1 is for adults alone"
    assert [sentence.split()[2] for sentence in sorted(report.refused)] == ["1", "2", "3", "4", "5"]


async def test_a_wrong_key_is_named_and_nothing_is_kept(server: TmdbServer, store: TmdbStore) -> None:
    with pytest.raises(BadInput, match="CINE_TMDB_KEY"):
        await update(server, store, key="wrong")
    assert store.numbers() == []


async def test_a_film_keeps_its_id_when_tmdb_learns_of_another(server: TmdbServer, store: TmdbStore) -> None:
    server.films[3]["imdb_id"] = None
    await update(server, store)
    first = store.get(3)
    assert first is not None
    assert first.film.id.startswith("western-3-")
    server.films[3]["imdb_id"] = "tt7654321"
    server.changed = {day(0): [3]}
    await update(server, store)
    second = store.get(3)
    assert second is not None
    assert second.film.id == first.film.id
    assert second.film.imdb_id == "tt7654321"


async def test_facts_are_asked_for_again_before_tmdb_wants_them_gone(
    server: TmdbServer, store: TmdbStore
) -> None:
    await update(server, store)
    report = await update(server, store, later_days=160)
    assert report.changed == 7


@pytest.mark.parametrize("content", ["", "[]", '{"format": 1}', '{"format": 1, "content": {"film": {}}}'])
def test_a_damaged_file_is_named(store: TmdbStore, content: str) -> None:
    path = store.root / "films" / "7.json"
    path.parent.mkdir(parents=True)
    path.write_text(content)
    with pytest.raises(SourceError, match=r"7\.json is damaged\. Delete it"):
        store.films()
    path.write_text(json.dumps({"format": 99, "content": {}}))
    with pytest.raises(SourceError, match="another version"):
        store.films()


async def test_the_future_is_not_asked_for(server: TmdbServer, store: TmdbStore) -> None:
    with pytest.raises(BadInput, match="in the future"):
        await update(server, store, since=(TODAY + timedelta(days=3)).date())


def test_windows_cover_every_day_once() -> None:
    found = list(windows(date(2026, 1, 1), date(2026, 2, 1), 14))
    assert found == [
        (date(2026, 1, 1), date(2026, 1, 14)),
        (date(2026, 1, 15), date(2026, 1, 28)),
        (date(2026, 1, 29), date(2026, 2, 1)),
    ]
