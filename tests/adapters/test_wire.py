import json

from adapters.wire import event_json
from agent.events import (
    Choice,
    Choices,
    Done,
    FilmCard,
    FilmCards,
    Notice,
    TextDelta,
    Timings,
    ToolFinished,
    ToolStarted,
)
from data.films import Film

HEAT = Film(
    id="tt0113277",
    title="Heat",
    year=1995,
    genres=("Crime", "Drama"),
    runtime=170,
    language="en",
    directors=("Michael Mann",),
    poster_path="/heat.jpg",
)


def test_the_reply_has_every_field_of_the_interface() -> None:
    card = FilmCard(HEAT, reason="tense", contributions={"content": 0.123456}, predicted_rating=4.321)
    line = event_json(Done("Here.", (card,), "planner", "planner", Timings(1, 2, 3, 6.04)))
    assert line == {
        "event": "reply",
        "text": "Here.",
        "films": [
            {
                "id": "tt0113277",
                "title": "Heat",
                "year": 1995,
                "genres": ["Crime", "Drama"],
                "runtime": 170,
                "language": "en",
                "directors": ["Michael Mann"],
                "poster": "https://image.tmdb.org/t/p/w342/heat.jpg",
                "predicted_rating": 4.3,
                "reason": "tense",
                "contributions": {"content": 0.1235},
            }
        ],
        "decided_by": "planner",
        "ms": {"decide": 1, "act": 2, "answer": 3, "total": 6.0},
    }


def test_the_other_events_have_the_fields_of_the_interface() -> None:
    assert event_json(ToolStarted("recommend_films", {"like": ["Heat"]}, "Looking…")) == {
        "event": "tool",
        "name": "recommend_films",
        "args": {"like": ["Heat"]},
        "label": "Looking…",
    }
    assert event_json(TextDelta("He")) == {"event": "delta", "text": "He"}
    assert event_json(Notice("away")) == {"event": "notice", "text": "away"}
    assert event_json(Choices((Choice("pick:tt1", "Heat (1986)"),))) == {
        "event": "choices",
        "choices": [{"id": "pick:tt1", "label": "Heat (1986)"}],
    }


def test_what_the_interface_leaves_out_is_left_out() -> None:
    assert event_json(ToolFinished("recommend_films", "Found 5 films")) is None
    assert event_json(FilmCards(())) is None


def test_every_line_is_plain_json() -> None:
    card = FilmCard(Film(id="x", title="Amélie", year=2001))
    line = event_json(Done("é", (card,), "model", "model", Timings(0, 0, 0, 0)))
    assert json.loads(json.dumps(line))["films"][0]["poster"] is None
