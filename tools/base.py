"""What every tool is handed beside its arguments: who asks, and the services. Never seen by a model."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from memory.people import Sharing
from recsys.reviews.spoilers import SpoilerLevel
from tools.arguments import Arguments
from tools.results import ToolResult

ToolFunction = Callable[..., Awaitable[ToolResult]]
"""``async tool(arguments, caller, services) -> result``; its docstring is written for a model."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody asks."""

    surface: str = ""
    room: str | None = None
    """Server or group of that surface; None where they are alone with us."""
    channel: str | None = None
    """Where in the room all read the answer; None where only they do."""
    language: str = "en"
    """Of the answer."""
    zone: str = "UTC"
    """IANA name of the time zone that the room goes by."""
    polls: bool = False
    """The channel can hold a poll of the surface's own."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and when. Injected: no prompt can name another person."""

    person_id: int
    thread_id: int
    at: datetime
    """Local time of the person where known."""
    recently_shown: tuple[str, ...] = ()
    """Film ids shown in this conversation, newest first."""
    confirmed: bool = False
    """The person pressed "yes" on the question this call asks."""
    picture: bytes | None = None
    """A picture they sent along, as it came."""
    glance: str | None = None
    """The picture that the look under way began with; see `recsys.looks.glance`."""
    family_safe: bool = False
    """Only films fit for children are suggested where they ask, whatever they prefer."""
    for_model: bool = False
    """A language model will word what is found: more may be handed over than is shown."""
    spoilers: SpoilerLevel | None = None
    """The most that may be given away where they ask."""
    where: Whereabouts = Whereabouts()
    paused: bool = False
    """Their taste is not to be used."""
    sharing: Sharing = "friends"
    """Who may see what they watched."""
    private: bool = False
    """Nothing of this conversation is written down."""
    in_trials: bool = True
    """They take part in trials of settings."""
    opens_ballots: bool = True
    """They may start a ballot where they ask."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as the agent sees it: the type of its arguments, and the function that does it."""

    arguments: type[Arguments]
    run: Callable[..., Awaitable[ToolResult]]
    """``async run(arguments, caller) -> result``"""
