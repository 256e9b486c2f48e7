"""Short forms written out and slips of the keyboard mended: word tables need know one spelling only."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 5
_LONG = 8


class Speller:
    """Puts each word in the spelling that the word tables know, where only a slip or a short form hides it.

    A word that is `ordinary`, known to the tables, or part of a title or name stays as it is.
    """

    def __init__(
        self, known: Collection[str], ordinary: Iterable[str], short_forms: Mapping[str, str]
    ) -> None:
        """`known` are the words of the tables; `ordinary` any others that are spelt as they should be."""
        self._targets = sorted(word for word in known if len(word) >= _SHORTEST and word.isalpha())
        self._short_forms = short_forms
        self._right = {*known, *ordinary}
        self.mend = lru_cache(maxsize=4096)(self._mend)

    def _mend(self, word: str) -> str:
        """The word as the tables know it; the word itself where nothing near is known."""
        short = self._short_forms.get(word)
        if short is not None:
            return short
        if word in self._right or not word.isalpha():
            return word
        if _once(word) in self._right and len(word) > len(_once(word)) > 1:
            return _once(word)
        if len(word) < _SHORTEST:
            return word
        squeezed = _squeezed(word)
        if squeezed in self._right:
            return squeezed
        slips = 1 if len(word) < _LONG else 2
        found = process.extractOne(
            word, self._targets, scorer=OSA.distance, score_cutoff=slips, processor=None
        )
        return found[0] if found and found[0][0] == word[0] else word


def _once(word: str) -> str:
    """Without the last letter's repetition: "heyy" is "hey"."""
    return word.rstrip(word[-1]) + word[-1]


def _squeezed(word: str) -> str:
    """Without drawn-out letters: "sooooo" is "so", "funnnny" is "funny"."""
    kept = [letter for at, letter in enumerate(word) if at < 2 or not word[at - 2] == word[at - 1] == letter]
    return "".join(kept)
