"""Phrases of one language, looked up by key and varied by a generator that is handed in."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from babel import Locale
from babel.numbers import format_decimal

from agent.wording.de import GERMAN
from agent.wording.de_people import GERMAN_PEOPLE
from agent.wording.de_reviews import GERMAN_REVIEWS
from agent.wording.en import ENGLISH
from agent.wording.en_people import ENGLISH_PEOPLE
from agent.wording.en_reviews import ENGLISH_REVIEWS
from agent.wording.es import SPANISH
from agent.wording.es_people import SPANISH_PEOPLE
from agent.wording.es_reviews import SPANISH_REVIEWS
from agent.wording.fr import FRENCH
from agent.wording.fr_people import FRENCH_PEOPLE
from agent.wording.fr_reviews import FRENCH_REVIEWS
from agent.wording.moods import MOODS
from data.languages import language_name

Phrases = Mapping[str, str | tuple[str, ...]]
"""Key to phrase, or to several of the same meaning. `{name}` marks what is filled in."""

LANGUAGES: Mapping[str, Phrases] = {
    "en": {**ENGLISH, **ENGLISH_REVIEWS, **ENGLISH_PEOPLE, **MOODS["en"]},
    "es": {**SPANISH, **SPANISH_REVIEWS, **SPANISH_PEOPLE, **MOODS["es"]},
    "fr": {**FRENCH, **FRENCH_REVIEWS, **FRENCH_PEOPLE, **MOODS["fr"]},
    "de": {**GERMAN, **GERMAN_REVIEWS, **GERMAN_PEOPLE, **MOODS["de"]},
}
"""The languages the agent can word its replies in, by ISO 639-1 code."""


def language_of(locale: str) -> str:
    """The language of our own texts for a BCP 47 tag: "en-GB" is "en"; English where we have no other."""
    language = locale.replace("_", "-").split("-")[0].casefold()
    return language if language in LANGUAGES else "en"


class Phrasebook:
    """One language's phrases: `book("saved", film=...)`."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language = language
        self._phrases = LANGUAGES[language]
        self._rng = rng
        self._choice: Callable[[Sequence[str]], str] = rng.choice
        self._seed: float | None = None

    def __contains__(self, key: str) -> bool:
        return key in self._phrases

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of `key`, one of its variants, filled in. Raises KeyError where there is none."""
        phrase = self._phrases[key]
        if not isinstance(phrase, str):
            phrase = self._choice(phrase)
        return phrase.format(**values)

    def about(self, subject: str) -> "Phrasebook":
        """A phrasebook that words the same thing of this subject the same way, as often as it is asked."""
        if self._seed is None:
            self._seed = self._rng.random()
        return Phrasebook(self.language, type(self._rng)(f"{self._seed} {subject}"))

    def number(self, key: str, n: float, **values: object) -> str:
        """The phrase for a count: `key.one` for exactly one, else `key.many`."""
        return self(f"{key}.{'one' if n == 1 else 'many'}", n=self.figure(n), **values)

    def figure(self, value: float, places: int | None = None) -> str:
        """A number as this language writes it, with so many decimal places or as many as it needs."""
        decimals = "#.##" if places is None else f"0.{'0' * places}"
        return format_decimal(value, format=f"#,##0{decimals[1:]}", locale=self.language)

    def tongue(self, code: str) -> str:
        """A language by its name in this one: "fr" is "French"."""
        name = Locale(self.language).languages.get(code.lower())
        return name or language_name(code)

    def day(self, weekday: int) -> str:
        """A day of the week by its name, 0 is Monday."""
        return str(Locale(self.language).days["format"]["wide"][weekday])

    def join(self, items: Sequence[str], last: Literal["and", "or"] = "and") -> str:
        """Such as "a", "a and b", "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self(f"list.{last}", head=", ".join(items[:-1]), last=items[-1])
