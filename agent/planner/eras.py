"""When a film may be from: "the 90s", "before 1980", "last five years", "older than"."""

import re
from collections.abc import Iterator
from datetime import date

from agent.planner.lexicon import Lexicon
from agent.planner.numbers import NUMBER, value_of
from agent.planner.slots import CompareSlot, YearsSlot
from agent.planner.words import Message

RECENT_YEARS = 6

_DECADES = {
    **{f"{word}": 1900 + decade for decade, words in {
        20: "twenties venti vinte", 30: "thirties treinta dreissiger dreißiger trenta trinta",
        40: "forties cuarenta vierziger quaranta quarenta",
        50: "fifties cincuenta cinquante funfziger cinquanta cinquenta",
        60: "sixties sesenta soixante sechziger sessanta sessenta",
        70: "seventies setenta soixante-dix siebziger settanta",
        80: "eighties ochenta quatre-vingt achtziger ottanta oitenta",
        90: "nineties noventa quatre-vingt-dix neunziger novanta",
    }.items() for word in words.split()},
    "noughties": 2000, "naughties": 2000, "two thousands": 2000, "twenty tens": 2010,
}  # fmt: skip
_ENGLISH_DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties|naughties"
_DECADES_ALONE = f"{_ENGLISH_DECADES}|two thousands|twenty tens|\\w+ziger|dreissiger|dreißiger"
_DECADES_AFTER_YEARS = "|".join(sorted(_DECADES, key=len, reverse=True))

_DECADE = (
    rf"(?:(?P<digits>(?:19|20)?\d0)\s?(?:'?s|er(?:n|jahren?|-jahren?)?)"
    rf"|(?P<word>{_DECADES_ALONE})"
    r"|(?:anos|annees|los|les annees|decada de los|anni|years|jahre[n]?)\s+(?:de )?'?"
    rf"(?:(?P<years_digits>(?:19|20)?\d0)|(?P<years_word>{_DECADES_AFTER_YEARS})))"
)
_PART = (
    r"(?:(?P<part>early|mid(?:dle)?|late|principios de|finales de|debut des|fin des|fruhe|spate)"
    r"(?:[- ]|n |of |the )*)?"
)
_DECADE_RE = re.compile(rf"(?<![\w.'])'?{_PART}(?:the )?'?{_DECADE}(?!\w)")
_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"

_BEFORE = (
    r"before|pre|prior to|earlier than|older than|antes d[eo]|anterior(?:es)? a|avant|anterieurs? a|vor"
    r"|prima del?|precedenti? al"
    r"|alter als"
)
_NOTHING = (
    r"(?:nothing|none|nobody'?s|nichts|keine?n?|nada|ningun[ao]?|rien|aucune?|niente)(?: \w+){0,2}? (?:d')?"
)
"""Before a bound that it turns about: "nothing from before 2000", "nichts vor 2000"."""
_UNTIL = (
    r"until|till|up to|no later than|not after|hasta|jusqu'en|jusqu'a|bis|not newer than|nothing newer than"
    rf"|{_NOTHING}(?:after|later than|past|nach|despues de|posterior(?:es)? a|apres|dopo)"
)
_AFTER = (
    r"after|post|later than|newer than|more recent than|despues de|posterior(?:es)? a|apres|nach"
    r"|dopo il|depois de"
    r"|neuer als|past"
)
_SINCE = (
    r"since|from|starting|as of|no older than|not older than|not before"
    rf"|{_NOTHING}(?:before|older than|earlier than|vor|antes d[eo]|anterior(?:es)? a|avant|prima del?)"
    r"|desde|depuis|a partir de|seit|ab|dal|a partire dal"
)
_RANGE = re.compile(
    rf"(?<!\w)(?:between|from|entre|de|zwischen|von)?\s*(?P<a>{_YEAR}|'?\d0s)\s*"
    rf"(?:-|to|and|until|till|y|a|et|und|bis|through)\s*(?P<b>{_YEAR}|'?\d0s)(?!\w)"
)
_BOUND = re.compile(
    rf"(?<!\w)(?:(?P<until>{_UNTIL})|(?P<before>{_BEFORE})|(?P<after>{_AFTER})|(?P<since>{_SINCE}))[\s-]*"
    r"(?:the |el ano |el |los |las |l'annee |les |dem jahr |den |year )?"
    rf"(?P<year>'?\d0'?s|{_YEAR}|(?:{_DECADES_ALONE})|anos \w+|annees \w+)(?!\w)"
    r"(?P<onward>\s*(?:on(?:wards?)?|and (?:later|newer|after|up)|or (?:later|newer)|y posteriores"
    r"|et apres)(?!\w))?"
)
_ONWARD = re.compile(
    rf"(?<!\w)(?P<year>{_YEAR})\s*"
    r"(?:(?P<after>on(?:wards?)?|and (?:later|newer|after|up)|or (?:later|newer|after)|\+)"
    r"|(?P<before>and (?:earlier|older|before)|or (?:earlier|older|before)))(?!\w)"
)
_SINGLE = re.compile(rf"(?<![\w.:])(?:in|from|of|de|von|aus|en|du|del)?\s*\(?(?P<year>{_YEAR})\)?(?![\w%:])")
_LAST_YEARS = re.compile(
    r"(?<!\w)(?:(?:the )?(?:last|past)|(?:los |os )?ultimos|(?:gli )?ultimi|(?:les )?|(?:der )?letzten)\s+"
    rf"(?P<n>{NUMBER}|couple of|few)\s+(?:(?:dernieres|letzten)\s+)?"
    r"(?P<unit>years?|anos|anni|ans|annees|jahren?|decades?|decadas)(?!\w)"
)
_CENTURY = re.compile(
    r"(?<!\w)(?P<n>21st|20th|xxi|xx) (?:century|secolo|siecle)(?!\w)|(?<!\w)siglo (?P<m>xxi|xx)(?!\w)"
)


def find_years(message: Message, lexicon: Lexicon, today: date) -> Iterator[YearsSlot]:
    """Bounds on the year of release."""
    text = message.folded
    for found in _RANGE.finditer(text):
        first, last = _span_of(found["a"])[0], _span_of(found["b"])[1]
        if first <= last:
            yield _slot(found, first, last)
    for found in _BOUND.finditer(text):
        yield _bound(found)
    for found in _ONWARD.finditer(text):
        year = int(found["year"])
        yield _slot(found, year, None) if found["after"] else _slot(found, None, year)
    for found in _DECADE_RE.finditer(text):
        yield _decade(found)
    for found in _LAST_YEARS.finditer(text):
        count = {"couple of": 2, "few": 3}.get(found["n"]) or round(value_of(found["n"]))
        yield _slot(found, today.year - count * (10 if found["unit"].startswith("dec") else 1), None)
    for found in _CENTURY.finditer(text):
        modern = (found["n"] or found["m"]) in ("21st", "xxi")
        yield _slot(found, 2000, None) if modern else _slot(found, None, 1999)
    yield from _in_words(message, lexicon, today)
    for found in _SINGLE.finditer(text):
        year = int(found["year"])
        yield YearsSlot(start=found.start("year"), end=found.end("year"), low=year, high=year)


def _in_words(message: Message, lexicon: Lexicon, today: date) -> Iterator[YearsSlot]:
    """The lexicon's words for years; "more recent" is not "recent"."""
    compared = [(phrase.start, phrase.end) for phrase in lexicon.years_compared.find(message.words)]
    for phrase in lexicon.years.find(message.words):
        if not any(start < phrase.start and phrase.end <= end for start, end in compared):
            low, high = _said(phrase.meaning, today)
            yield YearsSlot(start=phrase.start, end=phrase.end, low=low, high=high)


def find_year_comparisons(message: Message, lexicon: Lexicon, today: date) -> Iterator[CompareSlot]:
    """Older or newer, than something that stands elsewhere."""
    for phrase in lexicon.years_compared.find(message.words):
        less = phrase.meaning == "older"
        low, high = _said("old" if less else "recent", today)
        yield CompareSlot(
            start=phrase.start, end=phrase.end, axis="years", less=less, bare=high if less else low
        )


def _said(meaning: str, today: date) -> tuple[int | None, int | None]:
    """What the lexicon's words for years mean."""
    bounds: dict[str, tuple[int | None, int | None]] = {
        "recent": (today.year - RECENT_YEARS, None),
        "this_year": (today.year, today.year),
        "last_year": (today.year - 1, today.year - 1),
        "this_decade": (today.year // 10 * 10, None),
        "last_decade": (today.year - 10, None),
        "old": (None, 1979),
        "silent": (None, 1930),
        "modern": (2000, None),
    }
    return bounds[meaning]


def _slot(found: re.Match[str], low: int | None, high: int | None) -> YearsSlot:
    return YearsSlot(start=found.start(), end=found.end(), low=low, high=high)


def _bound(found: re.Match[str]) -> YearsSlot:
    low, high = _span_of(found["year"])
    if found["until"]:
        return _slot(found, None, high)
    if found["before"]:
        return _slot(found, None, low - 1)
    if found["after"]:
        return _slot(found, high + 1, None)
    if found["since"] in ("from", "de") and not found["onward"]:
        return _slot(found, low, high)
    return _slot(found, low, None)


def _decade(found: re.Match[str]) -> YearsSlot:
    digits = found["digits"] or found["years_digits"]
    first = _first_year(digits) if digits else _decade_word(found["word"] or found["years_word"])
    part = (found["part"] or "")[:3]
    low, high = {
        "": (0, 9), "ear": (0, 4), "pri": (0, 4), "deb": (0, 4), "fru": (0, 4), "mid": (3, 6),
        "lat": (5, 9), "fin": (5, 9), "spa": (5, 9),
    }[part]  # fmt: skip
    return _slot(found, first + low, first + high)


def _span_of(text: str) -> tuple[int, int]:
    """First and last year of what is written: "1984", "90s", "eighties", "annees 80"."""
    digits = re.search(r"\d+", text)
    if digits and len(digits[0]) == 4 and not text.endswith("s"):
        return int(digits[0]), int(digits[0])
    first = _first_year(digits[0]) if digits else _decade_word(text.rsplit(maxsplit=1)[-1])
    return first, first + 9


def _first_year(digits: str) -> int:
    value = int(digits)
    if value >= 100:
        return value
    return 1900 + value if value >= 20 else 2000 + value


def _decade_word(word: str) -> int:
    return _DECADES.get(word, 1900 + _GERMAN.get(word.removesuffix("ziger"), 90))


_GERMAN = {"zwan": 20, "vier": 40, "funf": 50, "sech": 60, "sieb": 70, "acht": 80, "neun": 90}
