"""From themes as people say them to the catalogue's keywords."""

import re
from collections import defaultdict
from collections.abc import Sequence
from math import log

_WORD = re.compile(r"[a-z0-9]+")
_IGNORED = frozenset(
    {*("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "about")}
    | {"films", "film", "movies", "movie"}
)


class WordIndex:
    """Finds the keywords that a phrase means: the same words, else those that share its telling ones."""

    def __init__(self, keywords: Sequence[str]) -> None:
        """`keywords` by column; an empty one is never found."""
        self._words = [frozenset(stems(keyword)) for keyword in keywords]
        self._columns: defaultdict[str, list[int]] = defaultdict(list)
        for column, words in enumerate(self._words):
            for word in words:
                self._columns[word].append(column)
        self._n = max(len(keywords), 1)

    def matches(self, phrase: str) -> list[tuple[int, float]]:
        """(column, weight) of keywords meant, weight 1 for the very words and less for a partial match."""
        wanted = frozenset(stems(phrase))
        found = []
        for column in {column for word in wanted for column in self._columns.get(word, ())}:
            words = self._words[column]
            shared = self._telling(wanted & words)
            likeness = shared / (self._telling(wanted | words))
            if likeness >= 0.3:
                found.append((column, 1.0 if words == wanted else 0.7 * likeness))
        return sorted(found, key=lambda pair: -pair[1])

    def _telling(self, words: frozenset[str]) -> float:
        return sum(log(1 + self._n / (1 + len(self._columns.get(word, ())))) for word in words)


def stems(phrase: str) -> list[str]:
    """Words in lower case without plural endings: "Bank robberies" gives bank, robbery."""
    words = (word for word in _WORD.findall(phrase.casefold()) if word not in _IGNORED)
    return [_singular(word) for word in words]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
