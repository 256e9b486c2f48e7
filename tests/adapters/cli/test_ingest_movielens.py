import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.sources.movielens_store import FOLDER, MovieLensStore
from tests.support.command import Run
from tests.support.file_server import FileServer, file_server
from tests.support.movielens import archive


@pytest.fixture
def server() -> Iterator[FileServer]:
    with file_server() as served:
        served.add("ml-latest-small.zip", archive(), md5=True)
        yield served


def test_a_set_is_fetched_after_its_terms(run: Run, server: FileServer, tmp_path: Path) -> None:
    refused = run("ingest", "movielens", "--from", server.address)
    assert refused.status == 1
    assert "non-commercial" in refused.err
    assert "--accept-licence" in refused.err
    assert server.requests == []

    server.faults.append("cut")
    done = run("ingest", "movielens", "--from", server.address, "--accept-licence", "--json")
    assert json.loads(done.out) == {
        "size": "latest-small",
        "ratings": 4,
        "users": 2,
        "films": 3,
        "off_scale": 0,
        "repeated": 0,
    }
    assert MovieLensStore(tmp_path / "home" / FOLDER).sizes() == ["latest-small"]
    assert [path.name for path in (tmp_path / "home" / FOLDER).iterdir()] == ["latest-small"]


def test_a_wrong_checksum_is_refused(run: Run, server: FileServer, tmp_path: Path) -> None:
    server.files["/ml-latest-small.zip"] += b"more"
    refused = run("ingest", "movielens", "--from", server.address, "--accept-licence")
    assert refused.status == 1
    assert "does not have the checksum" in refused.err
    assert list((tmp_path / "home" / FOLDER).iterdir()) == []


def test_an_archive_on_this_machine(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    path.write_bytes(archive())
    done = run("ingest", "movielens", "--from", str(path), "--accept-licence")
    assert done.out.startswith("MovieLens latest-small: 4 ratings of 3 films by 2 people.")
    assert path.exists()
    assert "There is no file" in run("ingest", "movielens", "--from", "nowhere.zip", "--accept-licence").err
