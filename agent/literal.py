"""What stands in a message, as far as code can tell without understanding it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from data.names import ENGLISH_ARTICLES, fold
from data.words import FUNCTION

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
ALIKE = 88.0
"""Similarity, 0 to 100, from which words with a slip of the pen count as standing there."""


@dataclass(frozen=True)
class Literally:
    """A message, and the names that it may refer to: of films shown, of people in them."""

    text: str
    context: tuple[str, ...] = ()

    def names(self, value: str, *, shown: bool = False) -> bool:
        """True where the words of `value` stand in the message, a slip allowed; `shown`: or name what was."""
        wanted = " ".join(word for word in fold(value).split() if word not in ENGLISH_ARTICLES)
        if not wanted:
            return False
        if shown and self.was_shown(wanted):
            return True
        if f" {wanted} " in f" {self._folded} ":
            return True
        return len(wanted) > 4 and fuzz.partial_ratio(wanted, self._folded) >= ALIKE

    def was_shown(self, value: str) -> bool:
        """True where `value` is part of what they have before them."""
        wanted = fold(value)
        return bool(wanted) and any(wanted in fold(name) for name in self.context)

    def shares_words(self, value: str) -> bool:
        """True where a telling word of `value` stands in the message."""
        said = set(self._folded.split())
        return any(word in said for word in fold(value).split() if word not in FUNCTION)

    def has_number(self, value: float) -> bool:
        """True where a number of the message means this one: itself, out of ten, in hours, or a decade."""
        return any(
            value in (said, said / 2, said * 60) or (value >= 1800 and value % 100 in (said, said + 9))
            for said in self._numbers
        )

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    @cached_property
    def _numbers(self) -> Iterable[float]:
        return tuple(float(found.replace(",", ".")) for found in _NUMBER.findall(self.text))
