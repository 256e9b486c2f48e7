"""`cineaesthete database`, as whoever runs it for others uses it."""

from pathlib import Path

from tests.support.command import Run


def test_an_installation_is_moved_backed_up_and_restored(run: Run, tmp_path: Path, postgres_url: str) -> None:
    saved = run("ask", "--json", "add Alien to my watchlist")
    assert saved.status == 0, saved.err
    moved = run("database", "move", postgres_url)
    assert moved.status == 0, moved.err
    assert "1  library" in moved.out
    assert "1  checkpoints" in moved.out
    again = run("database", "move", postgres_url)
    assert again.status == 1
    assert "already; move to an empty one" in again.err

    file = str(tmp_path / "films.backup")
    there = {"CINE_DATABASE_URL": postgres_url}
    assert "written" in run("database", "backup", file, env=there).out
    assert run("database", "restore", file, env=there).status == 1
    restored = run("database", "restore", "--replace", file, env=there)
    assert restored.status == 0, restored.err
    listed = run("ask", "--json", "what's on my watchlist?", env=there)
    assert [film["title"] for film in listed.replies[0]["films"]] == ["Alien"]


def test_old_conversations_are_dropped(run: Run) -> None:
    assert run("ask", "--json", "add Alien to my watchlist").status == 0
    kept = run("database", "prune", "--days", "1")
    assert kept.status == 0, kept.err
    assert "0 conversations" in kept.out
    assert run("database", "prune", "--days", "0").status == 2
