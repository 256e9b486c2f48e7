"""How much people say that may be given away: "no spoilers", "mild ones are fine", "I don't mind them"."""

import re
from collections.abc import Mapping

from data.names import fold
from recsys.reviews.spoilers import SpoilerLevel

_SPOIL = r"(?:spoil\w*|spoiler\w*|destrip\w*|divulg\w*|spoiler[ns]?)"
_ABOUT = re.compile(
    rf"(?<!\w){_SPOIL}|\b(?:give|gives|giving) (?:\w+ ){{0,3}}away\b|\bwie es (?:ausgeht|endet)\b"
    r"|\bnichts verraten\b|\bverrat\w*|\bhow it (?:ends|turns out|comes out)\b"
)
_INDIFFERENT = re.compile(
    rf"\b(?:dont|do not|doesnt|does not|never) (?:really |actually )?(?:mind|bother|care (?:about|if"
    rf"|whether))"
    rf"|\b{_SPOIL} (?:dont|do not|never) (?:really )?(?:bother|matter|hurt|disturb)"
    r"|\bno me importan?\b|\bme derangent pas|\bmen fiche|\b(?:stor|mach)en (?:mir|mich) nicht"
)
_REFUSED = re.compile(
    rf"\b(?:no|not?|never|dont|do not|wont|without|avoid\w*|free of|zero|hate|loathe|dislike|cant stand"
    rf"|skip"
    rf"|sin|sans|ohne|keine?|nichts?|nunca|jamais|nie|odio|deteste|hasse|evit\w+|vermeide?)\b"
    rf"(?: \w+){{0,4}}? ?(?:{_SPOIL}|away\b|verrat\w*|how it|wie es)"
    rf"|{_SPOIL} (?:no|nope|nah|nein|non)\b(?! (?:problem|worries|matter|biggie|deal|issue))"
    rf"|{_SPOIL} ?(?:free|frei)\b|\b{_SPOIL} (?:ruin|annoy|kill|bother|nerven)"
)
_SOME = re.compile(
    rf"\b(?:mild|minor|light|small|slight|little|some|few|tiny|leichte?|kleine?|leves?|pequen\w+|legers?"
    rf"|petits?)"
    rf"(?: \w+)? {_SPOIL}|{_SPOIL} (?:\w+ ){{0,3}}?(?:leves?|legers?|mineurs?)"
)
_OPEN = re.compile(
    rf"\b(?:with|full|include|including|all|con|avec|mit|want|love|like|enjoy|give me|fine with"
    rf"|ok(?:ay)? with"
    rf"|happy with)\b(?: \w+){{0,2}} {_SPOIL}|\bspoil (?:it|me|away|everything|the (?:ending|whole|plot))\b"
    rf"|\b{_SPOIL}(?: \w+){{0,2}} (?:are|is) (?:\w+ )?(?:fine|ok(?:ay)?|welcome|allowed|cool|good)\b"
    rf"|\b{_SPOIL} (?:welcome|allowed|ok(?:ay)?|fine|please|erlaubt|bitte|si|oui|ja)\b"
    r"|\btell me (?:everything|how it ends)\b"
)
_NOT_EVEN = re.compile(r"\b(?:no|not even|without|nor)\b")
_NAMED = re.compile(rf"\b{_SPOIL}(?: level)?(?: to)? (none|mild|full)\b")
_LEVELS: Mapping[str, SpoilerLevel] = {"none": "none", "mild": "mild", "full": "full"}
_BUT_THE_END = re.compile(
    r"\b(?:but|just|only|except|save|as long as)\b.{0,30}\b(?:end|ending|outcome|finale?|ends|twist|who)\b"
)


def spoiler_wish(text: str) -> SpoilerLevel | None:
    """The level that a sentence asks for; None where it says nothing of it.

    A plain refusal is none, however little it names: to be told less than one would bear does no harm.
    """
    said = fold(text)
    if not _ABOUT.search(said):
        return None
    if named := _NAMED.search(said):
        return _LEVELS[named[1]]
    if _SOME.search(said) and not _NOT_EVEN.search(said):
        return "mild"
    if _INDIFFERENT.search(said):
        return "mild" if _BUT_THE_END.search(said) else "full"
    if _OPEN.search(said) and not _REFUSED.search(_BUT_THE_END.sub("", said)):
        return "mild" if _BUT_THE_END.search(said) else "full"
    return "none" if _REFUSED.search(said) else None
