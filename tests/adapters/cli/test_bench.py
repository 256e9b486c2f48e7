import json
from pathlib import Path

import pytest

from tests.support.command import Run
from tests.support.packs import write_pack


def test_training_is_measured(run: Run, tmp_path: Path) -> None:
    starter = {"CINE_STARTER": str(write_pack(tmp_path / "pack"))}
    done = run("bench", "train", "--millions", "0.1", "--memory-gb", "2", "--json", env=starter)
    found = json.loads(done.out)
    assert found["benchmark"] == "train"
    assert 60_000 < found["sizes"]["ratings"] <= 100_000
    assert found["more"]["collaborative_films"] == found["sizes"]["films"]
    assert found["more"]["share_of_ratings_in_them"] == 1
    assert set(found["more"]["steps_s"]) >= {"collaborative: EASE", "collaborative: iALS"}
    assert found["figure"] > 50


@pytest.mark.parametrize("sizes", ["", "many", "0.001", "1,500"])
def test_sizes_that_make_no_sense_are_refused(run: Run, sizes: str) -> None:
    refused = run("bench", "train", "--millions", sizes)
    assert refused.status == 2
    assert "not a list of 0.1 to 100 million ratings" in refused.err
