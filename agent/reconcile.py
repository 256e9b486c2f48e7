"""One decision out of two: what the model understood and what the planner read.

The principle: what stands literally in the message is for code to read, what it means is for the model.
So the planner chooses the tools where it is sure, the model where it is not. Titles, names and numbers are
the planner's; the model's are let in where they stand in the message. What the model alone understood may
steer a search (mood, themes) of which the planner read nothing; it binds no search and writes nothing down.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from agent.decision import Decision, ToolCall
from agent.literal import Literally
from tools.arguments import FilmFilters

SURE = 0.6
"""Certainty from which the planner's choice of tools stands."""

_NUMBERS = frozenset({"min_year", "max_year", "year", "min_runtime", "max_runtime", "count", "rating"})
_SWITCHES = frozenset({"family_safe", "from_watchlist", "include_seen", "spoilers", "evidence"})
_STEERING = frozenset({"keywords", "aspects"})
_PEOPLE = frozenset({"people", "exclude_people"})
"""The planner knows every name of the catalogue: whom it did not read in the message is not in it."""
_OWN_WORDS = frozenset({"look", "preference", "what", "text", "action", "kind"})
"""Free words, and choices that belong to the tool itself."""
READING = frozenset({"film_details", "explain_pick", "summarise_reviews", "recommend_films"})
"""Tools that only look: there a film just shown may be meant without being named."""


def reconcile(
    model: Decision, planner: Decision, message: Literally, before: FilmFilters | None = None
) -> Decision:
    """The decision to act on. `message` says what stands in the text, `before` is the search under way."""
    if planner.certainty >= SURE or (planner.calls and _tools(planner) == _tools(model)):
        calls = tuple(_enriched(call, _twin(call, model), message) for call in planner.calls)
        return planner.model_copy(update={"calls": calls, "again": bool(calls) and model.again})
    if not model.calls:
        # The planner saw a wish where the model saw none: it counts if something was actually read.
        return planner if any(_arguments(call) for call in planner.calls) else model
    borne_out = (_borne_out(call, _read(call, planner, before), message) for call in model.calls)
    calls = tuple(call for call in borne_out if call is not None)
    return Decision(calls=calls, again=model.again) if calls else planner


def _enriched(call: ToolCall, twin: ToolCall | None, message: Literally) -> ToolCall:
    """The planner's call with what the model adds to it."""
    if twin is None:
        return call
    read = _arguments(call)
    added = {name: value for name, value in _let_in(twin, message, bare=not read).items() if name not in read}
    return _made(call.arguments.tool, {**added, **read}) or call


def _read(call: ToolCall, planner: Decision, before: FilmFilters | None) -> dict[str, Any] | None:
    """What the planner read for this call; None where it meant another tool.

    Of a search that it would have made with another tool the wishes that are new in this message count.
    """
    if twin := _twin(call, planner):
        return _arguments(twin)
    wanted = set(type(call.arguments).model_fields) if isinstance(call.arguments, FilmFilters) else set()
    for other in planner.calls:
        if wanted and isinstance(other.arguments, FilmFilters):
            apart = {"people"} if "plan_movie_night" in (call.arguments.tool, other.arguments.tool) else set()
            return {
                name: value
                for name, value in _arguments(other).items()
                if name in wanted - apart and value != getattr(before, name, None)
            }
    return None


def _borne_out(call: ToolCall, read: Mapping[str, Any] | None, message: Literally) -> ToolCall | None:
    """The model's call as far as the message bears it out; None where that leaves no call."""
    found = {**_let_in(call, message, bare=not read), **(read or {})}
    if read is None and not _may_be_the_models_alone(call.arguments.tool, found, message):
        return None
    return _made(call.arguments.tool, found)


def _may_be_the_models_alone(tool: str, found: Mapping[str, Any], message: Literally) -> bool:
    """What is kept or erased needs more than one understanding: its own words in the message."""
    if tool == "forget" or (tool == "recommend_films" and not found):
        return False
    if tool == "remember":
        return message.shares_words(str(found.get("preference", "")))
    if tool == "update_library":
        return found.get("action") != "review" and (found.get("action") != "rate" or "rating" in found)
    return True


def _let_in(call: ToolCall, message: Literally, *, bare: bool) -> dict[str, Any]:
    """The arguments of a model's call that may count. `bare`: the planner read none for this tool."""
    shown = call.arguments.tool in READING
    found = {
        name: _stands(name, value, message, bare=bare, shown=shown)
        for name, value in _arguments(call).items()
    }
    return {name: value for name, value in found.items() if value is not None}


def _stands(name: str, value: Any, message: Literally, *, bare: bool, shown: bool) -> Any:  # noqa: ANN401 - any argument's
    if name in _OWN_WORDS or (bare and name == "mood"):
        return value
    if name in _STEERING:
        return value if bare else None
    if name in _NUMBERS:
        return value if message.has_number(value) else None
    if name in _SWITCHES:
        return None
    if name in _PEOPLE:
        return tuple(item for item in value if message.was_shown(item)) or None
    if isinstance(value, str):
        return value if message.names(value, shown=shown) else None
    return tuple(item for item in value if message.names(item, shown=shown)) or None


def _made(tool: str, arguments: Mapping[str, Any]) -> ToolCall | None:
    try:
        return ToolCall.model_validate({"arguments": {**arguments, "tool": tool}})
    except ValidationError:
        return None


def _twin(call: ToolCall, decision: Decision) -> ToolCall | None:
    """The call of the same tool in another decision."""
    return next((other for other in decision.calls if other.arguments.tool == call.arguments.tool), None)


def _tools(decision: Decision) -> list[str]:
    return sorted(call.arguments.tool for call in decision.calls)


def _arguments(call: ToolCall) -> dict[str, Any]:
    return call.arguments.model_dump(exclude_defaults=True, exclude={"tool"})
