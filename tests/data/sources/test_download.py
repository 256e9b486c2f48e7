import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from data.errors import SourceError
from data.sources.download import Downloader, verify_md5
from tests.support.file_server import FileServer, file_server

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def server() -> Iterator[FileServer]:
    with file_server() as served:
        served.add("ml.zip", CONTENT, md5=True)
        yield served


@pytest.fixture
def downloader() -> Iterator[Downloader]:
    with httpx.Client(trust_env=False) as client:
        yield Downloader(client, sleep=lambda _: None)


def fetch(downloader: Downloader, server: FileServer, target: Path) -> list[tuple[int, int | None]]:
    told: list[tuple[int, int | None]] = []
    downloader.fetch(f"{server.address}/ml.zip", target, lambda done, total: told.append((done, total)))
    return told


def test_a_file_is_fetched_and_nothing_left_beside(
    downloader: Downloader, server: FileServer, tmp_path: Path
) -> None:
    target = tmp_path / "new" / "ml.zip"
    assert fetch(downloader, server, target)[-1] == (len(CONTENT), len(CONTENT))
    assert target.read_bytes() == CONTENT
    assert list(target.parent.iterdir()) == [target]


def test_a_cut_is_gone_on_with_in_the_same_run(
    downloader: Downloader, server: FileServer, tmp_path: Path
) -> None:
    server.faults.extend(["cut", "503", "cut", "429"])
    fetch(downloader, server, tmp_path / "ml.zip")
    assert (tmp_path / "ml.zip").read_bytes() == CONTENT
    half = len(CONTENT) // 2
    ranges = [wanted for _, wanted in server.requests]
    assert ranges == [
        None,
        f"bytes={half}-",
        f"bytes={half}-",
        f"bytes={half * 3 // 2}-",
        f"bytes={half * 3 // 2}-",
    ]


def test_a_run_that_gave_up_is_gone_on_with_by_the_next(
    downloader: Downloader, server: FileServer, tmp_path: Path
) -> None:
    server.faults.extend(["cut", *["503"] * 4])
    with pytest.raises(SourceError, match=r"0\.5 MB are there.*goes on where it stopped"):
        fetch(downloader, server, tmp_path / "ml.zip")
    assert not (tmp_path / "ml.zip").exists()
    server.requests.clear()
    fetch(downloader, server, tmp_path / "ml.zip")
    assert server.requests == [("/ml.zip", f"bytes={len(CONTENT) // 2}-")]
    assert (tmp_path / "ml.zip").read_bytes() == CONTENT


def test_another_file_by_now_is_fetched_from_the_start(
    downloader: Downloader, server: FileServer, tmp_path: Path
) -> None:
    server.faults.extend(["cut", *["503"] * 4])
    with pytest.raises(SourceError):
        fetch(downloader, server, tmp_path / "ml.zip")
    server.add("ml.zip", CONTENT[::-1])
    fetch(downloader, server, tmp_path / "ml.zip")
    assert (tmp_path / "ml.zip").read_bytes() == CONTENT[::-1]


def test_a_server_without_ranges_is_asked_again(
    downloader: Downloader, server: FileServer, tmp_path: Path
) -> None:
    server.ranges = False
    server.faults.append("cut")
    fetch(downloader, server, tmp_path / "ml.zip")
    assert (tmp_path / "ml.zip").read_bytes() == CONTENT


def test_a_part_that_was_whole_already(downloader: Downloader, server: FileServer, tmp_path: Path) -> None:
    server.faults.extend(["cut", *["503"] * 4])
    with pytest.raises(SourceError):
        fetch(downloader, server, tmp_path / "ml.zip")
    (tmp_path / "ml.zip.part").write_bytes(CONTENT)  # killed between the last byte and the new name
    fetch(downloader, server, tmp_path / "ml.zip")
    assert (tmp_path / "ml.zip").read_bytes() == CONTENT


def test_a_file_that_is_not_there(downloader: Downloader, server: FileServer, tmp_path: Path) -> None:
    del server.files["/ml.zip"]
    with pytest.raises(SourceError, match=r"There is no http.*--from"):
        fetch(downloader, server, tmp_path / "ml.zip")


def test_offline(downloader: Downloader, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="the network or the server fails"):
        downloader.fetch("http://127.0.0.1:1/ml.zip", tmp_path / "ml.zip", lambda *_: None)


def test_a_disk_too_small_is_said_before(
    downloader: Downloader, server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearly_full(_: Any) -> Any:
        return shutil._ntuple_diskusage(10**9, 10**9 - 10**6, 10**6)  # type: ignore[attr-defined]

    monkeypatch.setattr(shutil, "disk_usage", nearly_full)
    with pytest.raises(SourceError, match=r"has 1 MB free; 51 are needed"):
        fetch(downloader, server, tmp_path / "ml.zip")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_disk_that_fills_up(downloader: Downloader, server: FileServer, tmp_path: Path) -> None:
    (tmp_path / "ml.zip.part").symlink_to("/dev/full")
    with pytest.raises(SourceError, match=r"is full.*goes on where it stopped"):
        fetch(downloader, server, tmp_path / "ml.zip")


def test_checksums(downloader: Downloader, server: FileServer, tmp_path: Path) -> None:
    md5 = downloader.published_md5(f"{server.address}/ml.zip")
    assert md5 is not None
    assert downloader.published_md5(f"{server.address}/other.zip") is None
    path = tmp_path / "ml.zip"
    path.write_bytes(CONTENT)
    verify_md5(path, md5)
    path.write_bytes(CONTENT + b"x")
    with pytest.raises(SourceError, match="checksum that its publisher states"):
        verify_md5(path, md5)
    assert not path.exists()
