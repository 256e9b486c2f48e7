"""What a phrase names that can be measured: "dark and empty, teal and orange" in words to aspects.

Colour, light, balance and emptiness are measured better than any embedding knows them; everything else in the
phrase ("desert", "like a doll's house") is left to the embedding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from recsys.looks.colour_words import COLOUR_WORDS
from recsys.looks.glossary import in_english
from recsys.looks.vocabulary import COLOUR, LIGHT, MOOD, NEUTRAL, PEOPLE, SHAPE, STYLES

WORDS: Mapping[str, Mapping[str, float]] = {
    **STYLES,
    **PEOPLE,
    **COLOUR,
    **LIGHT,
    **SHAPE,
    **COLOUR_WORDS,
    **MOOD,
}
"""Expressions (alternatives of a regular expression) to the aspects they name, tried in this order."""

MEDIUM = re.compile(
    r"\b(?:(?:something|films?|movies?|posters?|pictures?|images?|frames?|shots?|stills?|show me|find me|"
    r"i want|i'd like|please)(?: (?:that|which) (?:looks?|is|are)| that| which)?|"
    r"(?:the )?looks? (?:of|like))\b"
)
"""Words about the asking and the medium, not about the look."""

_NEGATION = re.compile(r"(?:\bnot|\bno|\bnot too|\bless|\bwithout|\bnon|\bnever|\bbut not)[\s-]+(?:\w+\s+)?$")
_PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{words})(?!\w)"), aspects) for words, aspects in WORDS.items())
_NEUTRAL = re.compile(NEUTRAL)


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase taken apart."""

    aspects: Mapping[str, float]
    """What is to be measured and how strongly; negative where the phrase refuses it."""
    plain: str
    """The phrase in English without words about asking and about films, for the embedding."""
    rest: str
    """What of it cannot be measured; empty where everything can."""
    coverage: float
    """Share of the phrase's words of substance that are measured, 0 to 1."""


def read(phrase: str) -> Reading:
    """Take a phrase apart. Never fails; a phrase that names nothing measurable has coverage 0."""
    english = text = in_english(phrase)
    aspects: dict[str, float] = {}
    named = 0
    for pattern, weights in _PATTERNS:
        for match in pattern.finditer(text):
            sign = -1.0 if _NEGATION.search(text[: match.start()]) else 1.0
            for aspect, weight in weights.items():
                aspects[aspect] = aspects.get(aspect, 0.0) + sign * weight
            named += 1
        text = pattern.sub(lambda match: "\0" * len(match.group()), text)
    rest = " ".join(_NEUTRAL.sub(" ", re.sub(r"[\0,;.:!?]+", " ", text)).split())
    others = len(re.findall(r"\w{2,}", rest))
    plain = " ".join(MEDIUM.sub(" ", english).split())
    return Reading(
        aspects=_together(aspects),
        plain=plain or english,
        rest=rest if others else "",
        coverage=named / (named + others) if named else 0.0,
    )


def _together(aspects: Mapping[str, float]) -> Mapping[str, float]:
    """What several words mean together: icy blue is pale, and two opposed colours are wanted both at once."""
    joined = dict(aspects)
    if joined.get("icy", 0) > 0 and joined.get("blue", 0) > 0:
        del joined["blue"]
    cool = [name for name in ("teal", "blue") if joined.get(name, 0) > 0]
    warm = [name for name in ("orange", "golden") if joined.get(name, 0) > 0]
    if cool and warm:
        for name in (*cool, *warm):
            del joined[name]
        joined["teal_and_orange"] = joined.get("teal_and_orange", 0) + 1.0
    return joined
