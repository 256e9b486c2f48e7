"""Buttons below a message: they carry ids and never titles, and work after a restart. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.helpers import create_deep_linked_url

from adapters.messaging.splitting import shorten
from adapters.messaging.words import tidy
from adapters.telegram.codes import Strand, encode
from adapters.telegram.texts.said import Said
from agent.actions import Action, Verb
from agent.events import Choice, FilmCard

LABEL_LIMIT = 60
"""Characters of a button's label that a phone still shows."""
OPTIONS_AT_MOST = 30
"""Buttons of one question: more is no question any more, and Telegram ends at a hundred."""
FILM = "film_"
"""Payload of a link to a film in our chat, with its id behind."""
STARS = tuple(half / 2 for half in range(1, 11))
_STARS_IN_ROW = 5

Row = tuple[InlineKeyboardButton, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What the person did with a film, as its buttons show it."""

    seen: bool = False
    saved: bool = False
    rating: float | None = None


def keyboard_of(
    strand: Strand, cards: Sequence[FilmCard], choices: Sequence[Choice], said: Said
) -> InlineKeyboardMarkup | None:
    """Below an answer: of its one film or its list, then those of a question of ours."""
    rows: list[Row] = []
    if len(cards) == 1:
        card = cards[0]
        rows += film_rows(strand, card.film.id, Marks(card.seen, card.saved, card.rating), said)
    elif cards:
        # Two tools may find the same film: one button is enough.
        labels: dict[str, str] = {}
        for number, card in enumerate(cards, 1):
            labels.setdefault(Action("details", card.film.id).encode(), f"{number}. {card.film.label}")
        rows += _rows(strand, labels.items())
    rows += _rows(strand, ((choice.id, choice.label) for choice in choices))
    return InlineKeyboardMarkup(rows) if rows else None


def film_keyboard(strand: Strand, film_id: str, marks: Marks, said: Said) -> InlineKeyboardMarkup:
    """The buttons of one film as they should stand now."""
    return InlineKeyboardMarkup(film_rows(strand, film_id, marks, said))


def film_rows(strand: Strand, film_id: str, marks: Marks, said: Said) -> list[Row]:
    """Keep, seen and refuse; more and why; stars, the given ones marked."""
    verbs: tuple[tuple[Verb, ...], ...] = (
        ("unsave" if marks.saved else "save", "unseen" if marks.seen else "seen", "nope"),
        ("more", "why"),
    )
    rows = [
        _row(_button(strand, Action(verb, film_id).encode(), said(f"button.{verb}")) for verb in row)
        for row in verbs
    ]
    stars = [
        _button(strand, Action("rate", film_id, number).encode(), _stars(number, marks.rating))
        for number in STARS
    ]
    rows += [_row(stars[start : start + _STARS_IN_ROW]) for start in range(0, len(stars), _STARS_IN_ROW)]
    return [row for row in rows if row]


def film_door(bot_name: str, film_id: str, said: Said) -> InlineKeyboardMarkup:
    """The way to a film in our own chat, for places where no button is anybody's."""
    url = create_deep_linked_url(bot_name, f"{FILM}{film_id}")
    return InlineKeyboardMarkup.from_button(InlineKeyboardButton(said("inline.more"), url=url))


def _stars(number: float, given: float | None) -> str:
    whole, half = divmod(number, 1)
    label = f"{whole:g}½" if half and whole else "½" if half else f"{whole:g}"
    return f"• {label} ★" if number == given else f"{label} ★"


def _rows(strand: Strand, labels: Iterable[tuple[str, str]]) -> list[Row]:
    """One button a row, as many as there may be."""
    buttons = (_button(strand, code, label) for code, label in labels)
    rows: list[Row] = [(button,) for button in buttons if button]
    return rows[:OPTIONS_AT_MOST]


def _row(buttons: Iterable[InlineKeyboardButton | None]) -> Row:
    return tuple(button for button in buttons if button)


def _button(strand: Strand, code: str, label: str) -> InlineKeyboardButton | None:
    data = encode(strand, code)
    # Telegram refuses a label in which nothing is seen.
    return (
        InlineKeyboardButton(shorten(tidy(label), LABEL_LIMIT) or "…", callback_data=data) if data else None
    )
