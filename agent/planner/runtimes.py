"""How long a film may be: "under two hours", "1h30 max", "not too long", "shorter than"."""

import re
from collections.abc import Iterator

from agent.planner.lexicon import Lexicon
from agent.planner.numbers import NUMBER, value_of
from agent.planner.slots import CompareSlot, RuntimeSlot
from agent.planner.words import Message

AROUND_MINUTES = 15

_SAID: dict[str, tuple[int | None, int | None]] = {
    "short": (None, 95),
    "not_long": (None, 120),
    "long": (150, None),
}
"""What the adjectives of the lexicon mean, in minutes."""

_HOURS = r"(?:hours?|hrs?|h|horas?|heures?|stunden?|std|or[ea])"
_MINUTES = r"(?:minutes?|mins?|min|m|minut[oi]s?|minuten?|mn)"
_SPACE = r"(?:(?<=\d)[\s-]*|[\s-]+|')"
"""Only a figure is written together with its unit: "90m", but "am" is no minute."""
_AND_A_HALF = r"(?:\s*(?:and|y|et|und|e)\s+(?:a\s+)?(?:half|media|demie?|halb\w*|mezz[ao]|meia))"
_AMOUNT = (
    rf"(?:(?P<h_half>{NUMBER})(?:\s*{_HOURS}{_AND_A_HALF}|{_AND_A_HALF}\s*{_HOURS})"
    rf"|(?P<bare_half>(?:an? )?hour and a half|anderthalb {_HOURS}|eineinhalb {_HOURS}|hora y media"
    r"|ora e mezz[ao]|hora e meia)"
    rf"|(?P<h>{NUMBER}){_SPACE}{_HOURS}"
    rf"(?:\s*(?:and|y|et|und|e)?\s*(?P<m_after>\d{{1,2}}|trente|quinze|quarante|twenty|thirty|forty|fifty|fifteen|treinta"
    rf"|{NUMBER}(?=\s*{_MINUTES}))"
    rf"(?:\s*{_MINUTES})?)?"
    rf"|(?P<clock>[1-3]:[0-5]\d)"
    rf"|(?P<m>{NUMBER}){_SPACE}{_MINUTES}"
    r"|(?P<quarters>three[- ]quarters of an hour|(?:tres )?cuartos de hora|trois quarts d'heure"
    r"|dreiviertelstunde|tre quarti d'ora|tres quartos de hora)"
    rf"|(?P<half>half an hour|media hora|une demi[- ]heure|eine halbe stunde))(?![\w])"
)
_NOT = (
    r"(?:no|not|nothing|never|don'?t (?:want|like|do)|hates?|can'?t (?:do|stand|handle|sit through)"
    r"|won'?t (?:do|watch|sit through)"
    r"|falls? asleep (?:in|during|with)|bored (?:by|with|in)|nada|pas|rien|nicht|nichts"
    r"|keine?|niente|nao|non)\s+"
    r"(?:(?:anything|films?|movies?|ones?|stuff|de|que|be|to|go|that'?s?|is|are|much|[ms]ehr|dur[ea]n?|durar"
    r"|pase|last|run|longer|dauert?|dauern|depasse)\s+){0,3}"
)
_UPPER = (
    r"under|less than|fewer than|below|shorter than|max(?:imum|imal|imo)?(?: of)?|at most|up to|within"
    r"|in under"
    r"|no longer than|<=?|menos d[eo]|mas corta que|hasta|como mucho|moins d[e']"
    r"|plus court que|jusqu'a|au plus"
    r"|massimo|al massimo|(?:non )?meno di|piu cort[oi] di|no maximo|ate"
    r"|unter|weniger als|kurzer als|hochstens|bis(?: zu)?"
)
_LOWER = (
    r"over|more than|longer than|at least|above|min(?:imum)?(?: of)?|upwards of|>=?|beyond"
    r"|past|mas de|piu di|almeno|mais d[eo]|pelo menos|no minimo"
    r"|mas larga que|al menos|plus d[e']|plus long que|au moins|uber|mehr als|langer als|mindestens"
)
_AROUND = r"around|about|roughly|approximately|circa|ca\.?|~|unos|alrededor de|environ|etwa|ungefahr|like"
_POST_UPPER = (
    r"(?:or|o|ou|oder) (?:less|under|shorter|so max|menos|moins|weniger)|max(?:imum|imal|imo)?|tops|at most"
    r"|at the most|como mucho|hochstens|not more|no more|al massimo|no maximo|au maximum"
)
_POST_LOWER = r"(?:or|o|ou|oder) (?:more|longer|over|mas|plus|mehr)|plus|min(?:imum)?|\+|at least"
_RUNTIME = re.compile(
    rf"(?<![\w.])(?:(?P<not>{_NOT})?"
    rf"(?:(?P<upper>{_UPPER})|(?P<lower>{_LOWER})|(?P<around>{_AROUND}))\s*(?:of\s+)?)?"
    rf"{_AMOUNT}(?:[\s,]*(?:(?P<post_upper>{_POST_UPPER})|(?P<post_lower>{_POST_LOWER}))(?!\w))?"
)


def find_runtimes(message: Message, lexicon: Lexicon) -> Iterator[RuntimeSlot]:
    """Bounds on the running time, said in figures or in words."""
    for found in _RUNTIME.finditer(message.folded):
        minutes = _minutes(found)
        if minutes is not None:
            low, high = _bounds(found, minutes)
            yield RuntimeSlot(start=found.start(), end=found.end(), low=low, high=high)
    for phrase in lexicon.runtimes.find(message.words):
        low, high = _SAID[phrase.meaning]
        yield RuntimeSlot(start=phrase.start, end=phrase.end, low=low, high=high)


def find_runtime_comparisons(message: Message, lexicon: Lexicon) -> Iterator[CompareSlot]:
    """Shorter or longer, than something that stands elsewhere."""
    for phrase in lexicon.runtimes_compared.find(message.words):
        less = phrase.meaning == "shorter"
        yield CompareSlot(start=phrase.start, end=phrase.end, axis="runtime", less=less)


def _minutes(found: re.Match[str]) -> int | None:
    group = found.groupdict()
    if group["h_half"]:
        total = 60 * value_of(group["h_half"]) + 30
    elif group["bare_half"]:
        total = 90
    elif group["h"]:
        total = 60 * value_of(group["h"]) + (value_of(group["m_after"]) if group["m_after"] else 0)
    elif group["clock"]:
        hours, minutes = group["clock"].split(":")
        total = 60 * int(hours) + int(minutes)
    elif group["m"]:
        total = value_of(group["m"])
    else:
        total = 45 if group["quarters"] else 30
    return round(total) if 1 <= total <= 1000 else None


def _bounds(found: re.Match[str], minutes: int) -> tuple[int | None, int | None]:
    upper = bool(found["upper"] or found["post_upper"])
    lower = bool(found["lower"] or found["post_lower"])
    if found["not"]:
        upper, lower = lower, upper
    if found["around"] and not upper and not lower:
        return minutes - AROUND_MINUTES, minutes + AROUND_MINUTES
    return (minutes, None) if lower and not upper else (None, minutes)
