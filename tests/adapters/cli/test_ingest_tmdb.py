"""`cineaesthete ingest tmdb` against a server that speaks TMDb's API."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.sources.tmdb_store import FOLDER, TmdbStore
from tests.support.command import Run
from tests.support.packs import write_pack
from tests.support.tmdb_server import KEY, TmdbServer, described, tmdb_server

pytestmark = pytest.mark.timeout(400)  # processes of their own, on machines that may be busy

TITLES = ("Quorvath Rides Again", "Dust and Iron", "The Long Noon", "Ash", "Ember", "Last Ford")


def day(ago: int) -> str:
    return (datetime.now(UTC) - timedelta(days=ago)).date().isoformat()


@pytest.fixture
def server() -> Iterator[TmdbServer]:
    with tmdb_server() as served:
        for number, title in enumerate(TITLES, 1):
            served.films[number] = described(number, title, day(number))
        yield served


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("starter"))


@pytest.fixture
def env(starter: Path) -> dict[str, str]:
    return {"CINE_STARTER": str(starter), "CINE_TMDB_KEY": KEY}


def test_this_weeks_films_are_fetched_and_recommended(
    run: Run, server: TmdbServer, env: dict[str, str]
) -> None:
    done = run("ingest", "tmdb", "--from", server.address, env=env)
    assert done.status == 0, done.err
    assert done.out.startswith("TMDb: 6 films new, 0 changed")
    assert "19 films, 6 of them new." in done.out
    assert "not endorsed or certified by TMDb" in done.out
    (reply,) = run("ask", "--json", "something like Quorvath Rides Again from this year on", env=env).replies
    assert reply["films"]

    asked = len(server.requests)
    again = run("ingest", "tmdb", "--from", server.address, "--json", env=env)
    assert json.loads(again.out) == {
        "new": 0, "changed": 0, "revoted": 0, "gone": 0, "resumed": False, "refused": [], "version": None
    }  # fmt: skip
    assert not [path for path in server.requests[asked:] if path[7:].isdecimal()]


def test_a_run_killed_in_the_middle_is_gone_on_with(
    run: Run, server: TmdbServer, env: dict[str, str], tmp_path: Path
) -> None:
    server.hold_after = 3
    command = [sys.executable, "-m", "adapters.cli", "ingest", "tmdb", "--from", server.address]
    home = tmp_path / "home"
    killed = subprocess.Popen(
        command, env=os.environ | env | {"CINE_HOME": str(home)}, stderr=subprocess.DEVNULL, cwd=tmp_path
    )
    try:
        assert server.held.wait(120)
        store = TmdbStore(home / FOLDER)
        for _ in range(500):
            if len(store.numbers()) == 3:
                break
            killed_too_early = killed.poll() is not None
            assert not killed_too_early
            server.released.wait(0.01)
    finally:
        killed.kill()
        killed.wait()
    kept = store.numbers()
    assert len(kept) == 3
    assert store.until is None
    server.released.set()
    server.hold_after = None
    server.requests.clear()
    done = run("ingest", "tmdb", "--from", server.address, env=env)
    assert done.out.startswith("TMDb (going on with the last run): 3 films new"), done.err
    assert sorted(server.described) == sorted(set(range(1, 7)) - set(kept))
    assert "19 films, 6 of them new." in done.out


def test_what_is_wrong_is_said_in_one_sentence(run: Run, server: TmdbServer, env: dict[str, str]) -> None:
    without = run("ingest", "tmdb", env={"CINE_STARTER": env["CINE_STARTER"]})
    assert (without.status, without.err.count("\n")) == (1, 1)
    assert "needs a key; set CINE_TMDB_KEY" in without.err
    refused = run("ingest", "tmdb", "--from", server.address, env=env | {"CINE_TMDB_KEY": "wrong"})
    assert refused.status == 1
    assert "TMDb refuses the key" in refused.err
    assert "wrong" not in refused.err
    assert run("ingest", "tmdb", "--since", "yesterday", env=env).status == 2
    future = run("ingest", "tmdb", "--from", server.address, "--since", "2999-01-01", env=env)
    assert "is in the future" in future.err
