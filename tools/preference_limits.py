"""Limits said in lasting preferences: length, years, days of the week, children who watch along."""

import re
from collections.abc import Callable

from tools.preference_cues import Attitude

Stance = Callable[[int], Attitude | None]
"""How what stands at a place of the clause is meant."""
Limits = tuple[int | None, int | None]
"""Least and most."""
NONE: Limits = (None, None)

NOT_LONG = 120
"""Minutes meant by "nothing long"."""
OLD_UNTIL = 1979
"""The last year meant by "old films"."""

_NUMBERS = {"one": 1.0, "an": 1.0, "a": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "ninety": 90.0}
_HALF = r"and a half\s*"
_LENGTH = re.compile(
    rf"(?P<n>\d+(?:[.,]5)?|{'|'.join(_NUMBERS)})\s*-?(?P<half>{_HALF})?"
    rf"(?:(?P<hours>hours?|hrs?|h)(?:\b\s*|(?=\d))(?P<half_after>{_HALF})?(?:and )?(?P<rest>\d{{1,2}}(?!\d))?"
    r"|(?P<minutes>minutes?|mins?|m)\b)"
)
_OVER = re.compile(r"\b(?:over|longer than|more than|above|exceed(?:s|ing)?|beyond|past)\s*$")
_THAT_LONG = re.compile(r"\b(?:nothing|never|no|don'?t|not)\b[^.;]*\b(?:longer|more) than (?:that|this)\b")
_UNDER = re.compile(
    r"\b(?:under|below|less than|shorter than|at most|up to|within|max(?:imum)?(?: of)?"
    r"|no longer than|no more than)\s*$"
)
_LONG = re.compile(
    r"\blong(?:er)? (?:films?|movies?|ones?|stuff)\b|\b(?:too|very|really|overly) long\b|\blong$"
)


def minutes(clause: str, stance: Stance) -> Limits:
    """The limits on the running time: "nothing over two hours", "under 90 minutes", "nothing long"."""
    for match in _LENGTH.finditer(clause):
        before, said = clause[: match.start()], _minutes(match)
        if _THAT_LONG.search(clause[match.end() :]):
            return (None, said)  # "I fall asleep after two hours, so never anything longer than that"
        if over := _OVER.search(before):
            meant = stance(over.start())
            return (None, said) if meant == "dislikes" else (said, None) if meant == "only" else NONE
        if under := _UNDER.search(before):
            at_least = stance(under.start()) == "dislikes" and not under.group().startswith("no ")
            return (said, None) if at_least else (None, said)
    long = _LONG.search(clause)
    return (None, NOT_LONG) if long and stance(long.start()) == "dislikes" else NONE


def _minutes(match: re.Match[str]) -> int:
    text = match["n"].replace(",", ".")
    number = _NUMBERS[text] if text in _NUMBERS else float(text)
    number += 0.5 if match["half"] or match["half_after"] else 0
    return round(number) if match["minutes"] else round(number * 60) + int(match["rest"] or 0)


_SIDES = "before|older than|pre|prior to|after|newer than|since|from|in|of"
_YEARS = re.compile(
    rf"\b(?:from )?(?P<side>{_SIDES})[\s-]+(?:the )?"
    r"(?:(?P<year>1[89]\d\d|20\d\d)(?P<decade>'?s)?|'?(?P<short>\d0)'?s)\b"
)
_OLD = re.compile(
    r"\b(?:old|older|ancient|vintage) (?:films?|movies?|ones?|stuff|cinema)\b|\bold-fashioned\b"
)


def years(clause: str, stance: Stance) -> Limits:
    """The limits on the year: "nothing before 1980", "only films from the 90s", "no old movies"."""
    match = _YEARS.search(clause)
    if match is None:
        old = _OLD.search(clause)
        return (OLD_UNTIL + 1, None) if old and stance(old.start()) == "dislikes" else NONE
    first, last = _span(match)
    side, meant = match["side"], stance(match.start())
    if side in ("before", "older than", "pre", "prior to"):
        return (first, None) if meant == "dislikes" else (None, first - 1) if meant == "only" else NONE
    if side in ("after", "newer than", "since"):
        start = first if side == "since" else last + 1
        return (None, last) if meant == "dislikes" else (start, None) if meant == "only" else NONE
    return (first, last) if meant == "only" else NONE


def _span(match: re.Match[str]) -> tuple[int, int]:
    """First and last year meant: a year, or a decade."""
    if match["year"]:
        year = int(match["year"])
        return year, year + 9 if match["decade"] else year
    short = int(match["short"])
    first = (2000 if short <= 20 else 1900) + short
    return first, first + 9


_AGE = r"(?:[1-9]|1[0-2]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CHILD = (
    r"\b(?:kids?|child(?:ren)?|sons?|daughters?|toddlers?|little ones?|nephews?|nieces?"
    rf"|grand(?:kids?|child(?:ren)?|sons?|daughters?)|{_AGE}[- ]years?[- ]olds?"
    r"|hij[oa]s?|niñ[oa]s?|niet[oa]s?|sobrin[oa]s?|fils|filles?|enfants?|petits?|petits-enfants"
    r"|kind(?:er|ern)?|sohn|söhnen?|tochter|töchtern?|enkel\w*)\b"
)
_WATCHING = (
    r"\b(?:watch(?:es|ing)?|ven?|vemos|veo|mir(?:a|an|o|amos)|regarde(?:nt|ons)?"
    r"|schau(?:e|en|t)?|guck(?:e|en|t)?|sehen?|sieht)\b"
)
_WITHIN = r"[^.;]*?"
_OUR = r"\b(?:my|our|the|his|her|mis?|nuestr[oa]s?|mon|ma|mes|notre|nos|mein\w*|unser\w*)\b"
_HERE = r"\b(?:in the room|around|present)\b"
_FAMILY = re.compile(
    "|".join(
        (
            rf"{_OUR}{_WITHIN}{_CHILD}{_WITHIN}(?:{_WATCHING}|\b(?:joins?|with (?:me|us))\b)",
            rf"{_WATCHING}{_WITHIN}\b(?:with|con|avec|mit)\b{_WITHIN}{_CHILD}",
            rf"{_WATCHING}{_WITHIN}\b(?:as a family|en familia|en famille|mit der familie)\b",
            r"\b(?:family|kid|kids|child)[- ](?:friendly|safe)\b",
            r"\b(?:suitable|safe|appropriate|fit|okay|ok) for (?:the |my |our )?(?:kids|children|family)\b",
            rf"\b(?:because of|have|there (?:are|is))\b{_WITHIN}{_CHILD}{_WITHIN}{_HERE}",
            r"\bnothing (?:above|over) pg\b",
        )
    )
)
_WITHOUT_THEM = re.compile(
    r"\b(?:asleep|in bed|away|grown|moved out|without)\b"
    rf"|\b(?:no|hate|don't have|dont have)\b(?: \w+)? {_CHILD}"
    r"|\b(?:don't|dont|do not|never|doesn't|no longer|not)\b (?:\w+ )?(?:watch|join)"
)


def children_watch(text: str) -> bool:
    """Whether it is said that children watch along: "my kids watch with me", "family friendly only"."""
    return bool(_FAMILY.search(text)) and not _WITHOUT_THEM.search(text)


_DAYS = (
    "mondays?|lunes|lundis?|montags?",
    "tuesdays?|martes|mardis?|dienstags?",
    "wednesdays?|miércoles|mercredis?|mittwochs?",
    "thursdays?|jueves|jeudis?|donnerstags?",
    "fridays?|viernes|vendredis?|freitags?",
    "saturdays?|sábados?|samedis?|samstags?",
    "sundays?|domingos?|dimanches?|sonntags?",
)
_WEEKENDS = re.compile(r"\b(?:week-?ends?|fin(?:es)? de semana|wochenenden?)\b")
_WEEKDAYS = re.compile(
    r"\b(?:weekdays?|weeknights?|school nights?|entre semana|en semaine|unter der woche)\b"
)


def weekdays(text: str) -> tuple[int, ...]:
    """The days of the week that a wish is limited to, 0 is Monday; none if it holds always."""
    days = {number for number, day in enumerate(_DAYS) if re.search(rf"\b(?:{day})\b", text)}
    if _WEEKENDS.search(text):
        days |= {5, 6}
    if _WEEKDAYS.search(text):
        days |= {0, 1, 2, 3, 4}
    return tuple(sorted(days))
