from pathlib import Path

import pytest

from tests.support.command import Run
from tests.support.movielens import archive
from tests.support.packs import write_pack


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {"CINE_STARTER": str(write_pack(tmp_path_factory.mktemp("starter")))}


def ratings() -> str:
    rows = [f"{user},{movie},{4 + user % 2},9" for user in range(1, 31) for movie in (1, 2, 3)]
    return "\n".join(["userId,movieId,rating,timestamp", *rows]) + "\n"


def test_ratings_brought_in_are_trained_on(run: Run, env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "set.zip").write_bytes(archive(ratings=ratings()))
    assert run("ingest", "movielens", "--from", "set.zip", "--accept-licence", env=env).status == 0
    done = run("train", "--memory-gb", "2", env=env)
    assert done.status == 0, done.err
    assert "now in use: 14 films, 1 of them new; 90 ratings." in done.out
    assert "14 films, 90 ratings" in run("models", env=env).out
    assert "1m is not here" in run("train", "--size", "1m", env=env).err


def test_without_anything_new_it_says_what_to_bring_in(run: Run, env: dict[str, str]) -> None:
    done = run("train", env=env)
    assert done.status == 0
    assert "run `cineaesthete ingest movielens` or `cineaesthete ingest tmdb` first" in done.out
    assert "run `cineaesthete ingest tmdb` first" in run("train", "--films-only", env=env).out
    assert run("train", "--films-only", "--size", "1m", env=env).status == 2
    assert "Fine-tune" in run("train", "--help", env=env).out
