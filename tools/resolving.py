"""From the words of a person to what the catalogue knows: films, people, languages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from data.films import Film
from data.languages import resolve_language
from data.people import PeopleIndex
from data.titles import TitleIndex
from tools.results import UnknownFilm, WhichFilm


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
