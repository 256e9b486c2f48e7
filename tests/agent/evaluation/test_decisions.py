"""The evaluation of decisions: tolerant where people are, strict where it matters."""

import json
from pathlib import Path

import pytest

from agent.decision import Decision, ToolCall
from agent.evaluation.decisions import evaluate, read_cases
from agent.evaluation.matching import meets, unmet
from data.errors import BadInput
from tools.arguments import RecommendFilms, UpdateLibrary


@pytest.mark.parametrize(
    ("name", "expected", "given"),
    [
        ("title", "the godfather", "Godfather (1972)"),
        ("title", "Amelie", "Amélie"),
        ("genres", ["sci-fi"], ["Science Fiction"]),
        ("genres", ["kids"], ["Family"]),
        ("languages", ["French"], ["fr"]),
        ("languages", ["es"], ["Spanish"]),
        ("max_year", {"any": [1959, 1960]}, 1959),
        ("mood", {"contains_any": ["dark", "bleak"]}, "very Dark"),
        ("keywords", {"contains_any": ["time travel"]}, ["time travel"]),
        ("rating", {"value": 9, "of": 10}, 4.5),
        ("like", ["heat"], ["Heat", "Ronin"]),
    ],
)
def test_meets(name: str, expected: object, given: object) -> None:
    assert meets(name, expected, given)


@pytest.mark.parametrize(
    ("name", "expected", "given"),
    [
        ("title", "Heat", "Heat Wave"),
        ("genres", ["horror", "comedy"], ["Comedy"]),
        ("family_safe", True, None),
        ("max_runtime", 120, 110),
        ("rating", {"value": 9, "of": 10}, 4.0),
        ("count", 1, True),
    ],
)
def test_does_not_meet(name: str, expected: object, given: object) -> None:
    assert not meets(name, expected, given)


def test_unmet_names_what_is_missing() -> None:
    assert unmet({"count": 3, "mood": "dark"}, {"count": 3}) == ["mood"]


async def test_report_counts_tools_and_arguments(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "text": "a", "tool": "recommend_films", "must_args": {"count": 3}},
        {"id": 2, "text": "b", "tool": ["recommend_films", "none"], "must_args": {}},
        {"id": 3, "text": "c", "tool": "none"},
        {"id": 4, "text": "both", "tool": "recommend_films"},
    ]
    file = tmp_path / "set.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows))

    async def decide(text: str) -> Decision:
        films = ToolCall(arguments=RecommendFilms(count=2))
        rate = ToolCall(arguments=UpdateLibrary(action="seen", title="Heat"))
        return Decision(calls={"a": (films,), "b": (), "c": (films,), "both": (films, rate)}[text])

    report = await evaluate(read_cases(file), decide)
    assert report["tool_accuracy"] == 0.5
    assert report["argument_accuracy"] == 0.75
    assert report["confusion"]["none"] == {"recommend_films": 1}
    assert report["confusion"]["recommend_films"]["recommend_films+update_library"] == 1
    assert [failure["id"] for failure in report["failures"]] == ["1", "3", "4"]


@pytest.mark.parametrize("line", ["nonsense", '{"id": 1}', "[]"])
def test_a_broken_set_says_which_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text('{"id": 1, "text": "hi", "tool": "none"}\n' + line)
    with pytest.raises(BadInput, match="line 2"):
        read_cases(file)
