"""Several things in one message: where one ends and the next begins."""

import re
from collections.abc import Iterator

from agent.planner.reader import Reading
from agent.planner.slots import TitleSlot

_JOINT = re.compile(
    r"[.!?;\n]+(?=\s|$)\s*|,?\s+(?:and )?(?:then|also|after that|luego|ensuite|dann)\s+|\s+(?:and|but|y|et"
    r"|und)\s+(?=(?:remember|keep in mind|"
    r"i|i'd|i've|add|save|put|mark|rate|give|show|recommend|find|suggest|what|remove|delete"
    r"|something|anything|pick|plan)\b)"
    r"|,\s*(?=(?:i|i'd|i've|add|save|put|mark|rate|give|show|recommend|find|suggest|what|remove|delete"
    r"|something|anything|pick|plan|now|any)\b)"
    r"|(?:,\s*|\s+)(?:and |but |y |et |und |aber |pero |mais )?"
    r"(?=(?:loved|liked|hated|disliked|adored|didn't (?:like|enjoy)|did not like|couldn't stand)\b)"
)


def parts(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where the pieces begin and end that might each be a request of their own, in order."""
    titles = [(title.start, title.end) for title in reading.of(TitleSlot)]
    text = reading.message.text
    start = 0
    for joint in _JOINT.finditer(reading.message.folded):
        if any(begin < joint.end() and joint.start() < end for begin, end in titles):
            continue
        if text[start : joint.start()].strip():
            yield start, joint.start()
        start = joint.end()
    if text[start:].strip():
        yield start, len(text)
