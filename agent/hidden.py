"""Text that gives a film away stands between double bars in a reply: "||he dies||".

Every surface hides it in its own way. Strangers' sentences hold no bars (`recsys.reviews.quotable`), and
what people write is never quoted between them, so that a bar always is one of ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass

MARK = "||"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a reply."""

    text: str
    hidden: bool
    """It gives something away: shown only to those who ask for it."""


def hide(text: str) -> str:
    """The text as it stands hidden in a reply."""
    return f"{MARK}{text}{MARK}"


def segments(text: str) -> Iterator[Segment]:
    """The pieces of a reply or of a part of it, none empty, in order. Marks without a partner hide nothing.

    A piece of a reply (`agent.events.TextDelta`) never ends within what is hidden.
    """
    pieces = text.split(MARK)
    if len(pieces) % 2 == 0:
        last = pieces.pop()
        pieces[-1] += MARK + last
    for number, piece in enumerate(pieces):
        if piece:
            yield Segment(piece, hidden=bool(number % 2))


def unhidden(text: str) -> str:
    """The text without the marks, for where nothing can be hidden."""
    return "".join(segment.text for segment in segments(text))
