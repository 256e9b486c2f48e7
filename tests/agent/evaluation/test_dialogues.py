"""The evaluation of dialogues on a real agent with a small set that can be met, and one that cannot."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from adapters.app import App
from adapters.settings import load_settings
from agent.evaluation.dialogues import SURFACE, Stage, evaluate, read_scripts
from agent.evaluation.expectations import Scene, faults, repeats
from agent.evaluation.transcript import Answered, figure
from data.errors import BadInput
from data.films import Film

SHORT = Film(id="a", title="Short", year=1990, genres=("Comedy",), runtime=80, language="fr")
DARK = Film(id="b", title="The Dark", year=2000, genres=("Horror",), runtime=120, language="en")
LIST = Answered(
    (("recommend_films", {"genres": ["Comedy"], "count": 2}),), (SHORT, DARK), "Short and Dark.", 1.0
)


def scene(*earlier: Answered, turn: Answered = LIST, off_limits: frozenset[str] = frozenset()) -> Scene:
    return Scene(turn, earlier, off_limits)


@pytest.mark.parametrize(
    "expect",
    [
        {"tool": "recommend_films", "args": {"genres": ["comedy"]}},
        {"tool": ["film_details", "recommend_films"]},
        {"films": {"all": {"min_year": 1990, "max_runtime": 120}, "count_min": 2, "count_max": 2}},
        {"films": {"some_of": ["Short (1990)"], "none_of": ["Heat"]}},
        {"films": {"some_of": ["$t1*"]}},
        {"films": {"rel": [{"stat": "median_year", "op": ">=", "ref": "t1"}]}},
        {"films": {"rel": [{"stat": "share_dark", "op": "==", "ref": 0.5}]}},
        {"reply_has": ["short", ["nothing", "dark"]], "reply_lacks": ["Heat"]},
        {"reply_has": ["$t1#1.title"]},
    ],
)
def test_met(expect: dict[str, Any]) -> None:
    assert faults(expect, scene(LIST)) == []


@pytest.mark.parametrize(
    "expect",
    [
        {"tool": "none"},
        {"args": {"count": 3}},
        {"films": {"all": {"languages": ["French"]}}},
        {"films": {"all": {"exclude_genres": ["horror"]}}},
        {"films": {"none_of": ["$t1#2"]}},
        {"films": {"none_of": ["$t1#2.title"]}},
        {"films": {"count_min": 3}},
        {"films": {"rel": [{"stat": "median_runtime", "op": "<", "ref": "t1"}]}},
        {"reply_has": ["Heat"]},
        {"reply_lacks": ["dark"]},
    ],
)
def test_not_met(expect: dict[str, Any]) -> None:
    assert len(faults(expect, scene(LIST))) == 1


def test_a_known_film_is_a_fault_unless_asked_for() -> None:
    assert repeats(scene(off_limits=frozenset({"b"}))) == ["shown though known: The Dark (2000)"]
    asked = Answered((("recommend_films", {"include_seen": True}),), LIST.films, "", 1.0)
    assert repeats(scene(turn=asked, off_limits=frozenset({"b"}))) == []
    details = Answered((("film_details", {"title": "The Dark"}),), (DARK,), "", 1.0)
    assert repeats(scene(turn=details, off_limits=frozenset({"b"}))) == []


def test_figures() -> None:
    assert figure("median_runtime", LIST.films) == 100
    assert figure("share:comedy", LIST.films) == 0.5
    assert figure("median_year", ()) is None
    with pytest.raises(ValueError, match="no figure"):
        figure("loudness", LIST.films)


async def test_holds_dialogues_on_fresh_databases(tmp_path: Path) -> None:
    turns = [
        {"text": "french comedies", "expect": {"films": {"all": {"languages": ["fr"]}}}},
        {"text": "save the second one", "expect": {"args": {"title": "$t1#2.title"}}},
        {"text": "what's on my list", "expect": {"reply_has": ["$t1#2.title"]}},
    ]
    fresh = [{"text": "what's on my list", "expect": {"reply_has": ["not a film of that list"]}}]
    file = tmp_path / "dialogues.jsonl"
    file.write_text("\n".join(json.dumps({"id": id_, "turns": t}) for id_, t in (("a", turns), ("b", fresh))))

    @asynccontextmanager
    async def open_stage() -> AsyncIterator[Stage]:
        with TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{folder}/dialogue.db"
            async with App.open(load_settings(model="none", database_url=url, home=tmp_path)) as app:

                async def known(user: str) -> frozenset[str]:
                    person = await app.people.resolve(SURFACE, user)
                    return frozenset(row.film_id for row in await app.library.rows(person.id) if row.seen)

                yield Stage(app.agent, known)

    report = await evaluate(read_scripts(file), open_stage)
    assert (report["dialogues"], report["turns"], report["turns_met"]) == (2, 4, 0.75)
    (failure,) = report["failures"]
    assert (failure["id"], failure["films"]) == ("b", [])


@pytest.mark.parametrize("line", ["nonsense", '{"id": 1}', '{"id": 1, "turns": [{}]}'])
def test_a_broken_set_says_which_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(line)
    with pytest.raises(BadInput, match="line 1"):
        read_scripts(file)
