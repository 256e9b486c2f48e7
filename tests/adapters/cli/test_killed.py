"""A process killed in mid-turn: the next start finds a sound database and every completed turn."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.support.command import Run

FILMS = ["Alien", "Fargo", "Heat", "Jaws", "Ronin", "Vertigo", "Amadeus", "Gladiator"]


def test_what_was_answered_is_kept_and_the_next_start_is_sound(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    process = subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", "ask", "--json", "--stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"CINE_HOME": str(home), "CINE_MODEL": "none"},
        cwd=tmp_path,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    for film in FILMS * 4:
        process.stdin.write(json.dumps({"text": f"save {film}"}) + "\n")
    process.stdin.flush()
    answered = []
    while len(answered) < len(FILMS) - 2:
        event = json.loads(process.stdout.readline())
        if event["event"] == "reply":
            answered.append(FILMS[len(answered)])
    process.kill()
    process.communicate()

    with sqlite3.connect(home / "cineaesthete.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        said = {row[0] for row in database.execute("SELECT said FROM turns")}
    database.close()
    assert {f"save {film}" for film in answered} <= said
    shown = run("ask", "--json", "what's on my watchlist?").replies[-1]["films"]
    assert set(answered) <= {film["title"] for film in shown}
