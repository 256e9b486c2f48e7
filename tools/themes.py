"""The catalogue's keywords as people name them: "zombies", "bank heists", "black and white"."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from data.catalogue import Catalogue

_ARTICLES = frozenset({"a", "an", "the"})
_TRADE = frozenset({"animation", "cinematic", "comic", "extended", "franchise", "serie", "universe"})
"""Roots of words that say in which trade a name is at home: "marvel comic", "dc extended universe"."""


class Themes:
    """Finds the keywords that a theme means, and the films that bear them."""

    def __init__(self, catalogue: Catalogue) -> None:
        films: defaultdict[str, list[int]] = defaultdict(list)
        for item, film in enumerate(catalogue.films):
            for keyword in film.keywords:
                films[keyword].append(item)
        self._films = dict(films)
        self._words = {keyword: _words(keyword) for keyword in films}
        self._bearing: defaultdict[str, set[str]] = defaultdict(set)
        for keyword, words in self._words.items():
            for word in words:
                self._bearing[word].add(keyword)

    def meaning(self, theme: str) -> frozenset[str]:
        """The keywords that a theme means: its very words, and then also those that narrow it.

        "zombies" means "zombie" and so "zombie apocalypse" too, "marvel" means "marvel comic"; "apocalypse of
        pies" means nothing. A word with a hyphen is one word: "sex" does not mean "same-sex relationship".
        """
        wanted = _words(theme)
        if not wanted:
            return frozenset()
        found = set.intersection(*(self._bearing.get(word, set()) for word in wanted))
        exact = any(self._words[keyword] - _TRADE == wanted - _TRADE for keyword in found)
        return frozenset(found) if exact else frozenset()

    def films(self, keywords: Iterable[str]) -> frozenset[int]:
        """Indices of the films that bear one of these keywords."""
        return frozenset(item for keyword in keywords for item in self._films.get(keyword, ()))


@lru_cache(maxsize=2)
def themes_of(catalogue: Catalogue) -> Themes:
    """The themes of a catalogue; put together when first asked for, and kept since it never changes."""
    return Themes(catalogue)


def _words(phrase: str) -> frozenset[str]:
    words = (word.strip(".,'\"") for word in phrase.casefold().split())
    return frozenset(_root(word) for word in words if word and word not in _ARTICLES)


def _root(word: str) -> str:
    """One form for singular and plural: of zombies and zombie, robberies and robbery, heroes and hero."""
    if word.endswith(("ss", "us", "is")) or len(word) <= 3:
        return word
    word = word.removesuffix("s")
    if word.endswith(("sse", "oe", "she", "che", "xe")):
        return word[:-1]
    return word[:-2] + "i" if word.endswith("ie") else word[:-1] + "i" if word.endswith("y") else word
