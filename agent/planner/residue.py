"""What is left of a message once everything understood is taken away: a title or name nobody knows."""

import re
from collections.abc import Collection

from agent.planner.reader import Reading
from agent.planner.slots import PickSlot, Slot, ThemeSlot
from data.tokens import quoted_spans
from data.words import COMMON, FUNCTION

_EDGES = " \t\n.,;:!?¿¡\"'()-–—…*"
_AMPERSAND = re.compile(r"[&+/]")
_LONGEST = 80
_ORDINARY = FUNCTION | COMMON
_HANDLE = re.compile(r"(?<![\w@])@([\w.-]{2,32})")
_JOINTS = frozenset(
    {"of", "the", "a", "and", "in", "to", "on", "la", "el", "de", "le", "der", "die", "das", "und", "y", "et"}
)


def quoted(reading: Reading) -> str | None:
    """What stands in quotation marks, if anything does."""
    spans = quoted_spans(reading.message.text)
    return reading.message.text[spans[0][0] : spans[0][1]].strip(_EDGES) or None if spans else None


def left_over(reading: Reading, cues: Collection[str]) -> str | None:
    """The longest run of words that are neither understood nor cue words; as written."""
    span = left_over_span(reading, cues)
    return reading.message.text[slice(*span)] if span else None


def left_over_span(reading: Reading, cues: Collection[str]) -> tuple[int, int] | None:
    """Where that run stands."""
    longest = max(_runs(reading, cues), key=len, default=None)
    if not longest:
        return None
    start = reading.message.text.index(longest)
    return start, start + min(len(longest), _LONGEST)


def names(reading: Reading, cues: Collection[str]) -> tuple[str, ...]:
    """Names of people who use the agent: handles ("@ana"), else single words or pairs left over."""
    handles = tuple(_HANDLE.findall(reading.message.text))
    if handles:
        return handles
    text = reading.message.text
    ordinary = {
        word.text
        for word in reading.message.words
        if word.text in _ORDINARY and (word.start == 0 or text[word.start].islower())
    }
    known = {*cues, *_JOINTS}
    runs = _runs(reading, known | ordinary, joints=frozenset()) or _runs(reading, known, joints=frozenset())
    names = (part.strip(_EDGES) for run in runs for part in _AMPERSAND.split(run))
    return tuple(name for name in names if name and len(name.split()) <= 2)


def _runs(reading: Reading, cues: Collection[str], joints: Collection[str] = _JOINTS) -> list[str]:
    """Maximal runs of unexplained words; joining words only between two of them."""
    text = reading.message.text
    understood = [slot for slot in reading.slots if not _may_hold_a_name(slot)]
    runs: list[str] = []
    start = end = -1
    for word in reading.message.words:
        unexplained = not word.is_sign and not _inside(word.start, understood) and word.text not in cues
        if unexplained:
            start = word.start if start < 0 else start
            end = word.end
        elif start >= 0 and (word.is_sign or word.text not in joints):
            runs.append(text[start:end].strip(_EDGES))
            start = -1
    if start >= 0:
        runs.append(text[start:end].strip(_EDGES))
    return [run for run in runs if run]


def _may_hold_a_name(slot: Slot) -> bool:
    return isinstance(slot, PickSlot) or (isinstance(slot, ThemeSlot) and slot.introduced)


def _inside(place: int, slots: list[Slot]) -> bool:
    return any(slot.start <= place < slot.end for slot in slots)
