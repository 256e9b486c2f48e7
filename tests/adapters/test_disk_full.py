"""A disk that fills up while people talk: a real file system of a few megabytes."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from adapters.app import App
from adapters.settings import load_settings
from agent.turn import Turn
from tests.agent.house import text_of

_MEGABYTES = 6


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "tmpfs", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"no right to mount a small file system: {mounted.stderr.strip()}")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    file = os.open(filler, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while True:
            os.write(file, b"x" * 4096)
    os.close(file)
    return filler


async def test_what_was_told_stays_and_once_there_is_room_all_goes_on(small_disk: Path) -> None:
    settings = load_settings(model="none", home=small_disk, database_url=f"sqlite:///{small_disk}/cine.db")
    async with App.open(settings) as app:

        async def say(text: str) -> str:
            turn = Turn("discord", "ana", "t", text)
            return text_of([event async for event in app.agent.stream(turn)])

        assert "Heat (1995)" in await say("rate heat 5")
        filler = fill(small_disk)
        assert (await say("rate alien 4")).startswith("I can't get at my memory")
        assert "1." in await say("something tense")
        filler.unlink()
        assert "Alien (1979)" in await say("rate alien 4")
        rated = await say("what have i rated")
        assert "Heat (1995)" in rated
        assert "Alien (1979)" in rated
