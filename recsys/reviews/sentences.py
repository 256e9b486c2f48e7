"""Sentences and clauses of a review, as spans of its text."""

import re
from typing import NamedTuple

SENTENCE_LIMIT = 400
"""Characters: text without full stops is cut where a word ends."""

_END = re.compile(r"(?:[.!?…]+[\"'”’)\]]*(?=\s)|\n)\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|jr|sr|vs|etc|e\.g|i\.e|cf|vol|approx|lt|col|gen|sgt|capt|inc|min|dept)"
    r"|\b[A-Za-z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\s*[;:]\s+|\s+[–—-]{1,2}\s+|,\s+while\s+"
    r"|,?\s+\b(?:but|although|though|however|yet|whereas|except that|despite)\b[\s,]*",
    re.IGNORECASE,
)
"""Where a sentence may turn from praise to blame."""

CLAUSE_WORDS = 2


class Span(NamedTuple):
    """Characters `start` to `end` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of the text."""
        return text[self.start : self.end]


def sentences(text: str) -> list[Span]:
    """The sentences of a cleaned text, in order, without the spaces between them."""
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        head = text[max(start, end.start() - 12) : end.end()].rstrip()
        follows = text[end.end() : end.end() + 1]
        short = end.group()[0] == "." and (_ABBREVIATION.search(head) or follows.islower())
        trailing = end.group().startswith(("…", "..")) and follows.islower()
        if (short and not end.group().endswith("\n")) or trailing:
            continue
        _add(text, start, end.end(), found)
        start = end.end()
    _add(text, start, len(text), found)
    return found


def clauses(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence between which its mood may turn ("thin plot but superb acting")."""
    found: list[Span] = []
    start = sentence.start
    for turn in _TURN.finditer(text, sentence.start, sentence.end):
        if _words(text, start, turn.start()) >= CLAUSE_WORDS and (
            _words(text, turn.end(), sentence.end) >= CLAUSE_WORDS
        ):
            found.append(Span(start, turn.start()))
            start = turn.end()
    found.append(Span(start, sentence.end))
    return found


def _words(text: str, start: int, end: int) -> int:
    return text.count(" ", start, end) + 1 if end > start else 0


def _add(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > SENTENCE_LIMIT:
        cut = text.rfind(" ", start, start + SENTENCE_LIMIT)
        cut = cut if cut > start else start + SENTENCE_LIMIT
        found.append(Span(start, cut))
        start = cut + 1 if text[cut : cut + 1] == " " else cut
    if end > start:
        found.append(Span(start, end))
