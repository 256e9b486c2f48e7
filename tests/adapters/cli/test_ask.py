"""`cineaesthete ask` as formats fix it, on the real starter pack, in processes of its own."""

import json
from pathlib import Path

import pytest

from tests.support.command import Run

FIELDS = {
    "id",
    "title",
    "year",
    "genres",
    "runtime",
    "language",
    "directors",
    "poster",
    "predicted_rating",
    "reason",
    "contributions",
}


def test_something_like_heat_but_under_two_hours(run: Run) -> None:
    done = run("ask", "--json", "something like Heat but under two hours")
    assert done.status == 0, done.err
    events = done.events
    assert [event["event"] for event in events].count("reply") == 1
    reply = events[-1]
    assert reply["event"] == "reply"
    assert reply["decided_by"] == "planner"
    assert set(reply["ms"]) == {"decide", "act", "answer", "total"}
    assert len(reply["films"]) == 5
    for film in reply["films"]:
        assert set(film) == FIELDS
        assert film["runtime"] <= 120
        assert film["title"] != "Heat"
        assert film["reason"]
        assert film["poster"] is None or film["poster"].startswith("https://image.tmdb.org/")
        assert film["title"] in reply["text"]
    tools = [event for event in events if event["event"] == "tool"]
    assert tools[0]["name"] == "recommend_films"
    assert tools[0]["args"]["max_runtime"] == 120
    assert tools[0]["label"]
    assert "".join(event["text"] for event in events if event["event"] == "delta") == reply["text"]


def test_a_conversation_on_postgresql_goes_on_in_the_next_process(run: Run, postgres_url: str) -> None:
    first = run("ask", "--json", "--db", postgres_url, "something like Heat but under two hours")
    assert first.status == 0, first.err
    second = run("ask", "--json", "--db", postgres_url, "save the second one")
    assert second.status == 0, second.err
    listed = run("ask", "--json", "--db", postgres_url, "what's on my watchlist?")
    saved = first.replies[0]["films"][1]["title"]
    assert [film["title"] for film in listed.replies[0]["films"]] == [saved]


def test_lines_are_answered_in_order_and_people_are_apart(run: Run) -> None:
    lines = [
        {"user": "ana", "thread": "a", "text": "add Alien to my watchlist"},
        {"user": "luis", "thread": "b", "text": "what's on my watchlist?"},
        {"user": "ana", "thread": "c", "text": "what's on my watchlist?"},
    ]
    done = run("ask", "--json", "--stdin", stdin="\n".join(map(json.dumps, lines)))
    assert done.status == 0, done.err
    _, luis, ana = done.replies
    assert luis["films"] == []
    assert [film["title"] for film in ana["films"]] == ["Alien"]


def test_the_next_day_it_is_still_known(run: Run) -> None:
    run("ask", "--json", "I loved Heat, 5 stars")
    done = run("ask", "--json", "show my ratings")
    assert [film["title"] for film in done.replies[-1]["films"]] == ["Heat"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", "--stdin", "and text"),
        ("ask", "--nonsense", "x"),
        ("dance",),
        ("ask", "--db", "films", "x"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert len(done.err.splitlines()) == 1
    assert not done.out


def test_a_line_that_is_no_question_is_named(run: Run) -> None:
    done = run("ask", "--json", "--stdin", stdin='{"text": "hello"}\n{"txt": 1}\n')
    assert done.status == 2
    assert "line 2" in done.err
    assert len(done.replies) == 1


@pytest.mark.parametrize("text", ["", "   ", "\x00\x07\x1b[2J", "x" * 20_000, "🎬" * 50])
def test_odd_messages_get_a_sentence(run: Run, text: str) -> None:
    done = run("ask", "--json", "--stdin", stdin=json.dumps({"text": text}))
    assert done.status == 0, done.err
    assert done.replies[-1]["text"]


def test_an_unknown_film_is_said(run: Run) -> None:
    done = run("ask", "--json", "something like Zqxwv Blorptang")
    assert done.status == 0
    assert "don't know" in done.replies[-1]["text"]
    assert done.replies[-1]["films"] == []


def test_a_broken_database_is_one_line_and_is_left_alone(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database, " * 500)
    done = run("ask", "--json", "--db", f"sqlite+aiosqlite:///{broken}", "hello")
    assert done.status == 1
    assert len(done.err.splitlines()) == 1
    assert str(broken) in done.err
    assert broken.read_bytes() == b"this is no database, " * 500


def test_a_data_folder_that_cannot_be_made_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("ask", "--json", "hello", env={"CINE_HOME": str(tmp_path / "file" / "home")})
    assert done.status == 1
    assert len(done.err.splitlines()) == 1
    assert "CINE_HOME" in done.err


def test_a_missing_starter_pack_is_one_line_with_the_mend(run: Run, tmp_path: Path) -> None:
    done = run("ask", "--json", "hello", env={"CINE_STARTER": str(tmp_path / "nowhere")})
    assert done.status == 1
    assert len(done.err.splitlines()) == 1
    assert "starter" in done.err


def test_an_ollama_that_is_not_there_is_said_and_the_planner_answers(run: Run) -> None:
    env = {"CINE_MODEL": "auto", "OLLAMA_HOST": "127.0.0.1:9"}
    done = run("ask", "--json", "something like Heat", env=env)
    assert done.status == 0, done.err
    notices = [event["text"] for event in done.events if event["event"] == "notice"]
    assert len(notices) == 1
    assert "OLLAMA_HOST" in notices[0]
    assert len(done.replies[-1]["films"]) == 5
