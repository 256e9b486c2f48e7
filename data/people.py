"""Directors and actors by the names people use: full, surname, nickname, misspelt; alone or in sentences."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.catalogue import Catalogue
from data.fame import renown
from data.names import fold
from data.tokens import Token, tokens_of
from data.words import COMMON, FUNCTION

NICKNAMES = Path(__file__).parent / "facts" / "nicknames.csv"

MOST_WORDS = 400
"""Words of a message looked at."""

MOST_TYPOS = 6
"""Unknown words of a message that are tried as misspelt names."""

LONGEST_NAME = 5
"""Words of a name."""

NOTED = 1500.0
"""Prominence from which a surname alone, or a misspelling, is enough."""

LIKELY = 0.1
"""People of this share of the most prominent namesake's prominence are also given."""

_BILLING = (1.0, 0.8, 0.6, 0.4, 0.3)
"""How much of a film's renown falls on its actors, in billing order. A director has all of it."""

_TAILS = frozenset({"jr", "sr", "ii", "iii"})
_STRICT_CUES = frozenset({"by", "with", "starring", "featuring", "director", "directed", "actor", "actress"})
_CUES = _STRICT_CUES | {
    *(
        "star",
        "stars",
        "directors",
        "actors",
        "from",
        "except",
        "without",
        "no",
        "not",
        "some",
        "sin",
        "sans",
        "ohne",
        "like",
        "love",
        "hate",
        "than",
    ),
    *(
        "did",
        "does",
        "and",
        "or",
        "more",
        "any",
        "anything",
        "nothing",
        "de",
        "con",
        "mit",
        "von",
        "par",
        "avec",
    ),
}
_BEHIND = frozenset(
    {
        *("movie", "movies", "film", "films", "flick", "flicks", "peliculas", "filme", "one", "ones"),
        *("make", "makes", "made", "direct", "directed", "shoot", "shot"),
    }
)

_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a sentence."""

    start: int
    end: int
    text: str
    name: str
    """As the catalogue spells it."""


class PeopleIndex:
    """Knows everybody who directs or acts in a film of the catalogue."""

    def __init__(self, catalogue: Catalogue, nicknames: Path = NICKNAMES) -> None:
        self._catalogue = catalogue
        self._prominence: defaultdict[str, float] = defaultdict(float)
        for film in catalogue.films:
            fame = renown(film)
            for name in film.directors:
                self._prominence[name] += fame
            for name, share in zip(film.cast, _BILLING, strict=False):
                self._prominence[name] += fame * share
        self._nicknames = _read_nicknames(nicknames, self._prominence)
        self._full: defaultdict[str, list[str]] = defaultdict(list)
        self._surname: defaultdict[str, list[str]] = defaultdict(list)
        self._first_name: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self._prominence, key=lambda name: (-self._prominence[name], name)):
            words = fold(name).split()
            self._full[" ".join(words)].append(name)
            family = words[:-1] if len(words) > 2 and words[-1] in _TAILS else words
            for first in range(1, len(family)):
                self._surname[" ".join(family[first:])].append(name)
            if len(words) > 1:
                self._first_name[words[0]].append(name)

    def resolve(self, text: str) -> tuple[str, ...]:
        """The people meant by a name as written, as the catalogue spells them, most prominent first.

        Empty if nobody of that or a similar name is known.
        """
        words = fold(text[:200]).split()
        if (
            words
            and words[0] in ("the", "director", "actor", "actress")
            and " ".join(words) not in self._nicknames
        ):
            words = words[1:]
        key = " ".join(words)
        if not key:
            return ()
        if found := self._named(key):
            return found
        if people := self._initialled(words):
            return people
        return self._named(self._similar(key) or "")

    def mentions(self, sentence: str) -> list[PersonMention]:
        """The people named in a sentence, in its order, none overlapping."""
        tokens = tokens_of(sentence)[:MOST_WORDS]
        written = [token.word for token in tokens]
        spellings = [written, self._without_possessive(sentence, tokens), self._corrected(written)]
        found: list[PersonMention] = []
        first = 0
        while first < len(tokens):
            end, name = self._longest_at(sentence, tokens, spellings, first)
            if name:
                start, stop = tokens[first].start, tokens[end - 1].end
                found.append(PersonMention(start, stop, sentence[start:stop], name))
            first = end
        return found

    def _longest_at(
        self, sentence: str, tokens: Sequence[Token], spellings: Sequence[Sequence[str]], first: int
    ) -> tuple[int, str | None]:
        """End and canonical form of the longest name from `first` on; the next position and None if none."""
        for end in range(min(len(tokens), first + LONGEST_NAME), first, -1):
            if any(token.closed and not _goes_on(sentence, token) for token in tokens[first : end - 1]):
                continue
            for words in spellings:
                if words is spellings[-1] and not _vouched_for(tokens, first, end):
                    continue  # one word set right: "pastel" is no Patel unless something says so
                if name := self._name_of(tokens, first, end, words[first:end]):
                    return end, name
        return first + 1, None

    def _name_of(self, tokens: Sequence[Token], first: int, end: int, words: Sequence[str]) -> str | None:
        key = " ".join(words)
        if people := self._nicknames.get(key):
            return people[0] if any(map(self._telling, words)) or _meant(tokens, first, end) else None
        if len(words) > 1 and key in self._full:
            return self._full[key][0] if self._full_name_meant(tokens, first, end, words) else None
        namesakes = self._surname.get(key) or self._full.get(key) or self._squashed.get(key)
        if namesakes and self._surname_meant(namesakes[0], tokens, first, end, words):
            return namesakes[0]
        return None

    def _full_name_meant(self, tokens: Sequence[Token], first: int, end: int, words: Sequence[str]) -> bool:
        everyday = all(word in COMMON or word in FUNCTION for word in words)
        return not everyday or all(token.capital for token in tokens[first:end]) or _meant(tokens, first, end)

    def _surname_meant(
        self, person: str, tokens: Sequence[Token], first: int, end: int, words: Sequence[str]
    ) -> bool:
        """Whether a surname is meant: the more ordinary its words, the more must stand around it."""
        if self._prominence[person] < NOTED or all(word in COMMON or word in FUNCTION for word in words):
            return False
        capital = all(token.capital for token in tokens[first:end]) and not tokens[first].starts
        if all(word in self._given_names for word in words):
            return capital and _meant(tokens, first, end, strictly=True)
        return len(words) > 1 or self._telling(words[0]) or capital or _meant(tokens, first, end)

    def _telling(self, word: str) -> bool:
        """Whether nobody says this word without meaning the person."""
        return word not in COMMON and word not in FUNCTION and word not in self._other_words

    def _named(self, key: str) -> tuple[str, ...]:
        if people := self._nicknames.get(key):
            return people
        if key in self._full:
            return tuple(self._full[key][:1])
        by_name = [*self._surname.get(key, ()), *self._first_name.get(key, ())]
        return self._likely(by_name or self._squashed.get(key.replace(" ", ""), []))

    def _likely(self, people: Iterable[str]) -> tuple[str, ...]:
        ranked = sorted(set(people), key=lambda name: (-self._prominence[name], name))
        least = self._prominence[ranked[0]] * LIKELY if ranked else 0.0
        return tuple(name for name in ranked if self._prominence[name] >= least)[:5]

    def _initialled(self, words: Sequence[str]) -> tuple[str, ...]:
        """First and last name agree: "Samuel Jackson" for "Samuel L. Jackson"."""
        if len(words) < 2:
            return ()
        return self._likely(set(self._first_name.get(words[0], ())) & set(self._surname.get(words[-1], ())))

    def _similar(self, key: str) -> str | None:
        """The name most like a misspelt one: of prominent people by surname, of all by full name."""
        if len(key) < 6:
            return None
        names = self._full_names if " " in key else self._noted_words
        near = process.extractOne(
            key, names, scorer=OSA.distance, score_cutoff=1 if len(key) < 8 else 2, processor=None
        )
        return near[0] if near and near[0][0] == key[0] else None

    def _corrected(self, words: Sequence[str]) -> list[str]:
        """The words with misspelt names of prominent people set right."""
        tries = iter(range(MOST_TYPOS))
        return [
            (self._namesake(before, word) or self._similar(word) or word)
            if self._unknown(word) and next(tries, None) is not None
            else word
            for before, word in zip(["", *words], words, strict=False)
        ]

    def _namesake(self, first_name: str, word: str) -> str | None:
        """The surname most like a misspelt one among those who bear the first name that stands before it."""
        people = self._first_name.get(first_name, ())
        noted = dict.fromkeys(fold(name).split()[-1] for name in people if self._prominence[name] >= NOTED)
        near = process.extractOne(word, list(noted), scorer=OSA.distance, score_cutoff=2, processor=None)
        return near[0] if near and near[0][0] == word[0] else None

    def _without_possessive(self, sentence: str, tokens: Sequence[Token]) -> list[str]:
        """The words with "Tarantino's" as "tarantino"."""
        return [
            token.word[:-1] if _POSSESSIVE.search(sentence, token.start, token.end) else token.word
            for token in tokens
        ]

    def _unknown(self, word: str) -> bool:
        return len(word) >= 6 and not any(
            word in known
            for known in (COMMON, FUNCTION, self._other_words, self._title_words, self._name_words)
        )

    @cached_property
    def _given_names(self) -> frozenset[str]:
        return frozenset(name for name, people in self._first_name.items() if len(people) >= 3)

    @cached_property
    def _title_words(self) -> Counter[str]:
        return Counter(word for film in self._catalogue.films for word in set(fold(film.title).split()))

    @cached_property
    def _other_words(self) -> frozenset[str]:
        """Words that may be meant where a name could be: themes, words of several titles, first names."""
        themes = {
            word for film in self._catalogue.films for keyword in film.keywords for word in keyword.split()
        }
        return self._given_names | themes | {word for word, films in self._title_words.items() if films > 1}

    @cached_property
    def _name_words(self) -> frozenset[str]:
        return frozenset(word for key in self._full for word in key.split())

    @cached_property
    def _full_names(self) -> list[str]:
        return list(self._full)

    @cached_property
    def _noted_words(self) -> list[str]:
        """Words of the names of prominent people, the most prominent first."""
        noted = (key for key, people in self._full.items() if self._prominence[people[0]] >= NOTED)
        return list(dict.fromkeys(word for key in noted for word in key.split() if len(word) >= 5))

    @cached_property
    def _squashed(self) -> dict[str, list[str]]:
        """Names of several words without the spaces: "deniro"."""
        names = (item for table in (self._surname, self._full) for item in table.items())
        return {key.replace(" ", ""): people for key, people in names if " " in key}


def _read_nicknames(path: Path, known: Mapping[str, float]) -> dict[str, tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    people = (
        (row["names"], tuple(name for name in row["people"].split("|") if name in known)) for row in rows
    )
    return {fold(name): meant for names, meant in people if meant for name in names.split("|")}


def _goes_on(sentence: str, token: Token) -> bool:
    """Whether the full stop behind a token may stand inside a name: "Samuel L. Jackson"."""
    return sentence[token.end : token.end + 1] == "." and token.end - token.start <= 2


def _vouched_for(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a respelt name may stand: several words, all there is, a capital inside, or words around it."""
    token = tokens[first]
    alone = end - first == len(tokens)
    return alone or end - first > 1 or (token.capital and not token.starts) or _meant(tokens, first, end)


def _meant(tokens: Sequence[Token], first: int, end: int, *, strictly: bool = False) -> bool:
    """Whether the words around ask for a person."""
    before = tokens[first - 1].word if first else ""
    behind = tokens[end].word if end < len(tokens) else ""
    return before in (_STRICT_CUES if strictly else _CUES) or behind in _BEHIND
