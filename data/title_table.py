"""Every form under which the films of a catalogue may be named, and who is meant where several answer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from data.catalogue import Catalogue
from data.fame import renown
from data.films import Film
from data.names import ARTICLES, PART_WORDS, fold, key_of_words, title_key
from data.short_forms import ShortForms
from data.words import COMMON, FUNCTION


class Kind(IntEnum):
    """How a form relates to its film, most binding first."""

    NICKNAME = 0
    """Called so for short."""
    TITLE = 1
    ORIGINAL = 2
    """Its title in its own language."""
    ABROAD = 3
    """Its title where it was released in another language."""
    PART = 4
    """What stands before or behind the colon."""
    OPENING = 5
    """Its first words."""


WEIGHTS = {
    Kind.NICKNAME: 3.0,
    Kind.TITLE: 1.0,
    Kind.ORIGINAL: 0.7,
    Kind.ABROAD: 0.7,
    Kind.PART: 0.2,
    Kind.OPENING: 0.1,
}
"""How much of a film's fame counts under a form of that kind."""

DOMINANT = 12.0
"""A film that outweighs all its namesakes by this much is meant without asking."""

FORGOTTEN = 60.0
"""A namesake outweighed by this much is not offered."""

OTHER_ARTICLE = 0.02
"""How much of its fame counts for a film whose title has an article where the words looked up have none."""

KNOWN = 150.0
"""Fame from which a film is called by its first words."""

MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A film that may be meant."""

    item: int
    """Catalogue index."""
    kind: Kind


class TitleTable:
    """Forms to films."""

    def __init__(self, catalogue: Catalogue, short_forms: ShortForms) -> None:
        self.films = catalogue.films
        self.fame = [renown(film) for film in catalogue.films]
        self.series = {
            name: tuple(catalogue.indices(ids)) for name, ids in short_forms.films.items() if len(ids) > 1
        }
        forms: dict[str, dict[int, Kind]] = {}
        for name, ids in short_forms.films.items():
            for item in catalogue.indices(ids[:1]):
                forms.setdefault(name, {})[item] = Kind.NICKNAME
        for item, film in enumerate(catalogue.films):
            for key, kind in _forms(film, known=self.fame[item] >= KNOWN):
                held = forms.setdefault(key, {})
                held[item] = min(kind, held.get(item, kind))
        abroad = ((film_id, key) for film_id, keys in short_forms.abroad.items() for key in keys)
        for film_id, key in abroad:
            for item in catalogue.indices([film_id]):
                forms.setdefault(key, {}).setdefault(item, Kind.ABROAD)
        for item, key in self._parts_of_series():
            forms.setdefault(key, {})[item] = Kind.PART
        self._forms = forms
        self.longest: dict[str, int] = {}
        for key in forms:
            words = key.split()
            self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))
        self._squashed: dict[str, list[str]] | None = None

    def _parts_of_series(self) -> Iterator[tuple[int, str]]:
        """Films of a series that do not bear its name, under both: "star wars the empire strikes back"."""
        for name, items in self.series.items():
            for item in items:
                key = title_key(self.films[item].title)
                if not key.startswith(name):
                    for title in (key, fold(self.films[item].title)):
                        yield item, key_of_words(f"{name} {title}".split())

    @property
    def keys(self) -> Iterable[str]:
        """All forms."""
        return self._forms

    @property
    def squashed(self) -> dict[str, list[str]]:
        """The forms without spaces, to those with them: people write "starwars" and "walle"."""
        if self._squashed is None:
            squashed: defaultdict[str, list[str]] = defaultdict(list)
            for key in self._forms:
                squashed[key.replace(" ", "")].append(key)
            self._squashed = dict(squashed)
        return self._squashed

    def find(self, key: str) -> list[Candidate]:
        """The films of a form."""
        return [Candidate(item, kind) for item, kind in self._forms.get(key, {}).items()]

    def find_squashed(self, key: str) -> list[Candidate]:
        """The films of a form written with spaces left out or put in."""
        return [found for key in self.squashed.get(key.replace(" ", ""), ()) for found in self.find(key)]

    def sequel(self, key: str, number: int) -> list[Candidate]:
        """The film of that number in the series named by `key`, counted from 1."""
        if series := self.series.get(key):
            return [Candidate(series[number - 1], Kind.NICKNAME)] if number <= len(series) else []
        titled = [found for found in self.find(key) if found.kind in (Kind.TITLE, Kind.ORIGINAL, Kind.ABROAD)]
        if number == 1:
            best = max((self.fame[found.item] for found in titled), default=0.0)
            known = [found for found in titled if self.fame[found.item] * DOMINANT >= best]
            return sorted(known, key=lambda found: self.films[found.item].year)[:1]
        return self.find(f"{key} {number}")

    def meant(
        self, candidates: Iterable[Candidate], year: int | None = None, *, text: str = ""
    ) -> tuple[Film, ...]:
        """The film meant, or several of which to ask, best known first; none if no candidate is of `year`.

        Of a year, films of that year count, else of the next ones. `text`, as written, tells films apart that
        differ by an article or by punctuation ("Heat" and "The Heat", "It" and "I.T."). Films called by
        their first words are one series: the first well-known one stands for all.
        """
        kinds: dict[int, Kind] = {}
        for found in candidates:
            kinds[found.item] = min(found.kind, kinds.get(found.item, found.kind))
        if year is not None:
            kinds = self._of_year(kinds, year)
        if not kinds:
            return ()
        if min(kinds.values()) == Kind.OPENING:
            return (self.films[self.first_of(list(kinds))],)
        as_written = self._as_written(kinds, text)
        weights = {item: self.fame[item] * WEIGHTS[kind] for item, kind in kinds.items()}
        if as_written:
            weights |= {item: weights[item] * OTHER_ARTICLE for item in weights.keys() - as_written}
        best = max(weights, key=lambda item: (weights[item], -item))
        named = kinds[best] <= Kind.ABROAD
        rivals = [item for item in weights if item != best and not (named and kinds[item] > Kind.ABROAD)]
        if all(weights[item] * DOMINANT <= weights[best] for item in rivals):
            return (self.films[best],)
        shown = [item for item in rivals if weights[item] * FORGOTTEN > weights[best]]
        ranked = sorted(shown, key=lambda item: (-weights[item], item))
        return tuple(self.films[item] for item in (best, *ranked[: MOST_CHOICES - 1]))

    def _as_written(self, items: Iterable[int], text: str) -> set[int]:
        for form in (str.casefold, fold):
            if same := {item for item in items if form(self.films[item].title) == form(text)}:
                return same
        return set()

    def _of_year(self, kinds: dict[int, Kind], year: int) -> dict[int, Kind]:
        for apart in (0, 1):
            if near := {
                item: kind for item, kind in kinds.items() if abs(self.films[item].year - year) <= apart
            }:
                return near
        return {}

    def first_of(self, items: Sequence[int]) -> int:
        """The oldest among the well-known ones."""
        best = max(self.fame[item] for item in items)
        known = [item for item in items if self.fame[item] * 3 >= best]
        return min(known, key=lambda item: self.films[item].year)


def _forms(film: Film, *, known: bool) -> Iterator[tuple[str, Kind]]:
    key = title_key(film.title)
    articles = ARTICLES.get(film.language or "", frozenset())
    for title, kind in ((key, Kind.TITLE), (title_key(film.original_title or ""), Kind.ORIGINAL)):
        if title:
            yield title, kind
            words = title.split()
            if len(words) > 1 and words[0] in articles:
                yield key_of_words(words[1:]), Kind.ORIGINAL
    if not known:
        return
    parts = [title_key(part) for part in _PART_BREAK.split(film.title)]
    if len(parts) > 1:
        for part in parts:
            if _is_a_name(part):
                yield part, Kind.PART
    words = key.split()
    for length in range(2, len(words)):
        ordinary = [word for word in words[:length] if word in COMMON]
        telling = [word for word in words[:length] if word not in COMMON and word not in FUNCTION]
        if words[length - 1] not in FUNCTION and (telling or len(ordinary) > 1):
            yield " ".join(words[:length]), Kind.OPENING


def _is_a_name(part: str) -> bool:
    """Whether a part of a title can stand for it: more than "Chapter 2", "The Movie" or "The Good"."""
    words = part.split()
    ordinary = [word for word in words if word in COMMON or word in FUNCTION]
    numbers = [word for word in words if word.isdecimal() or word in PART_WORDS]
    return len(numbers) < len(words) and (len(ordinary) < len(words) or len(words) > 2)


_PART_BREAK = re.compile(r"\s*:\s+|\s+[-–]\s+|\s+\(|,?\s+or:?\s+")
