"""A message cut into words that remember where they stood."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

_PIECE = re.compile(r"(?:[cdjlmnst]|qu)'(?=\w{3})|\w+(?:'\w+)*|[^\w\s]")
"""A word, less the French article or pronoun drawn to it ("d'horreur" is two), or a sign."""

_QUOTES = str.maketrans("’‘`´“”„«»–—", '\'\'\'\'"""""--')
_JOINERS = frozenset("-'/&+*_~")
"""Signs between words that end no phrase: "sci-fi", "date/night"."""


def fold_letters(text: str) -> str:
    """Lower case without accents, every letter in its place: the result is as long as `text`."""
    if text.isascii():
        return text.lower()
    return "".join(_fold_letter(letter) for letter in text.translate(_QUOTES))


def _fold_letter(letter: str) -> str:
    if not letter.isalpha():
        return letter
    base = unicodedata.normalize("NFKD", letter)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


@dataclass(frozen=True, slots=True)
class Word:
    """One word, folded and without apostrophes, or one sign."""

    text: str
    start: int
    end: int

    @property
    def is_sign(self) -> bool:
        """Punctuation or a symbol: no phrase reaches across it."""
        return not self.text[:1].isalnum()


@dataclass(frozen=True)
class Message:
    """What somebody wrote, with the views of it that the parsers share."""

    text: str
    mend: Callable[[str], str] = str
    """Gives a word its right spelling: several words where it was a short form, none for a mere filler."""

    @cached_property
    def folded(self) -> str:
        """As `text`, lower case and without accents, same length."""
        return fold_letters(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words and signs in order, spelling mended; joining signs are left out."""
        return tuple(self._words())

    def _words(self) -> Iterator[Word]:
        for found in _PIECE.finditer(self.folded):
            piece = found[0]
            if piece in _JOINERS:
                continue
            if not piece[0].isalnum():
                yield Word(piece, found.start(), found.end())
                continue
            for word in self.mend(piece.replace("'", "")).split():
                yield Word(word, found.start(), found.end())
