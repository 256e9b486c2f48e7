"""`cineaesthete evaluate ranking` refuses what it cannot use before minutes of work."""

from pathlib import Path

import pytest

from tests.support.command import Run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--seeds", "a,b"), "'a,b' is not a list of whole numbers like 42,43,44"),
        (("--plot", "lost.jpg"), "lost.jpg should end in .png or .svg"),
        (("--plot", "nowhere/lost.svg"), "there is no folder nowhere"),
    ],
)
def test_bad_usage_is_found_before_the_work(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run("evaluate", "ranking", "--path", str(tmp_path), *arguments)
    assert done.status == 2
    assert said in " ".join(done.err.split())


def test_a_folder_without_the_files(run: Run, tmp_path: Path) -> None:
    done = run("evaluate", "ranking", "--path", str(tmp_path))
    assert done.status != 0
    assert "lacks ratings.dat, a file of ml-1m; give the folder with --path" in done.err
