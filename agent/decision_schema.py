"""The JSON a model writes for a decision: its schema, made from the tools' arguments, and how it is read.

Compact and inlined (no references), one object a call with the tool's name first, so that a server that
constrains decoding by a grammar leads even a small model to valid arguments of the tool it chose.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError

from agent.decision import Decision, SmallTalk, ToolCall
from tools.arguments import Arguments, ToolArguments

_DECODER = json.JSONDecoder()
_WRAPPING = re.compile(r"</?tool_call>|```(?:json)?")
NO_TOOL = "none"
CALLS_AT_MOST = 3
LIST_AT_MOST = 5

ARGUMENT_TYPES: Mapping[str, type[Arguments]] = {
    kind.model_fields["tool"].default: kind for kind in get_args(ToolArguments) if kind.offered
}
"""The type of arguments by the tool's name, of the tools that a model may choose."""


def decision_schema() -> dict[str, Any]:
    """JSON schema of what a model answers, for Ollama's `format`."""
    talk = {
        "type": "object",
        "properties": {"tool": {"const": NO_TOOL}, "talk": {"enum": list(get_args(SmallTalk))}},
        "required": ["tool", "talk"],
        "additionalProperties": False,
    }
    calls = [_call_schema(name, kind) for name, kind in ARGUMENT_TYPES.items()]
    return {
        "type": "object",
        "properties": {
            "calls": {
                "type": "array",
                "items": {"anyOf": [*calls, talk]},
                "minItems": 1,
                "maxItems": CALLS_AT_MOST,
            },
            "again": {"type": "boolean"},
        },
        "required": ["calls"],
        "additionalProperties": False,
    }


def _call_schema(name: str, kind: type[Arguments]) -> dict[str, Any]:
    described = kind.model_json_schema()["properties"]
    properties = {key: _plain(value) for key, value in described.items() if key != "tool"}
    required = [key for key, field in kind.model_fields.items() if field.is_required()]
    return {
        "type": "object",
        "properties": {"tool": {"const": name}, **properties},
        "required": ["tool", *required],
        "additionalProperties": False,
    }


def _plain(described: Mapping[str, Any]) -> dict[str, Any]:
    """A property's bare type: what may be left out is left out, never null; bounds are held by code."""
    options = [option for option in described.get("anyOf", [described]) if option.get("type") != "null"]
    option = options[0]
    if option.get("type") == "array":
        return {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": LIST_AT_MOST}
    return {key: option[key] for key in ("type", "enum") if key in option}


def read_decision(text: str) -> Decision | None:
    """The decision in a model's answer; None where there is none to be had.

    A call that does not validate is mended where that is plain (a number out of bounds, an empty or
    unknown argument), else left out. A model cannot confirm anything.
    """
    try:
        written, again = _written(text)
    except ValueError:
        return None
    calls: list[ToolCall] = []
    talk: str | None = None
    for item in written[:CALLS_AT_MOST]:
        if not isinstance(item, dict):
            continue
        if item.get("tool") == NO_TOOL:
            talk = str(item.get("talk"))
        elif (call := _read_call(item)) and call not in calls:
            calls.append(call)
    if calls:
        return Decision(calls=tuple(calls), again=again)
    if talk in get_args(SmallTalk):
        return Decision.model_validate({"small_talk": talk})
    return None


def _written(text: str) -> tuple[list[Any], bool]:
    """The calls as a model wrote them, and whether it wants to see their results first.

    Where no grammar holds it, a model falls back on what it was trained to write: JSON in a fence, or calls
    in its own form, each in a tag. Raises ValueError where that is no JSON.
    """
    text, at = _WRAPPING.sub(" ", text).strip(), 0
    items: list[Any] = []
    again = False
    while at < len(text):
        value, end = _DECODER.raw_decode(text, at)
        if isinstance(value, dict) and isinstance(value.get("calls"), list):
            again = again or value.get("again") is True
            value = value["calls"]
        items += value if isinstance(value, list) else [value]
        at = end + len(text[end:]) - len(text[end:].lstrip())
    return [_in_our_form(item) for item in items], again


def _in_our_form(item: Any) -> Any:  # noqa: ANN401 - any JSON
    """A call in the form of tools trained into a model, {"name": …, "arguments": {…}}, as one of ours."""
    if isinstance(item, dict) and isinstance(item.get("arguments"), dict) and "name" in item:
        return {**item["arguments"], "tool": item["name"]}
    return item


def _read_call(item: Mapping[str, Any]) -> ToolCall | None:
    kind = ARGUMENT_TYPES.get(str(item.get("tool")))
    if kind is None:
        return None
    offered = kind.model_json_schema()["properties"]  # the fields that are not for a model are none of these
    arguments = {key: value for key, value in item.items() if key in offered and not _empty(value)}
    for _ in range(2):
        try:
            return ToolCall(arguments=kind.model_validate(arguments))
        except ValidationError as error:
            # Each argument that is wrong and may be left out is; where a needed one is wrong that is all.
            wrong = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}
            if any(kind.model_fields[key].is_required() for key in wrong):
                return None
            arguments = {key: value for key, value in arguments.items() if key not in wrong}
    return None


def _empty(value: object) -> bool:
    """What a model writes where it has nothing to say."""
    if isinstance(value, str):
        return value.strip().casefold() in ("", "none", "null", "any", "n/a", "unknown")
    return value is None or (isinstance(value, Sequence) and not any(not _empty(item) for item in value))
