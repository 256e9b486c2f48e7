"""A second look for titles: everyday words that are a title because of where they stand.

"did people like cats" names a film, "a film with cats" does not: the words around the blank in the training
phrases tell. Only whole titles of the catalogue count.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agent.focus import Focus
from agent.planner.reader import Reading
from agent.planner.slots import (
    CompanySlot,
    CountSlot,
    GenreSlot,
    LanguageSlot,
    PersonSlot,
    PickSlot,
    RatingSlot,
    RuntimeSlot,
    Slot,
    TitleSlot,
    YearsSlot,
)
from data.catalogue import Catalogue
from data.films import Film
from data.names import fold, title_key
from data.words import COMMON, FUNCTION, SAID_OTHERWISE

LONGEST = 7
"""Words of a title looked for."""

_SHORT_WORD = 3
"""Letters that prove nothing."""

EDGE = "^"
"""Stands for the beginning and the end of the message among the words beside a title."""

WISHES = frozenset({"recommend", "refine", "look"})
"""Intents in which most words are wishes and few are titles."""

ARTICLES = frozenset({"the", "a", "an"})
"""May stand between the telling word and the title."""

_JOINT = re.compile(r"\s*(?:,|/|\s(?:and|or|vs\.?|y|o|et|ou|und|oder))\s+")
_WEIGHS = frozenset(
    {EDGE, "between", "entre", "zwischen", "watch", "see", "either", "both", "ver", "voir", "sehen"}
)
"""Behind these a film is named, or two."""

_FIXED = (TitleSlot, PersonSlot, RatingSlot, CompanySlot, CountSlot, RuntimeSlot, YearsSlot, PickSlot)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words seen right before and right behind titles."""

    before: frozenset[str]
    behind: frozenset[str]


class TitleGuesser:
    """Finds runs of words that are a title and stand where titles stand."""

    def __init__(
        self, catalogue: Catalogue, surroundings: Mapping[str, Surroundings], common: frozenset[str]
    ) -> None:
        """`surroundings` by intent; `common` are words that are mostly said for something else."""
        self._common = common | FUNCTION | COMMON
        self._surroundings = surroundings
        films_of: defaultdict[str, list[Film]] = defaultdict(list)
        for film in sorted(catalogue.films, key=lambda film: -film.vote_count):
            for title in (film.title, film.original_title):
                if title:
                    films_of[title_key(title)].append(film)
        self._films_of = dict(films_of)

    def candidates(self, reading: Reading) -> Iterator[TitleSlot]:
        """Titles by their words alone, the longer first."""
        words = reading.message.words
        wishes = (*reading.of(GenreSlot), *reading.of(LanguageSlot))
        taken = [slot for slot in reading.slots if isinstance(slot, _FIXED)]
        for length in range(min(LONGEST, len(words)), 0, -1):
            for first in range(len(words) - length + 1):
                run = words[first : first + length]
                start, end = run[0].start, run[-1].end
                if run[0].is_sign or run[-1].is_sign or _overlaps(start, end, taken):
                    continue
                if any((slot.start, slot.end) == (start, end) for slot in wishes):
                    continue
                text = reading.message.text[start:end]
                if fold(text) in SAID_OTHERWISE:
                    continue
                films = self._films_of.get(title_key(text))
                if films:
                    yield TitleSlot(start=start, end=end, films=tuple(dict.fromkeys(films)), text=text)

    def joined(self, reading: Reading) -> Reading:
        """The reading with a film of everyday words that is weighed against another: "heat or collateral"."""
        for named in [title for title in reading.of(TitleSlot) if title.films]:
            for other in self.candidates(reading):
                between = reading.message.folded[other.end : named.start]
                before = reading.message.folded[: other.start].split()[-1:] or [EDGE]
                if _JOINT.fullmatch(between) and before[0] in _WEIGHS:
                    return reading.naming(other)
        return reading

    def stands_right(self, slot: TitleSlot, reading: Reading, intent: str, *, expected: bool = False) -> bool:
        """Whether the words on both sides are such as stand beside titles in messages of this intent.

        Everyday words are more readily the title of a film that is `expected`: see `is_expected`.
        """
        around = self._surroundings.get(intent)
        if around is None:
            return False
        before = [word.text for word in reading.message.words if word.end <= slot.start]
        behind = [word.text for word in reading.message.words if word.start >= slot.end]
        while before and before[-1] in ARTICLES:
            before.pop()
        while behind and behind[0] in ARTICLES:
            behind.pop(0)
        fits_before = (before[-1] if before else EDGE) in around.before
        fits_behind = (behind[0] if behind else EDGE) in around.behind
        telling = self._is_telling(slot) or (expected and not FUNCTION.issuperset(fold(slot.text).split()))
        if intent in WISHES:
            return fits_before and fits_behind and telling
        return (fits_before and fits_behind) or ((fits_before or fits_behind) and telling)

    def _is_telling(self, slot: TitleSlot) -> bool:
        """Whether its words are hardly said for anything else."""
        words = [word for word in fold(slot.text).split() if word not in self._common]
        return len("".join(words)) > _SHORT_WORD


def is_expected(slot: TitleSlot, focus: Focus) -> bool:
    """Whether such a film may well be spoken of: just shown, or by those whose films are sought."""
    sought = set(focus.request.people) if focus.request else set()
    return any(
        film.id in focus.last_shown or not sought.isdisjoint((*film.directors, *film.cast))
        for film in slot.films
    )


def _overlaps(start: int, end: int, slots: Sequence[Slot]) -> bool:
    return any(slot.start < end and start < slot.end for slot in slots)
