"""How well a sentence reads without those around it, so that it may be quoted alone."""

import re

LEANING_ON = 0.4
"""What is left of a sentence's weight for each way in which it leans on others, or was written in haste."""

_FAULTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\?",  # a question is seldom a verdict
        r"^(?:And|But|Or|So|Because|Then|Also|Still|Yet|However|Therefore|Thus|Hence|Instead|Anyway|Plus)\b",
        r"^(?:As a result|For (?:example|instance)|In fact|That said|On the other hand|Other than that)\b",
        r"^(?:He|She|They|His|Her|Their|Him|Them|These|Those|Such)\b",  # who, stands before it
        r"\b[Ii]f only\b|\b(?:would|could|should|might)(?: have|'ve)\b",  # what is not the case
        r"\.\.|[a-z][.!?,;][A-Za-z]|\s[,;.!?]",
        r"\b[A-Z]{2,}\s+[A-Z]{2,}\b",  # shouted
    )
)


def alone(sentence: str) -> float:
    """1 for a sentence that can stand by itself, less for each thing that says it cannot; never 0."""
    return LEANING_ON ** sum(fault.search(sentence) is not None for fault in _FAULTS)
