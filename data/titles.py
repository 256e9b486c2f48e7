"""Films by the titles people write: resolved, completed while typing, found in sentences."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.catalogue import Catalogue
from data.films import Film
from data.mentions import Mention, Mentions
from data.names import ENGLISH_ARTICLES, ORDINALS, fold, key_of_words, number_of, uninvert
from data.short_forms import ShortForms
from data.title_table import Candidate, Kind, TitleTable
from data.words import COMMON, FUNCTION

__all__ = ["Mention", "Resolution", "TitleIndex"]

LONGEST = 200
"""Characters of a title looked at; no title is longer."""

SIMILAR = 0.55
"""Likeness, 0 to 1, from which an unknown title is offered as a suggestion."""

_YEAR = r"((?:18|19|20)\d{2})"
_YEAR_BEHIND = re.compile(
    rf"^(.+?)[\s,]*(?:\bfrom\s+|\bof\s+|\()?\b{_YEAR}\)?\s*(?:version|one|film|movie)?\s*$"
)
_YEAR_BEFORE = re.compile(rf"^(?:the\s+)?\(?{_YEAR}\)?(?:'?s)?\s+(?:version\s+of\s+)?(.+)$", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:the\s+)?(?:movie|film|one)\s*$", re.IGNORECASE)
_HEAD = re.compile(r"^\s*(?:the\s+)?(?:movie|film)\s+(?:called\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a title turned out to mean: exactly one film, several to ask about, or none."""

    film: Film | None = None
    choices: tuple[Film, ...] = ()
    """Films of the same title, best known first: ask which."""
    suggestions: tuple[Film, ...] = ()
    """The nearest ones, three at most, where the title is unknown."""


class TitleIndex:
    """Knows every film of a catalogue by every title it goes by."""

    def __init__(self, catalogue: Catalogue, short_forms: ShortForms | None = None) -> None:
        self._catalogue = catalogue
        short_forms = short_forms or ShortForms.read()
        self._abroad = short_forms.abroad
        self._table = TitleTable(catalogue, short_forms)
        self._mentions = Mentions(catalogue, self._table)

    def resolve(self, text: str, *, year: int | None = None) -> Resolution:
        """The film meant by a title as a person wrote it, or by its id.

        A year given, or said in the text ("Heat (1995)", "the 1986 Fly"), must be its own, within one.
        """
        text = text.strip()[:LONGEST]
        if film := self._catalogue.get(text):
            return Resolution(film)
        readings = list(_readings(text, year))
        for find in (self._exactly, self._by_number, self._by_words, self._nearly):
            for title, of_year in readings:
                if films := self._table.meant(find(title), of_year, text=title):
                    return Resolution(films[0]) if len(films) == 1 else Resolution(choices=films)
        return Resolution(suggestions=self._suggest(readings))

    def mentions(self, sentence: str) -> list[Mention]:
        """The titles named in a sentence, in its order, none overlapping."""
        return self._mentions.find(sentence)

    def complete(self, prefix: str, limit: int = 25) -> list[Film]:
        """Films whose title, or a word of it, begins as typed so far; best known first."""
        start = fold(prefix)
        if not start:
            return list(self._catalogue.films[:limit])
        short = key_of_words(start.split())
        found = {
            item
            for item, text in enumerate(self._complete_texts)
            if f" {start}" in text or (short and f" {short}" in text)
        }
        whole = {hit.item for hit in self._table.find(short) if hit.kind <= Kind.ABROAD}
        if not found and not whole:
            films = self.resolve(prefix)
            return list((films.film,) if films.film else films.choices or films.suggestions)[:limit]
        best = sorted(found | whole, key=lambda item: (item not in whole, -self._table.fame[item]))
        return [self._catalogue.films[item] for item in best[:limit]]

    def _exactly(self, title: str) -> list[Candidate]:
        key = _key(title)
        return self._table.find(key) or self._table.find_squashed(key) if key else []

    def _by_number(self, title: str) -> list[Candidate]:
        """Said by number: "the second Godfather", "Alien the third"."""
        words = [word for word in fold(title).split() if word not in ENGLISH_ARTICLES]
        if (
            len(words) > 1
            and (number := number_of(words[-1]))
            and key_of_words(words[:-1]) in self._table.series
        ):
            return self._table.sequel(key_of_words(words[:-1]), int(number))
        for at in (0, len(words) - 1):
            if len(words) > 1 and words[at] in ORDINALS:
                rest = key_of_words(words[1:] if at == 0 else words[:-1])
                if found := self._table.sequel(rest, ORDINALS[words[at]]):
                    return found
        return []

    def _by_words(self, title: str) -> list[Candidate]:
        """Some words of the title, wherever they stand: "lotr fellowship", "silence lambs"."""
        words = _key(title).split()
        for length in range(len(words) - 1, 0, -1):
            if series := self._table.series.get(" ".join(words[:length])):
                rest = set(words[length:])
                return [Candidate(item, Kind.NICKNAME) for item in series if rest <= self._words_of[item]][:1]
        telling = [word for word in words if word not in FUNCTION and not word.isdecimal()]
        if len("".join(telling)) < 6 or any(word not in self._with_word for word in words):
            return []
        if len(words) < 3 and all(word in COMMON for word in telling):
            return []
        items = set.intersection(*(self._with_word[word] for word in words))
        items = {item for item in items if sum(map(len, telling)) * 3 >= len(_letters(self._words_of[item]))}
        if not items:
            return []
        first = self._table.first_of(list(items))
        rivals = sum(self._table.fame[item] for item in items) - self._table.fame[first]
        return [Candidate(first, Kind.OPENING)] if self._table.fame[first] >= 2 * rivals else []

    def _nearly(self, title: str) -> list[Candidate]:
        """Misspelt: one letter in six may be wrong, no digit. Everyday words are taken for well spelt."""
        words = _key(title).split()
        key = "".join(words)
        if len(key) < 4 or all(word in FUNCTION or word in COMMON or number_of(word) for word in words):
            return []
        wrong = 1 if len(key) < 6 else min(4, 1 + len(key) // 6)
        near = process.extract(
            key, self._squashed, scorer=OSA.distance, score_cutoff=wrong, limit=20, processor=None
        )
        distances = {form: int(distance) for form, distance, _ in near if _digits(form) == _digits(key)}
        least = min(distances.values(), default=0)
        return [
            Candidate(found.item, found.kind)
            for form, distance in distances.items()
            if distance == least
            for found in self._table.find_squashed(form)
            if found.kind != Kind.OPENING or least <= 1
        ]

    def _suggest(self, readings: list[tuple[str, int | None]]) -> tuple[Film, ...]:
        """Right title but another year, else what looks alike."""
        for title, _ in readings:
            if films := self._table.meant(self._exactly(title)):
                return films[:3]
        key = _key(readings[-1][0]).replace(" ", "")
        if len(key) < 4:
            return ()
        near = process.extract(
            key,
            self._squashed,
            scorer=OSA.normalized_similarity,
            score_cutoff=SIMILAR,
            limit=8,
            processor=None,
        )
        likely = (self._table.meant(self._table.find_squashed(form))[0] for form, _, _ in near)
        return tuple(dict.fromkeys(likely))[:3]

    @cached_property
    def _squashed(self) -> list[str]:
        return list(self._table.squashed)

    @cached_property
    def _complete_texts(self) -> list[str]:
        return [
            " ".join(("", fold(film.title), fold(film.original_title or ""), *self._abroad.get(film.id, ())))
            for film in self._catalogue.films
        ]

    @cached_property
    def _words_of(self) -> list[set[str]]:
        words_of: list[set[str]] = [set() for _ in self._catalogue.films]
        for key in self._table.keys:
            for found in self._table.find(key):
                if found.kind in (Kind.TITLE, Kind.ORIGINAL):
                    words_of[found.item].update(key.split())
        return words_of

    @cached_property
    def _with_word(self) -> dict[str, set[int]]:
        with_word: defaultdict[str, set[int]] = defaultdict(set)
        for item, words in enumerate(self._words_of):
            for word in words:
                with_word[word].add(item)
        return dict(with_word)


def _readings(text: str, year: int | None) -> Iterator[tuple[str, int | None]]:
    """The title as it stands; less the year said in it; less "the film"."""
    yield text, year
    said = None
    title = text
    if found := _YEAR_BEHIND.match(text):
        title, said = found[1].rstrip(" ,(["), int(found[2])
    elif found := _YEAR_BEFORE.match(text):
        title, said = found[2], int(found[1])
    if said is not None and (year is None or year == said):
        yield title, said
    bare = _HEAD.sub("", _TAIL.sub("", title))
    if bare and bare != title:
        yield bare, said if said is not None else year


def _key(title: str) -> str:
    return key_of_words(fold(uninvert(title)).split())


def _letters(words: set[str]) -> str:
    return "".join(words - FUNCTION)


def _digits(key: str) -> str:
    return "".join(letter for letter in key if letter.isdecimal())
