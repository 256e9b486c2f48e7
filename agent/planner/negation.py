"""What "no", "without" and "anything but" reach: the scope of a negation."""

import dataclasses
import re
from collections.abc import Sequence
from itertools import pairwise

from agent.planner.slots import GenreSlot, LanguageSlot, MoodSlot, PersonSlot, Slot, ThemeSlot, TitleSlot
from agent.planner.words import Message

_MARKER = re.compile(
    r"(?<!\w)(?:(?:nothing|not|isn't|less|anything but) (?:really |quite |at all |anything )?"
    r"(?:like|similar to)|unlike|no more|no|not(?! only| just)|non|none(?: of)?|without|w/o"
    r"|except(?: for)?|excluding|exclude"
    r"|excl|anything but|everything but|everything except"
    r"|other than|apart from|aside from|nothing|never|neither|nor|minus|avoid|skip|enough|sick of|tired of"
    r"|bored of|fed up with|drop|lose|leave out|ditch"
    r"|hate[ds]?|dislike[ds]?|loathed?|detest(?:ed|s)?"
    r"|can'?t (?:stand|bear|take|handle)|cannot stand|can not stand|(?:do(?:es)?n'?t"
    r"|don t|did(?:n'?t)|not) (?:really )?(?:want|need|like|fancy|feel like|care for|enjoy|do"
    r"|watch)(?: to (?:see|watch))?|do(?:es)?n'?t|isn'?t|aren'?t|ain'?t|allergic to|not a fan of"
    r"|rather than|instead of"
    r"|less|too much|too many|sin|nada|menos(?! de)|excepto|salvo|odio|tampoco|ni|nunca|sans|sauf|rien"
    r"|(?<!as )(?<!aurais )(?<!avez )(?<!auriez )(?<!y a )pas(?! mal)"
    r"|jamais|aucune?|deteste|niente|senza|tranne|eccetto|odio|nessun\w*|nao|sem|nem|exceto|odeio|ohne|kein\w*|nicht|nichts|ausser|außer|hasse|nie|bloss|bloß)(?!\w)"
)
_BREAK = re.compile(
    r"[.;:!?\n]|(?<!\w)(?:but|just|rather|maybe|perhaps|something|only|please|pls|thanks|instead(?! of)"
    r"|then|preferably|pero|sino|mais|plutot|aber|sondern|lieber|bitte|want|wants|give|show|recommend|i'd"
    r"|let's|though|thx|who|"
    r"he|she|they|i|we|loves?|likes?|prefers?|prefer|need|anything(?! but)|ideally|make it|quiero|mejor"
    r"|je veux|ich will|magari|invece|piuttosto|preferisco|vorrei|voglio|quero|prefiro|talvez)(?!\w)"
)
_COMMA = re.compile(r",|\s-\s|–|—|/|\(")
_LINK = re.compile(
    r"^[\s,/&]*(?:(?:or|and|nor|no|ni|o|y|et|ou|und|oder|noch|neither|any|also|too|movies?|films?"
    r"|stuff)[\s,/&]*)*(?:a|the|any|too|very|all|that|los|las|des|de|musicals?)?\s*$"
)
_REACH_WORDS = 7

NEGATABLE = (GenreSlot, LanguageSlot, MoodSlot, PersonSlot, ThemeSlot, TitleSlot)


def negate(message: Message, slots: Sequence[Slot]) -> list[Slot]:
    """The same slots, `negated` set on those that stand within the reach of a negation.

    The reach ends with the clause, at "but", and at a comma unless a list goes on behind it
    ("no horror, musicals or war films").
    """
    text = message.folded
    ordered = sorted(slots, key=lambda slot: (slot.start, slot.end))
    inside = [(slot.start, slot.end) for slot in ordered if isinstance(slot, TitleSlot | PersonSlot)]
    marked: set[int] = set()
    for marker in _MARKER.finditer(text):
        if any(start <= marker.start() < end for start, end in inside):
            continue
        marked |= _reached(text, marker.end(), ordered)
    return [
        dataclasses.replace(slot, negated=True)
        if position in marked and isinstance(slot, NEGATABLE)
        else slot
        for position, slot in enumerate(ordered)
    ]


def _reached(text: str, start: int, slots: Sequence[Slot]) -> set[int]:
    reached: set[int] = set()
    last_end = start
    for position, slot in enumerate(slots):
        if slot.start < start:
            continue
        between = text[last_end : slot.start] if slot.start >= last_end else ""
        linked = bool(reached) and bool(_LINK.match(between))
        if _BREAK.search(between):
            break
        if _COMMA.search(between) and not (linked and _list_goes_on(text, slot, slots[position:])):
            break
        if len(between.split()) > _REACH_WORDS or (reached and not linked and slot.start >= last_end):
            break
        reached.add(position)
        last_end = max(last_end, slot.end)
    return reached


def _list_goes_on(text: str, slot: Slot, rest: Sequence[Slot]) -> bool:
    """Whether this slot is the last of a list closed by "or", or a later one is."""
    before = text[: slot.start].rstrip()
    if re.search(r"(?<!\w)(?:or|nor|and|no|ni|o|y|et|ou|und|oder)$", before):
        return True
    for earlier, later in pairwise(rest):
        between = text[earlier.end : later.start]
        if re.fullmatch(
            r"\W*(?:(?:movies?|films?)\W*)?(?:or|nor|and|ni|o|y|et|ou|und|oder)\W*(?:any |the )?", between
        ):
            return True
        if not re.fullmatch(r"\W*", between):
            return False
    return False
