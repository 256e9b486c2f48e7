"""A film as a caption and a picture."""

from collections.abc import Callable
from dataclasses import dataclass, field

from adapters.drawn_card import drawn_card
from adapters.messaging.facts import facts
from adapters.messaging.splitting import shorten
from adapters.telegram.markup import Span, spans_of
from adapters.telegram.texts.said import Said
from agent.events import FilmCard

TITLE_LIMIT, REASON_LIMIT, FACTS_LIMIT = 200, 400, 200
"""Ours, so that a caption keeps room for words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its address, or drawn here where there is none or Telegram cannot fetch it."""

    name: str
    """Two pictures of the same name are the same."""
    address: str | None
    draw: Callable[[], bytes] = field(compare=False)
    """A JPEG; takes a moment: run it off the loop."""


def caption(card: FilmCard, said: Said) -> list[Span]:
    """Title, facts, why."""
    lines = [
        Span(shorten(card.film.label, TITLE_LIMIT), "b"),
        Span("\n" + shorten(" · ".join(facts(card, said)), FACTS_LIMIT), "i"),
    ]
    if card.reason:
        lines += spans_of("\n" + shorten(card.reason, REASON_LIMIT))
    return lines


def picture(card: FilmCard) -> Picture:
    """The picture by which it was found, else its poster, else a card that we draw."""
    found = card.picture if (card.picture or "").startswith("https://") else None
    return Picture(card.film.id, found or card.film.poster_url, lambda: drawn_card(card))
