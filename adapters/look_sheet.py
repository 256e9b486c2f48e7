"""The pictures of a look search on one sheet, for surfaces that show one picture beside an answer."""

import logging
from collections.abc import Sequence

from PIL import Image

from adapters.contact_sheet import Cell, contact_sheet
from agent.events import FilmCard
from data.errors import BadInput
from data.sources.places import picture_at

log = logging.getLogger(__name__)

FILMS_AT_MOST = 10


def look_sheet(cards: Sequence[FilmCard]) -> bytes | None:
    """A JPEG of the films that were found by their look, numbered as in the answer; None where none was.

    A picture on this machine is shown with its colours below; where it lies elsewhere, may not be shown or
    has gone, its colours stand in for it. Reads files: run it off the loop.
    """
    found = [card for card in cards[:FILMS_AT_MOST] if card.palette]
    return contact_sheet([_cell(card) for card in found]) if found else None


def _cell(card: FilmCard) -> Cell:
    return Cell(card.film.label, card.palette, _picture(card))


def _picture(card: FilmCard) -> Image.Image | None:
    if card.picture is None or "://" in card.picture:
        return None
    try:
        return Image.fromarray(picture_at(card.picture))
    except BadInput as error:
        log.info("a picture of the index cannot be shown", extra={"cause": str(error)})
        return None
