"""The words and phrases that the planner knows: `lexicon.toml`, read into tables."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from agent.planner.phrases import Phrases
from data.genres import GENRE_ALIASES
from data.languages import LANGUAGE_WORDS, resolve_language

DEFAULT_FILE = Path(__file__).parent / "lexicon.toml"

_ALSO_WORDS = frozenset({"la", "lao"})
"""Names of languages that are seldom meant."""


@dataclass(frozen=True)
class Lexicon:
    """Tables of phrases; the meanings are the keys of the file."""

    runtimes: Phrases[str]
    runtimes_compared: Phrases[str]
    years: Phrases[str]
    years_compared: Phrases[str]
    counts: Phrases[str]
    moods: Phrases[str]
    company: Phrases[str]
    flags: Phrases[str]
    languages: Phrases[tuple[str, ...]]
    genres: Phrases[tuple[str, ...]]
    themes: frozenset[str]
    never_themes: frozenset[str]
    figures: frozenset[str]
    short_forms: Mapping[str, str]

    @classmethod
    def load(cls, file: Path = DEFAULT_FILE) -> "Lexicon":
        """Read the file. Raises KeyError for a section that is missing."""
        with file.open("rb") as opened:
            sections = tomllib.load(opened)
        moods = sections["moods"]
        return cls(
            **{
                name: _table(sections[name])
                for name in (
                    "runtimes",
                    "runtimes_compared",
                    "years",
                    "years_compared",
                    "counts",
                    "company",
                    "flags",
                )
            },
            moods=Phrases(
                {
                    **{phrase: mood for mood, phrases in moods.items() for phrase in phrases},
                    **{mood: mood for mood in moods["as_said"]},
                }
            ),
            languages=_languages(sections["languages"]),
            genres=_genres(),
            themes=frozenset(sections["themes"]["said"]),
            never_themes=frozenset(sections["themes"]["never"]),
            figures=frozenset(sections["figures"]["words"]),
            short_forms=sections["short_forms"],
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of every table."""
        tables = (
            self.runtimes, self.runtimes_compared, self.years, self.years_compared, self.counts, self.moods,
            self.company, self.flags,
        )  # fmt: skip
        words = {word for table in tables for word in table.vocabulary}
        return frozenset(words | self.languages.vocabulary | self.genres.vocabulary | self.figures)


def _table(section: Mapping[str, Sequence[str]]) -> Phrases[str]:
    return Phrases({phrase: meaning for meaning, phrases in section.items() for phrase in phrases})


def _genres() -> Phrases[tuple[str, ...]]:
    """The aliases, and German's compounds of them: "Horrorfilme"."""
    compounds = {
        f"{alias}{ending}": genres
        for alias, genres in GENRE_ALIASES.items()
        if " " not in alias
        for ending in ("film", "filme", "filmen", "streifen", "klassiker")
    }
    return Phrases({**compounds, **GENRE_ALIASES})


def _languages(section: Mapping[str, Sequence[str]]) -> Phrases[tuple[str, ...]]:
    named = {word: (code,) for word in LANGUAGE_WORDS - _ALSO_WORDS if (code := resolve_language(word))}
    others = {phrase: tuple(codes.split()) for codes, phrases in section.items() for phrase in phrases}
    return Phrases({**named, **others})
