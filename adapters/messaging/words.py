"""What somebody wrote, as words. Pure."""

import re
from typing import Final

_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Zero-width and direction marks: they carry no words, and hide them from whoever looks for titles."""


def tidy(text: str) -> str:
    """One line's worth of words, without invisible characters."""
    return " ".join(_INVISIBLE.sub("", text).split())
