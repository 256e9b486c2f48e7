"""How much speaks for a few words of a sentence being a title.

Points are added up: how telling the words are, how known the film, how it is written and what stands
around it. `ENOUGH` points make a title. The figures were chosen on the sentences of the tests.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import Enum
from math import log10

from data.genres import GENRE_ALIASES
from data.languages import LANGUAGE_WORDS
from data.names import number_of
from data.title_table import Kind
from data.words import COMMON, EVERYDAY, FUNCTION, PRONOUNS

ENOUGH = 2.5

TELLING = 2.0
"""An uncommon word: nobody says it by chance."""

QUOTED, YEAR, CAPITAL, WEAK_CAPITAL, WHOLE = 4.0, 3.0, 1.5, 0.3, 1.2
TYPO, OTHER_ARTICLE, NO_ARTICLE, ORDINARY_PART, SAID_OFTEN, GOES_ON = -0.3, -1.5, -0.8, -0.8, -1.4, -0.4

_KIND_POINTS = {
    Kind.NICKNAME: 0.3,
    Kind.TITLE: 0.0,
    Kind.ORIGINAL: 0.0,
    Kind.ABROAD: 0.0,
    Kind.PART: -0.8,
    Kind.OPENING: -0.6,
}


class Cue(float, Enum):
    """What the words around promise."""

    AGAINST = -2.0
    """The words are a place: "set in …"."""
    NONE = 0.0
    WEAK = 1.2
    STRONG = 1.5


@dataclass(frozen=True, slots=True)
class Writing:
    """How the words stand in the sentence."""

    quoted: bool = False
    year: bool = False
    """A year of the film is said beside it."""
    capital: bool = False
    """Written like a title amid words that are not."""
    weak_capital: bool = False
    """Written like a title where any word might be: at the beginning."""
    whole: bool = False
    """The whole message."""
    cue: Cue = Cue.NONE
    closed: bool = True
    """What follows does not go on with the phrase ("like heat" but "like heat waves")."""
    typo: bool = False
    other_article: bool = False
    """An article stands before it that its title does not have."""
    no_article: bool = False
    """Its title has an article, which does not stand before it."""


class Evidence:
    """Judges by the ordinary words, and by those that are themes or people's names in this catalogue."""

    def __init__(self, themes: Container[str], first_names: Container[str]) -> None:
        self._themes = themes
        self._first_names = first_names

    def telling(self, word: str) -> float:
        """Points of one folded word."""
        if word in FUNCTION:
            return 0.0
        if number_of(word):
            return 0.3
        if word in COMMON:
            return 0.4
        return 0.8 if word in self._themes or word in self._first_names else TELLING

    def points(self, words: Sequence[str], fame: float, kind: Kind, writing: Writing) -> float:
        """Points for these folded words being a title of that fame; 0 where they cannot be one."""
        written = writing.quoted or writing.year or writing.capital
        if " ".join(words) in GENRE_ALIASES and not (writing.quoted or writing.capital):
            return 0.0  # "a good horror from 2015" names no film of that year
        if _names_something_else(words) and not written and not (writing.whole and writing.weak_capital):
            return 0.0
        said_often = " ".join(words) in EVERYDAY
        told = sum(self.telling(word) for word in words)
        cue = writing.cue
        goes_on = told < TELLING and len(words) < 3 and not writing.closed
        if (goes_on and len(words) == 1) or (cue is Cue.WEAK and all(word in FUNCTION for word in words)):
            cue = min(cue, Cue.NONE)
        points = min(told, 2 * TELLING) + min(1.6, 0.4 * (len(words) - 1)) + _KIND_POINTS[kind]
        points += max(-1.2, min(1.5, 0.8 * (log10(fame) - 2)))
        points += OTHER_ARTICLE * writing.other_article
        points += NO_ARTICLE * (writing.no_article and told < TELLING and len(words) == 1)
        points += ORDINARY_PART * (told < TELLING and kind in (Kind.PART, Kind.OPENING))
        points += SAID_OFTEN * said_often + GOES_ON * goes_on
        points += cue + QUOTED * writing.quoted + YEAR * writing.year + TYPO * writing.typo
        points += CAPITAL if writing.capital else WEAK_CAPITAL * writing.weak_capital
        return points + WHOLE * (writing.whole and not said_often and (told > 0 or len(words) > 2))


def _names_something_else(words: Sequence[str]) -> bool:
    phrase = " ".join(words)
    return phrase in GENRE_ALIASES or phrase in LANGUAGE_WORDS or all(word in PRONOUNS for word in words)
