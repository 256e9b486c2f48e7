"""A call that waits for the person to say which film they meant, and the call once they have."""

from agent.decision import ToolCall
from tools.arguments import Arguments, FilmFilters


def waiting_for(call: ToolCall, title: str) -> ToolCall:
    """The call to keep while we ask which film `title` means.

    Where films are named in a list, the title in question is put first: there `with_film` finds it.
    """
    if not isinstance(call.arguments, FilmFilters):
        return call
    wanted = title.casefold()
    like = sorted(call.arguments.like, key=lambda named: named.casefold() != wanted)
    return _with(call.arguments, like=tuple(like))


def with_film(call: ToolCall, film_id: str) -> ToolCall:
    """The call that `waiting_for` kept, with the chosen film in place of the title in question."""
    arguments = call.arguments
    if isinstance(arguments, FilmFilters):
        return _with(arguments, like=(film_id, *arguments.like[1:]))
    update: dict[str, object] = {"title": film_id}
    if "year" in type(arguments).model_fields:
        update["year"] = None
    return _with(arguments, **update)


def _with(arguments: Arguments, **update: object) -> ToolCall:
    return ToolCall.model_validate({"arguments": arguments.model_copy(update=update)})
