"""One decision out of two: what the model understood and what the planner read.

The principle: what stands literally in the message is for code to read, what it means is for the model. So
the planner's titles, names, numbers and answers to our own questions win, the model's are let in where they
stand in the message or among the films just shown, and whatever the model alone understood may steer (mood,
keywords, the choice of the tool) but not bind.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from agent.decision import Decision, ToolCall
from agent.decision_schema import ARGUMENT_TYPES
from agent.literal import Literally

_CERTAIN_TALK = frozenset({"greeting", "thanks", "farewell", "help", "declined"})
"""Small talk that the planner recognises by its very words."""
_NAMES = frozenset({"like", "people", "exclude_people", "title", "person"})
_TERMS = frozenset({"genres", "exclude_genres", "languages"})
_NUMBERS = frozenset({"min_year", "max_year", "year", "min_runtime", "max_runtime", "count", "rating"})
_SWITCHES = frozenset({"family_safe", "from_watchlist", "include_seen", "spoilers"})
_WRITING = frozenset({"update_library", "remember", "forget"})


def reconcile(model: Decision, planner: Decision, message: Literally) -> Decision:
    """The decision to act on. `message` says what stands in the text."""
    if planner.confirmed or planner.small_talk in _CERTAIN_TALK:
        return planner
    if not model.calls:
        # The planner saw a wish where the model saw none: it counts if something was actually read.
        return planner if any(_arguments(call) for call in planner.calls) else model
    settled: list[ToolCall] = []
    for call in model.calls:
        twin = next((other for other in planner.calls if other.arguments.tool == call.arguments.tool), None)
        if grounded := _settle(call, twin, message):
            settled.append(grounded)
    if not settled or _loses_a_write(settled, planner):
        return planner
    return Decision(calls=tuple(settled), again=model.again)


def _settle(call: ToolCall, twin: ToolCall | None, message: Literally) -> ToolCall | None:
    """The model's call with the planner's reading of the same; None where nothing bears it out."""
    arguments = {
        name: kept
        for name, value in _arguments(call).items()
        if (kept := _borne_out(name, value, message)) is not None
    }
    if twin is not None:
        arguments |= _arguments(twin)
    kind = ARGUMENT_TYPES[call.arguments.tool]
    try:
        return ToolCall.model_validate({"arguments": kind.model_validate(arguments)})
    except ValidationError:
        return None


def _borne_out(name: str, value: Any, message: Literally) -> Any:  # noqa: ANN401 - any argument's value
    """The part of a model's argument that the message holds; None where that is nothing."""
    if name in _NUMBERS:
        return value if message.has_number(value) else None
    if name in _SWITCHES:
        return None
    if name in _NAMES or name in _TERMS:
        if isinstance(value, str):
            return value if message.names(value) else None
        return tuple(item for item in value if message.names(item)) or None
    return value


def _loses_a_write(settled: Iterable[ToolCall], planner: Decision) -> bool:
    """The planner read something to write down, or the model did where the planner did not."""
    said = {call.arguments.tool for call in planner.calls} & _WRITING
    return said != {call.arguments.tool for call in settled} & _WRITING


def _arguments(call: ToolCall) -> Mapping[str, Any]:
    return call.arguments.model_dump(exclude_defaults=True, exclude={"tool"})
