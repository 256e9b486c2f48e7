"""What became of a turn, for those who watch over many: figures and names, never what was said."""

import time
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal
from uuid import uuid4

Outcome = Literal["done", "refused", "busy", "broke", "left", "repeated"]
"""`refused`: for a reason that the person was told; `broke`: a fault of ours; `left`: nobody waited;
`repeated`: delivered twice, answered before."""
ToolOutcome = Literal["done", "slow", "refused", "broke"]


@dataclass(frozen=True, slots=True)
class ToolUse:
    """One call of a tool."""

    name: str
    outcome: ToolOutcome
    seconds: float
    ended: float = field(default_factory=time.time)
    """Seconds since the epoch."""


@dataclass(frozen=True, slots=True)
class ModelUse:
    """One question to the language model."""

    seconds: float
    fault: str | None = None
    """See `agent.speaking.Fault`; None: it answered to the end."""
    read: int = 0
    """Tokens; 0 where it did not say."""
    wrote: int = 0
    ended: float = field(default_factory=time.time)
    kept: bool = False
    """It had answered the very same before, and was not asked."""


@dataclass(slots=True)
class TurnReport:
    """One turn. Written while it goes on, handed out when it is over."""

    surface: str
    id: str = field(default_factory=lambda: uuid4().hex[:16])
    """By which the log lines of one turn are found, in whichever layer they were written."""
    began: float = field(default_factory=time.time)
    """Seconds since the epoch."""
    seconds: float = 0.0
    outcome: Outcome = "done"
    decided_by: str = ""
    """Empty where it did not come to a decision."""
    ms: Mapping[str, float] = field(default_factory=dict)
    """Milliseconds by stage: decide, act, answer."""
    tools: list[ToolUse] = field(default_factory=list)
    model: list[ModelUse] = field(default_factory=list)


CURRENT: ContextVar[TurnReport | None] = ContextVar("turn", default=None)
"""The turn on which this task works; None between turns."""
