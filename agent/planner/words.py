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

    @cached_property
    def plain(self) -> "Plain":
        """The words in their right spelling as a text of its own."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for found in _PIECE.finditer(self.folded):
            between = self.folded[at : found.start()]
            word = found[0]
            mended = self.mend(word) if word[0].isalpha() and "'" not in word else word
            for piece, start, end in ((between, at, found.start()), (mended, found.start(), found.end())):
                pieces.append(piece)
                same = len(piece) == end - start
                starts += range(start, end) if same else [start] * len(piece)
                ends += range(start + 1, end + 1) if same else [end] * len(piece)
            at = found.end()
        rest = self.folded[at:]
        pieces.append(rest)
        starts += range(at, len(self.folded))
        ends += range(at + 1, len(self.folded) + 1)
        return Plain(Message("".join(pieces)), tuple(starts), tuple(ends))

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


@dataclass(frozen=True, slots=True)
class Plain:
    """A message with its spelling mended, and where each of its letters stood in the original."""

    message: Message
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `start` to `end` of the mended text stands for."""
        return self.starts[start], self.ends[end - 1]
