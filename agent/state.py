"""What the graph knows: what is kept between turns, what is worked out in this one, and what it is handed."""

import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, TypedDict

from langgraph.channels import UntrackedValue
from pydantic import ValidationError

from agent.availability import Cause
from agent.decision import Decider, Decision, ToolCall
from agent.focus import Focus
from agent.limits import Asking, Deadline, Limits
from agent.model_pool import ModelPool
from agent.reply import Reply
from agent.spoken import Listener
from agent.tidings import Tidings
from agent.turn import Turn
from agent.wording.phrasebook import Phrasebook
from data.catalogue import Catalogue
from memory.library import Library
from memory.people import Person
from memory.reviews import Reviews
from memory.threads import Thread, Threads
from recsys.looks.palette_cards import PaletteCards
from tools.base import Tool
from tools.results import LibraryEntry, ToolResult

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A call and what came of it."""

    call: ToolCall
    result: ToolResult


class Exchange(TypedDict):
    """What was said and answered in a turn, trimmed."""

    said: str
    reply: str


class State(TypedDict, total=False):
    """The graph's state. Only the first four are kept in the checkpoint: small, and plain JSON."""

    focus: dict[str, Any]
    """`Focus` as JSON."""
    exchanges: list[Exchange]
    """The last few."""
    told_away: Cause | None
    """The fault of the model's that this conversation was told of, so that it is told once."""

    language: str
    """The language this conversation was last clearly held in, ISO 639-1; absent where none was clear."""

    book: Annotated[Phrasebook, UntrackedValue]
    """The phrases of the language that this turn is answered in."""
    known: Annotated[Mapping[str, LibraryEntry], UntrackedValue]
    """What the person did with films, by film id."""
    recently_shown: Annotated[tuple[str, ...], UntrackedValue]
    """Film ids, newest first."""
    decision: Annotated[Decision, UntrackedValue]
    decided_by: Annotated[Decider, UntrackedValue]
    refusal: Annotated[str, UntrackedValue]
    """Why nothing is done: one sentence for the person."""
    model_works: Annotated[bool, UntrackedValue]
    """The model decided in this turn, so it may be asked for the answer too."""
    noticed: Annotated[bool, UntrackedValue]
    """This turn has its one notice about the model."""
    rounds: Annotated[int, UntrackedValue]
    outcomes: Annotated[tuple[Outcome, ...], UntrackedValue]
    reply: Annotated[Reply, UntrackedValue]
    ms: Annotated[Mapping[str, float], UntrackedValue]
    """Milliseconds by stage so far."""
    recorded: Annotated[bool, UntrackedValue]
    """The turn is written down; False where its person was erased in it."""


class Decides(Protocol):
    """The planner: understands without a language model."""

    def decide(self, text: str, focus: Focus) -> Decision:
        """What to do about a message. Pure and quick."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """The collaborators, the same for every turn."""

    tools: Mapping[str, Tool]
    threads: Threads
    library: Library
    catalogue: Catalogue
    planner: Decides
    reviews: Reviews | None
    """Where summaries that a model wrote are kept; None: they are written anew each time."""
    model: ModelPool | None
    listener: Listener
    limits: Limits
    clock: Callable[[], float]
    """Seconds, monotonic."""
    titles: frozenset[str]
    """One-word titles of the catalogue, lower case; see `agent.grounding`."""
    tidings: Tidings | None = None
    """What waits to be told to people; None: nothing ever does."""
    palettes: PaletteCards | None = None
    """The colours of films, to stand in for pictures."""


@dataclass(frozen=True, slots=True)
class TurnContext:
    """One turn, and what it is answered with. Handed to every node."""

    parts: Parts
    turn: Turn
    text: str
    """What is read of the message."""
    person: Person
    thread: Thread
    rng: random.Random
    """Varies phrases."""
    started: float
    deadline: Deadline

    @property
    def asking(self) -> Asking:
        """What a model is asked with."""
        return Asking(self.person.id, self.parts.limits, self.deadline)


def focus_of(state: State) -> Focus:
    """The focus as kept; a new one where there is none, or where it is of an older shape."""
    try:
        return Focus.model_validate(state.get("focus", {}))
    except ValidationError:
        log.warning("a conversation's focus could not be read and starts afresh")
        return Focus()
