"""The one picture that goes beside an answer, where a surface shows one."""

from collections.abc import Sequence

from adapters.look_sheet import look_sheet
from adapters.taste_card import taste_card
from agent.events import FilmCard, TasteCard


def picture_beside(cards: Sequence[FilmCard], taste: TasteCard | None) -> bytes | None:
    """A JPEG: the taste that the answer tells of, else how the films look that were found by their look.

    None where there is neither. Draws and reads files: run it off the loop.
    """
    return look_sheet(cards) if taste is None else taste_card(taste)
