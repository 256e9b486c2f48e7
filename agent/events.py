"""What the agent tells an adapter while it works. Every adapter renders the same events in its own medium."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from agent.decision import Decider
from data.films import Film
from recsys.looks.palette import Swatch
from recsys.looks.palette_cards import PaletteCard
from tools.taste_figures import TasteFigures


@dataclass(frozen=True, slots=True)
class ToolStarted:
    """A tool is at work."""

    name: str
    args: Mapping[str, Any]
    """Only those that were set, as plain JSON."""
    label: str
    """Plain words in the person's language: "Looking for films…"."""


@dataclass(frozen=True, slots=True)
class ToolFinished:
    """It is done."""

    name: str
    label: str
    """Plain words: "Found 5 films"."""


@dataclass(frozen=True, slots=True)
class Working:
    """How far the answer to a tool's result has come, where that takes a while."""

    name: str
    """The tool's."""
    label: str
    """Plain words: "Read 12 of 60 opinions…"."""


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next piece of the reply's text."""

    text: str
    """Markdown; what gives a film away is marked as hidden, see `agent.hidden`."""
    listing: bool = False
    """It only lists the films of the reply's cards; a surface that draws the cards leaves it out."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One honest sentence beside the reply: the language model is away, a setting has no effect."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: press it by sending a Turn with `action=id`."""

    id: str
    """At most 64 bytes: ids, never titles. See `agent.actions`."""
    label: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Buttons below the reply."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FilmCard:
    """One film of the reply."""

    film: Film
    reason: str | None = None
    """One sentence, in the person's language."""
    contributions: Mapping[str, float] | None = None
    predicted_rating: float | None = None
    """Stars expected."""
    for_them: bool = False
    """What is expected rests on what they rated or saved; else it is what audiences give."""
    rating: float | None = None
    """What the person gave it, stars."""
    seen: bool = False
    saved: bool = False
    picture: str | None = None
    """The picture by which it was found, where it was found by its look: a URL, or a path on this machine."""
    palette: tuple[Swatch, ...] = ()
    """That picture's colours, largest share first; empty where the film was not found by its look."""
    stand_in: PaletteCard | None = None
    """Its colours, where no picture of it may or can be shown; None where they are not known."""


@dataclass(frozen=True, slots=True)
class FilmCards:
    """The films of the reply, in order. May come before the text is complete."""

    cards: tuple[FilmCard, ...]
    taste: float | None = None
    """Of films found by their look, how much the person's taste counted, 0 to 1; None where it cannot."""


@dataclass(frozen=True, slots=True)
class TasteCard:
    """A taste in figures, or a year of it, to be drawn as a picture; about the person alone."""

    title: str
    subtitle: str
    means: str
    """Their mean of stars beside everybody's; empty where they rated nothing."""
    headings: Mapping[str, str]
    """By part of the card."""
    genres: tuple[str, ...]
    """Those of the figures, by their names in the person's language."""
    months: tuple[str, ...]
    """A letter each, January first."""
    figures: TasteFigures
    colours: tuple[tuple[Swatch, ...], ...]
    """Of the films loved, best first: each film's, largest share first."""


@dataclass(frozen=True, slots=True)
class FileMade:
    """A file for the person alone: handed over once, and kept nowhere."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds by stage."""

    decide: float
    act: float
    answer: float
    total: float


@dataclass(frozen=True, slots=True)
class Done:
    """The turn is over and written down. Exactly one, last."""

    text: str
    cards: tuple[FilmCard, ...]
    decided_by: Decider
    answered_by: Literal["model", "planner"]
    ms: Timings


Event = (
    ToolStarted
    | ToolFinished
    | Working
    | TextDelta
    | FilmCards
    | TasteCard
    | FileMade
    | Choices
    | Notice
    | Done
)
