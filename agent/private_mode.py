"""What a conversation in private mode leaves undone: nothing of it is written down.

Only the search under way is kept, so that "shorter ones" can be understood, until private mode ends.
"""

from collections.abc import Sequence
from typing import Any

from agent.conversation import focus_after
from agent.focus import Focus
from agent.state import Outcome, State, focus_of
from tools.arguments import Arguments, MyData, PlanMovieNight, Remember, Social, StartQuiz, UpdateLibrary

_WRITING = (UpdateLibrary, Remember, StartQuiz, PlanMovieNight)


def writes(arguments: Arguments) -> bool:
    """Whether to do this is to write something down."""
    if isinstance(arguments, Social):
        return arguments.kind in ("add_friend", "remove_friend")
    return isinstance(arguments, _WRITING)


def private_focus(state: State, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The focus after a turn in private mode; empty once it has ended."""
    ended = any(
        isinstance(call := outcome.call.arguments, MyData) and call.kind == "public" for outcome in outcomes
    )
    cleared = state["decision"].search == "cleared"
    focus = Focus() if cleared else focus_after(focus_of(state), outcomes)
    return {} if ended else focus.model_dump(mode="json", exclude_none=True)
