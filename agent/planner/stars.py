"""Ratings as people give them, brought to our 0.5 to 5 stars: "9/10", "four and a half", "⭐⭐⭐⭐"."""

import re
from collections.abc import Iterator

from agent.planner.numbers import ARTICLES, NUMBER, value_of
from agent.planner.slots import RatingSlot
from agent.planner.words import Message

_OUT_OF = re.compile(
    rf"(?<![\w/.,])(?P<n>{NUMBER})\s*(?:(?P<half>½|(?:and |y |et |und )?(?:a )?(?:half|medio|media|demie?"
    rf"|halb)))?"
    rf"\s*(?:stars?\s+)?(?:/|out of|of|sobre|de|sur|von|auf|su|em)\s*(?P<of>5|10|100|five"
    rf"|ten|hundred|cinco|diez"
    rf"|cinq|dix|funf|zehn|cinque|dieci|dez)"
    rf"(?:\s*(?:stars?|points?))?(?![\w])"
)
_STARS = re.compile(
    rf"(?<![\w/.,])(?:(?P<n>{NUMBER})\s*(?P<half>½|(?:and |y |et |und )(?:a )?(?:half|medio|media|demie?"
    rf"|halb\w*|halben?))?"
    rf"[\s-]*(?:full )?(?:stars?|estrellas?|estrelas?|stell[ae]|etoiles?|sternen?|sterne|\*(?!\w)|★|⭐)"
    rf"|(?P<half_only>half a star|media estrella|une demi[- ]etoile)"
    rf"|(?P<german>vierein?halb|dreiein?halb|zweiein?halb|eineinhalb|anderthalb) sterne)"
    rf"(?P<half_after>\s*(?:and|y|et|und) (?:a )?(?:half|media|demie?))?"
)
_HALVES = re.compile(
    rf"(?<![\w/.,])(?P<n>{NUMBER})\s*(?:½|and a half|y media|y medio|et demie?|\.5)(?![\w/])(?!\s*(?:h"
    rf"|hour|hora|heure))"
)
_PERCENT = re.compile(r"(?<![\w.,])(?P<n>\d{1,3})\s*(?:%|percent|per cent|por ciento|pour cent|prozent)")
_GLYPHS = re.compile(r"(?P<full>(?:[⭐★🌟]\ufe0f?\s*)+)(?P<half>½|1/2)?(?:☆\s*)*|(?<!\w)\*{1,5}(?!\w)")
_BARE = re.compile(
    rf"(?<!\bany )(?<!\banother )(?<!\bthis )(?<!\bthat )(?<!\bthe )(?<!\bwhich )(?<!\beach )"
    rf"(?<![\w/.,])(?P<n>\d{{1,2}}(?:[.,]\d)?|{NUMBER})(?![\w/%'])(?![.,]\d)(?!\s*(?:h|hours?|min|mins"
    rf"|minutes?|years?|films?|movies?|ones?|more|of|with)\b)"
)
_JUDGED = re.compile(
    r"(?<!\w)(?:an?|solid|strong|weak|easy|generous|decent|good|high|low)\s+(?P<n>10"
    r"|[0-9](?:[.,]\d)?)(?=\s*(?:$|[.,;!?)]|from me|for me|for\b|to\b|imo|tbh|i guess))"
)
_FULL_MARKS = re.compile(
    r"(?<!\w)(?:full marks|full score|perfect score|top marks|maximum score|max score"
    r"|full five|full ten|volle punktzahl)(?!\w)"
)
_GERMAN_HALVES = {"vier": 4.5, "drei": 3.5, "zwei": 2.5, "eine": 1.5, "ande": 1.5}
_LOWEST, _HIGHEST = 0.5, 5.0


def find_ratings(message: Message) -> Iterator[RatingSlot]:
    """Ratings that can hardly be anything else: of a scale, drawn as stars, or judging ("a solid 8")."""
    text = message.folded
    for found in _OUT_OF.finditer(text):
        number = value_of(found["n"]) + (0.5 if found["half"] else 0)
        of = value_of("one hundred") if found["of"] == "hundred" else value_of(found["of"])
        if number <= of:
            yield _slot(found, number / of * 5)
    for found in _STARS.finditer(text):
        yield _slot(found, _stars(found))
    for found in _PERCENT.finditer(text):
        yield _slot(found, min(int(found["n"]), 100) / 20)
    for found in _GLYPHS.finditer(text):
        count = sum(glyph in "⭐★🌟*" for glyph in found[0])
        yield _slot(found, count + (0.5 if found["half"] else 0))
    for found in _JUDGED.finditer(text):
        number = value_of(found["n"])
        yield _slot(found, number if number <= _HIGHEST else number / 2)
    for found in _FULL_MARKS.finditer(text):
        yield _slot(found, _HIGHEST)


def find_bare_rating(message: Message) -> RatingSlot | None:
    """A number that is a rating only because one is due: "Heat, 4", "a solid 8".

    Up to five it counts as stars, above as points of ten.
    """
    for found in (*_HALVES.finditer(message.folded), *_BARE.finditer(message.folded)):
        number = value_of(found["n"]) + (0.5 if found.re is _HALVES else 0)
        if found["n"] not in ARTICLES and number <= 10:
            return _slot(found, number if number <= _HIGHEST else number / 2)
    return None


def _stars(found: re.Match[str]) -> float:
    if found["half_only"]:
        return _LOWEST
    if found["german"]:
        return _GERMAN_HALVES[found["german"][:4]]
    number = value_of(found["n"]) + (0.5 if found["half"] or found["half_after"] else 0)
    return number if number <= _HIGHEST else number / 2


def _slot(found: re.Match[str], stars: float) -> RatingSlot:
    return RatingSlot(
        start=found.start(), end=found.end(), stars=min(max(round(stars, 2), _LOWEST), _HIGHEST)
    )
