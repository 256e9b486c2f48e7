"""A review read: how positive it is, and sentence by sentence what it praises, blames and gives away."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, overload

import numpy as np

from recsys.reviews.aspects import ASPECTS, Side, aspects_of
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.language import language_of
from recsys.reviews.ngrams import words
from recsys.reviews.opinion_words import lean
from recsys.reviews.quotable import is_quotable
from recsys.reviews.sentences import Span, clauses, sentences
from recsys.reviews.spoilers import spoiler_levels

VERSION = 1
"""Raised whenever a reading would come out differently; stored ones of another version are made anew."""

SURE = 0.1
SURE_WITHOUT_WORDS = 0.35
"""A clause takes a side where its probability is farther than this from one half; the latter where it has no
word of opinion. A mere mention ("the plot concerns a bank") takes none."""

_NAMED = re.compile(
    r"\b(?!(?:This|It|That|There|These|Those|What|Which|Who|Every\w*|Nothing|All|If|Here|Now|One|Movie|Film|And"
    r"|But|So|The|You|We|They|My|Overall|Some\w*|Any\w*|Not|Most|Many|Also|Then|As|Its?)\b)"
    r"([A-Z][a-z]+(?: [A-Z][\w.'-]+){0,3}),? (?:is|was|are|were|gives?|gave|delivers?|turns? in|shines?"
    r"|steals?|plays?|does|makes?|brings?|has)\b"
)
"""Someone named, and what they are or do: where that is judged and nothing else is, it is their acting."""
_ACTING = ASPECTS.index("acting")


class Opinion(NamedTuple):
    """One aspect praised or blamed in one sentence."""

    sentence: int
    aspect: int
    """Position in `ASPECTS`."""
    side: Side


class Sentence(NamedTuple):
    """One sentence of a review: a tuple, since a popular film has a hundred thousand of them."""

    span: Span
    positive: float
    """Probability that it is praise, 0 to 1."""
    spoiler: int
    """0 nothing, 1 a turn of the plot, 2 the outcome; see `recsys.reviews.spoilers`."""
    quotable: bool


class _Kept(Sequence[Sentence]):
    """Sentences out of a kept reading, made when they are looked at: figures alone need none of them."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Sentence: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sentence]: ...
    def __getitem__(self, place: int | slice) -> Sentence | Sequence[Sentence]:
        if isinstance(place, slice):
            return _Kept(self._rows[place])
        start, end, positive, spoiler, quotable = self._rows[place]
        return Sentence(Span(start, end), positive / 100, spoiler, bool(quotable))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a review says."""

    language: str
    """ISO 639-1, or "und". Only English is read closely; otherwise all below is empty."""
    positive: float | None
    """Probability that the review is positive."""
    sentences: Sequence[Sentence] = ()
    opinions: tuple[Opinion, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain and short, to be kept beside the review's text."""
        return {
            "v": VERSION,
            "l": self.language,
            "p": None if self.positive is None else round(self.positive, 4),
            "s": [
                [each.span.start, each.span.end, round(each.positive * 100), each.spoiler, int(each.quotable)]
                for each in self.sentences
            ],
            "o": [[opinion.sentence, opinion.aspect, opinion.side] for opinion in self.opinions],
        }

    @staticmethod
    def from_json(content: Mapping[str, Any] | None) -> "Reading | None":
        """What `as_json` gave; None where it was made by another version."""
        if content is None or content.get("v") != VERSION:
            return None
        return Reading(
            content["l"],
            content["p"],
            _Kept(content["s"]),
            tuple(Opinion(*opinion) for opinion in content["o"]),
        )


class Reader:
    """Reads reviews with the compact classifier; keeps no state and may be shared."""

    def __init__(self, classifier: SentimentClassifier) -> None:
        self._classifier = classifier

    def read(self, texts: Sequence[str], titles: Sequence[str] | None = None) -> list[Reading]:
        """A reading of each text, which must be as `recsys.reviews.text.clean` leaves it.

        `titles`: the film that each is about, so that its title is not taken for somebody's name.
        """
        tokens = [words(text) for text in texts]
        languages = [language_of(each) for each in tokens]
        english = [row for row, language in enumerate(languages) if language == "en" and tokens[row]]
        whole = self._classifier.whole_probabilities([tokens[row] for row in english])
        parts = [_Parts.of(texts[row]) for row in english]
        sides = self._classifier.piece_probabilities([piece for part in parts for piece in part.tokens])
        readings = [Reading(language, None) for language in languages]
        start = 0
        for row, positive, part in zip(english, whole, parts, strict=True):
            own = sides[start : start + len(part.tokens)]
            start += len(part.tokens)
            title = titles[row] if titles else ""
            readings[row] = part.reading(texts[row], title, float(positive), own.tolist())
        return readings


@dataclass(frozen=True, slots=True)
class _Parts:
    """The sentences of one review and the clauses in them."""

    spans: list[Span]
    owners: list[int]
    """(clauses,) the sentence each clause belongs to."""
    tokens: list[list[str]]
    """(clauses,) words."""

    @staticmethod
    def of(text: str) -> "_Parts":
        spans = sentences(text)
        owners: list[int] = []
        tokens: list[list[str]] = []
        for number, span in enumerate(spans):
            for clause in clauses(text, span):
                owners.append(number)
                tokens.append(words(clause.of(text)))
        return _Parts(spans, owners, tokens)

    def reading(self, text: str, title: str, positive: float, sides: Sequence[float]) -> Reading:
        sums, counts = np.zeros(len(self.spans)), np.zeros(len(self.spans))
        opinions: dict[tuple[int, int], Side] = {}
        for owner, tokens, share in zip(self.owners, self.tokens, sides, strict=True):
            sums[owner] += share * len(tokens)
            counts[owner] += len(tokens)
            side = _side(share, lean(tokens))
            found = aspects_of(tokens)
            for aspect, own_side in found.items():
                if taken := own_side or side:
                    opinions[owner, aspect] = taken
            if side and not found and lean(tokens) and _names(self.spans[owner].of(text), title):
                opinions[owner, _ACTING] = side
        means = np.divide(sums, counts, out=np.full(len(sums), 0.5), where=counts > 0).tolist()
        said = [span.of(text) for span in self.spans]
        read = zip(self.spans, said, means, spoiler_levels(said), strict=True)
        return Reading(
            "en",
            positive,
            tuple(Sentence(span, mean, level, is_quotable(line)) for span, line, mean, level in read),
            tuple(Opinion(owner, aspect, side) for (owner, aspect), side in opinions.items()),
        )


def _names(sentence: str, title: str) -> bool:
    """Whether somebody is named who is not the film."""
    named = _NAMED.search(sentence)
    return named is not None and named[1].casefold() not in title.casefold()


def _side(share: float, leaning: int) -> Side | None:
    distance = abs(share - 0.5)
    if distance <= (SURE if leaning else SURE_WITHOUT_WORDS):
        return None
    return 1 if share > 0.5 else -1


def aspect_names(reading: Reading, sentence: int) -> dict[str, Side]:
    """What one sentence praises (1) or blames (-1), by name."""
    return {ASPECTS[each.aspect]: each.side for each in reading.opinions if each.sentence == sentence}
