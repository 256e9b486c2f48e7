import json
from pathlib import Path

from tests.recsys.trials.test_definitions import VARIETY
from tests.support.command import Run


def test_trials_are_reported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    none = run("experiments", "report")
    assert none.status == 1
    assert "There is no trial" in none.err
    (tmp_path / "home" / "experiments.toml").write_text(VARIETY.replace("share = 0.5", "share = 1.0", 1))
    assert run("ask", "recommend me something", "--json").status == 0
    found = json.loads(run("experiments", "report", "variety", "--json").out)
    assert sum(arm["people"] for arm in found["arms"]) == 1
    assert "nobody to compare yet" in run("experiments", "report").out
    (tmp_path / "home" / "experiments.toml").write_text("[[experiment")
    broken = run("ask", "hello")
    assert broken.status != 0
    assert "cannot be read" in broken.err


def test_the_rule_is_simulated(run: Run) -> None:
    rows = run("evaluate", "trials", "--trials", "10", "--people", "200", "--json").out.splitlines()
    assert all(json.loads(row)["wrong"] <= 0.2 for row in rows)
