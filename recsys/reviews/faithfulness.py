# ruff: noqa: SIM905  (lists of words are best read as text)
"""Whether a sentence about reviews stands on what it was written from."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from recsys.reviews.aspects import ASPECTS, aspects_of
from recsys.reviews.figures import Figures
from recsys.reviews.ngrams import words
from recsys.reviews.opinion_words import lean
from recsys.reviews.sentences import Span, clauses

Fault = Literal["number", "name", "quotation", "markup", "contradiction"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_QUOTED = re.compile(r"[“\"«„]([^”\"»“]+)[”\"»“]")
_MARKUP = re.compile(r"https?:|www\.|\w@\w|(?<!\w)@\w|[<>\[\]{}`#|\\*]")
_SPELLED: dict[str, str] = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_ALWAYS = frozenset({"i", "i'm", "i'd", "i've"})
_PRAISED = frozenset("praised praise praises lauded applauded acclaimed commended".split())
_BLAMED = frozenset("criticised criticized criticise criticize criticises criticizes blamed faulted".split())
_NEGATORS = frozenset("not never no nobody hardly neither nor isn't aren't wasn't without than".split())
_MOSTLY = r"(?:generally|largely|mostly|overwhelmingly|widely|strongly|very|strong)"
_WELL_RECEIVED = re.compile(
    rf"\bwell[- ]received|\b{_MOSTLY} (?:positive|liked|loved)|\bpositive reception|\bacclaimed",
    re.IGNORECASE,
)
_BADLY = re.compile(
    rf"\b(?:poorly|badly)[- ]received|\b{_MOSTLY} (?:negative|disliked)|\bnegative reception|\bpanned",
    re.IGNORECASE,
)
MOST = 0.6
"""Share that must like (or dislike) a film before it may be said to be well (or badly) received."""
CLEAR = 0.75
"""An aspect that so large a share praises (or blames) may not be said to be blamed (praised)."""
PREVAILS = 0.6
"""The same for "praised for" and "criticised for", which claim what most of them say."""
LEAST = 3
"""Reviews on an aspect from which on that is checked."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a summary may be written from."""

    texts: Sequence[str]
    """Sentences quoted, the film's title, names of its makers."""
    numbers: Collection[str]
    """Figures as they may be written: "27", "55"."""
    figures: Figures


def faults(sentence: str, sources: Sources) -> tuple[Fault, ...]:
    """What a sentence holds that its sources do not; empty where it may be shown."""
    plain = sentence.replace("’", "'")
    found: list[Fault] = []
    if _MARKUP.search(plain):
        found.append("markup")
    if _numbers(plain) - _known_numbers(sources):
        found.append("number")
    vocabulary = {word for text in sources.texts for word in _lower(_WORD.findall(text.replace("’", "'")))}
    if any(word.lower() not in vocabulary | _ALWAYS for word in _names(plain)):
        found.append("name")
    joined = [" ".join(words(text)) for text in sources.texts]
    if any(not any(_within(quote, text) for text in joined) for quote in _QUOTED.findall(plain)):
        found.append("quotation")
    if _contradicts(plain, sources.figures):
        found.append("contradiction")
    return tuple(found)


def faithful(sentences: Iterable[str], sources: Sources) -> list[str]:
    """The sentences that may be shown, in order."""
    return [sentence for sentence in sentences if not faults(sentence, sources)]


def _numbers(text: str) -> set[str]:
    spelled = {_SPELLED[word] for word in _lower(_WORD.findall(text)) if word in _SPELLED}
    return set(_NUMBER.findall(text)) | spelled


def _known_numbers(sources: Sources) -> set[str]:
    return set(sources.numbers).union(*(_numbers(text) for text in sources.texts))


def _names(text: str) -> list[str]:
    """Capitalised words, save the first of each sentence."""
    found: list[str] = []
    for sentence in re.split(r"(?<=[.!?:])\s+|[“\"]", text):
        found += [word for word in _WORD.findall(sentence)[1:] if word[0].isupper()]
    return found


def _within(quote: str, source: str) -> bool:
    """A quotation of several words stands in a source as it is; a single word may be anybody's."""
    said = words(quote)
    return len(said) < 2 or " ".join(said).rstrip("!? ") in source


def _contradicts(sentence: str, counted: Figures) -> bool:
    share = counted.share_positive
    if share is not None and (
        (share < MOST and _WELL_RECEIVED.search(sentence)) or (share > 1 - MOST and _BADLY.search(sentence))
    ):
        return True
    span = Span(0, len(sentence))
    return any(_clause_contradicts(words(clause.of(sentence)), counted) for clause in clauses(sentence, span))


def _clause_contradicts(tokens: Sequence[str], counted: Figures) -> bool:
    verdict = _verdict(tokens)
    leaning, spoken = lean(tokens), aspects_of(tokens)
    if not verdict and (len(spoken) != 1 or not leaning):
        return False  # which of several is meant, only a verdict on all of them tells
    figures = {each.name: each for each in counted.aspects}
    for aspect, own_side in spoken.items():
        side = verdict or own_side or (1 if leaning > 0 else -1)
        each = figures.get(ASPECTS[aspect])
        if each is None or each.praise + each.blame < LEAST:
            continue
        against = each.blame if side > 0 else each.praise
        if against / (each.praise + each.blame) >= (PREVAILS if verdict else CLEAR):
            return True
    return False


def _verdict(tokens: Sequence[str]) -> int:
    """1 or -1 where a clause says of a list of aspects that they are praised or criticised, else 0."""
    praised, blamed = not _PRAISED.isdisjoint(tokens), not _BLAMED.isdisjoint(tokens)
    return 0 if praised == blamed or not _NEGATORS.isdisjoint(tokens) else 1 if praised else -1


def _lower(found: Iterable[str]) -> list[str]:
    return [word.lower() for word in found]
