"""A message as it may go on: normalised, without control characters, of bearable length."""

import re
import unicodedata
from dataclasses import dataclass

TEXT_LIMIT = 4000
"""Characters read of a message. A film wish is a sentence or two; this is four pages of a book."""

_KEPT_FORMATS = "\u200c\u200d"  # joiners: Persian words and family emoji are made with them
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Heard:
    """What is read of a message."""

    text: str
    """May be empty: then nothing was said."""
    shortened: bool = False
    """The rest, beyond `TEXT_LIMIT`, was left out."""


def hear(text: str) -> Heard:
    """Clean a message: NFC, whitespace folded (line breaks kept), control and invisible characters gone."""
    # A hundred thousand characters more or less change nothing, and must not cost anything either.
    head = unicodedata.normalize("NFC", text[: 2 * TEXT_LIMIT])
    visible = "".join(char if _is_kept(char) else " " if char in "\t\r\v\f\x85" else "" for char in head)
    folded = _BLANK_LINES.sub("\n", _SPACES.sub(" ", visible)).strip()
    if not any(char.isprintable() and not char.isspace() and char not in _KEPT_FORMATS for char in folded):
        return Heard("")
    return Heard(folded[:TEXT_LIMIT].rstrip(), shortened=len(folded) > TEXT_LIMIT)


def _is_kept(char: str) -> bool:
    """False for control, format, private-use and surrogate characters and the unassigned."""
    return char == "\n" or char in _KEPT_FORMATS or not unicodedata.category(char).startswith("C")
