"""From the words of a person to what the catalogue knows: films, people, genres, languages, themes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from data.catalogue import Catalogue
from data.films import Film
from data.languages import resolve_language
from data.people import PeopleIndex
from data.titles import TitleIndex
from tools.results import UnknownFilm, WhichFilm

_ARTICLES = frozenset({"a", "an", "the"})


def find_film(title: str, titles: TitleIndex, *, year: int | None = None) -> Film | WhichFilm | UnknownFilm:
    """The film of that title or id; or what to ask where several bear it or none does."""
    resolution = titles.resolve(title, year=year)
    if resolution.film is not None:
        return resolution.film
    if resolution.choices:
        return WhichFilm(title, resolution.choices)
    return UnknownFilm(title, resolution.suggestions)


@dataclass(slots=True)
class Known:
    """Names as the catalogue spells them, without doubles; `unknown` collects what it does not know."""

    unknown: list[str] = field(default_factory=list)

    def people(self, names: Iterable[str], index: PeopleIndex) -> tuple[str, ...]:
        """The best match of each name."""
        return self._each(names, lambda name: next(iter(index.resolve(name)), None))

    def languages(self, names: Iterable[str]) -> tuple[str, ...]:
        """ISO 639-1 codes by name or code."""
        return self._each(names, resolve_language)

    def _each(self, names: Iterable[str], resolve: Callable[[str], str | None]) -> tuple[str, ...]:
        found = []
        for name in names:
            known = resolve(name)
            if known is None:
                self.unknown.append(name)
            else:
                found.append(known)
        return tuple(dict.fromkeys(found))


def keywords_meaning(theme: str, catalogue: Catalogue) -> frozenset[str]:
    """The catalogue's keywords that a theme means: its very words, and then also those that narrow it.

    "zombies" means "zombie" and so "zombie apocalypse" too; "apocalypse of pies" means nothing. A word with
    a hyphen is one word: "sex" does not mean "same-sex relationship".
    """
    wanted = _words(theme)
    if not wanted:
        return frozenset()
    clue = max(wanted, key=len)[:4]  # spares looking closely at all the thousands of keywords
    close = {keyword for film in catalogue.films for keyword in film.keywords if clue in keyword}
    meanings = {keyword: _words(keyword) for keyword in close}
    if wanted not in meanings.values():
        return frozenset()
    return frozenset(keyword for keyword, words in meanings.items() if wanted <= words)


def films_with_keywords(keywords: frozenset[str], catalogue: Catalogue) -> frozenset[int]:
    """Indices of the films that bear one of these keywords."""
    if not keywords:
        return frozenset()
    return frozenset(
        index for index, film in enumerate(catalogue.films) if not keywords.isdisjoint(film.keywords)
    )


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
