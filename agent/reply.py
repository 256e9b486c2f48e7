"""What a turn is answered with, before it is written out."""

from dataclasses import dataclass

from agent.events import Choice, FilmCard


@dataclass(frozen=True, slots=True)
class Reply:
    """The text as it was sent, and what goes with it."""

    text: str
    cards: tuple[FilmCard, ...] = ()
    choices: tuple[Choice, ...] = ()
    by_model: bool = False
    """A language model wrote part of the text."""
