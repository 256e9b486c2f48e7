"""What to do about a message: the tool calls to make, or none. Model and planner fill the same type."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tools.arguments import ToolArguments

Decider = Literal["model", "planner"]

SmallTalk = Literal["greeting", "thanks", "farewell", "help", "declined", "off_topic", "other"]
"""`declined`: they said no to a question of ours. `other`: nothing else fits, or it was not understood."""


CALLS_AT_MOST = 10
"""As many films as a list may have that somebody has seen all of."""


class ToolCall(BaseModel):
    """One call of one tool, arguments validated; `call.arguments.tool` names it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    arguments: Annotated[ToolArguments, Field(discriminator="tool")]


class Decision(BaseModel):
    """The tool calls to make, in order; none for small talk, where only an answer is due."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    calls: tuple[ToolCall, ...] = Field(default=(), max_length=CALLS_AT_MOST)
    small_talk: SmallTalk | None = None
    """What kind of message it is when no tool is called."""
    search: Literal["shown", "cleared"] | None = None
    """It is about the search itself: what is looked for, or to begin anew. Never for a model to set."""
    confirmed: bool = False
    """The person said yes to the question that the calls answer. Never for a model to set."""
    certainty: float = Field(default=1.0, ge=0, le=1)
    """How sure the planner is of the tools, as a probability. A model does not say."""
    again: bool = False
    """The results of the calls are needed to decide the rest: decide once more when they are known."""
