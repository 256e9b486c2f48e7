import json
from pathlib import Path

from tests.support.command import Run


def test_a_sound_installation(run: Run) -> None:
    done = run("doctor", "--json")
    assert done.status == 0, done.err
    said = json.loads(done.out)
    assert said["ok"] is True
    assert said["catalogue"]["films"] >= 6000
    assert said["catalogue"]["since_2018"] >= 400
    assert said["catalogue"]["with_poster"] >= 4500
    assert 0 < said["starter_mb"] <= 25
    assert said["models"]
    assert said["database"]["ok"] is True
    assert said["database"]["revision"]
    assert said["problems"] == []


def test_an_unreachable_model_is_a_problem_with_a_mend_but_no_fault(run: Run) -> None:
    env = {"CINE_MODEL": "auto", "OLLAMA_HOST": "127.0.0.1:9"}
    said = json.loads(run("doctor", "--json", env=env).out)
    assert said["ok"] is True
    assert said["model"] == {"host": "http://127.0.0.1:9", "reachable": False, "names": []}
    assert said["problems"][0]["mend"]


def test_what_is_broken_is_named_with_its_mend(run: Run, tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    env = {
        "CINE_STARTER": str(tmp_path / "nowhere"),
        "CINE_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/db",
    }
    done = run("doctor", "--json", env=env)
    assert done.status == 1
    said = json.loads(done.out)
    assert said["ok"] is False
    assert len(said["problems"]) == 2
    assert all(problem["what"] and problem["mend"] for problem in said["problems"])


def test_for_people_it_is_a_page(run: Run) -> None:
    done = run("doctor")
    assert "films" in done.out
    assert "All is well" in done.out


def test_passwords_are_not_shown(run: Run) -> None:
    done = run("doctor", "--json", "--db", "postgresql+asyncpg://cine:secret@127.0.0.1:9/films")
    assert "secret" not in done.out + done.err
