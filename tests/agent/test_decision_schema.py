import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.decision import Decision
from agent.decision_schema import ARGUMENT_TYPES, decision_schema, read_decision
from agent.prompts.deciding import EXAMPLES
from tests.agent.house import call, decide


def walk(schema: Any) -> Any:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from walk(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from walk(value)


def test_the_schema_is_inlined_compact_and_names_every_tool() -> None:
    schema = decision_schema()
    assert "$ref" not in json.dumps(schema)
    assert len(json.dumps(schema)) < 8000
    variants = schema["properties"]["calls"]["items"]["anyOf"]
    assert [next(iter(variant["properties"])) for variant in variants] == ["tool"] * len(variants)
    tools = [variant["properties"]["tool"]["const"] for variant in variants]
    assert set(tools) == {*ARGUMENT_TYPES, "none"}
    assert all("null" not in str(part.get("type")) for part in walk(schema))


FOR_BUTTONS = {
    "social": {"block"},
    "start_quiz": {"step", "answer", "titles", "anew"},
    "plan_movie_night": {"act", "when", "exclude_films"},
    "recommend_films": {"exclude_films"},
    "search_by_look": {"exclude_films"},
    "show_library": {"year", "shared"},
    "update_library": {"shared"},
}
"""Arguments that only buttons and the planner fill."""


def test_every_argument_of_every_tool_can_be_written() -> None:
    variants = decision_schema()["properties"]["calls"]["items"]["anyOf"]
    by_tool = {variant["properties"]["tool"]["const"]: variant for variant in variants}
    for name, kind in ARGUMENT_TYPES.items():
        assert set(by_tool[name]["properties"]) == set(kind.model_fields) - FOR_BUTTONS.get(name, set())


def test_a_model_cannot_answer_the_quiz_for_a_person() -> None:
    written = '{"calls":[{"tool":"start_quiz","step":3,"answer":"none","anew":true}]}'
    assert read_decision(written) == decide(call(tool="start_quiz"))


def test_every_example_of_the_prompt_is_a_decision_without_anything_to_mend() -> None:
    for _, written in EXAMPLES:
        decision = read_decision(written)
        assert decision is not None
        given = json.loads(written)["calls"]
        if decision.calls:
            back = [made.arguments.model_dump(mode="json", exclude_defaults=True) for made in decision.calls]
            wanted = [{key: value for key, value in each.items() if key != "tool"} for each in given]
            assert back == wanted


@pytest.mark.parametrize(
    ("written", "decision"),
    [
        ('{"calls":[{"tool":"none","talk":"thanks"}]}', Decision(small_talk="thanks")),
        (
            '{"calls":[{"tool":"recommend_films","like":["Heat"],"max_runtime":120}],"again":true}',
            decide(call(tool="recommend_films", like=["Heat"], max_runtime=120), again=True),
        ),
        (  # empty and out of bounds: left out
            '{"calls":[{"tool":"recommend_films","like":[],"mood":"","genres":["crime"],"count":999}]}',
            decide(call(tool="recommend_films", genres=["crime"])),
        ),
        (  # an argument of another tool
            '{"calls":[{"tool":"show_library","kind":"seen","title":"Heat"}]}',
            decide(call(tool="show_library", kind="seen")),
        ),
        (  # a call that lacks what it needs does not spoil the other
            '{"calls":[{"tool":"film_details"},{"tool":"start_quiz"}]}',
            decide(call(tool="start_quiz")),
        ),
        (  # said twice
            '{"calls":[{"tool":"start_quiz"},{"tool":"start_quiz"}]}',
            decide(call(tool="start_quiz")),
        ),
        (  # a model cannot confirm
            '{"calls":[{"tool":"forget","what":"everything"}],"confirmed":true}',
            decide(call(tool="forget", what="everything")),
        ),
        ('{"calls":[{"tool":"update_library","action":"explode","title":"Heat"}]}', None),
        ('{"calls":[{"tool":"none","talk":"war"}]}', None),
        ('{"calls":[', None),
        ("", None),
    ],
)
def test_how_an_answer_is_read(written: str, decision: Decision | None) -> None:
    assert read_decision(written) == decision


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
almost_calls = st.fixed_dictionaries(
    {"tool": st.sampled_from([*ARGUMENT_TYPES, "none", ""])},
    optional=dict.fromkeys(
        ["like", "title", "what", "kind", "action", "rating", "max_runtime", "talk", "count"], json_values
    ),
)


@given(st.lists(almost_calls | json_values, max_size=5))
def test_no_answer_is_too_strange_to_be_read(calls: list[Any]) -> None:
    decision = read_decision(json.dumps({"calls": calls}))
    assert decision is None or len(decision.calls) <= 3
