"""Three real worker processes on one PostgreSQL, killed one by one; `bench workers` is the long form."""

from pathlib import Path

import pytest

from adapters.benchmarks.workers import bench_workers
from data.pack import StarterPack
from tests.support.packs import write_pack


@pytest.mark.timeout(120)
async def test_nothing_is_lost_and_nothing_doubled(postgres_url: str, tmp_path: Path) -> None:
    starter = write_pack(tmp_path / "starter")
    catalogue = StarterPack.load(starter).catalogue
    told, found = await bench_workers(
        postgres_url, catalogue, tmp_path / "home", people=6, seconds=4, kill_every_s=1, starter=starter
    )
    assert found.total == 0, found
    assert told.unanswered == 0
    assert told.kills
