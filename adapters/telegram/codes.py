"""What a button carries: whose it is, which conversation it belongs to, what it does. Pure.

    save:tt0113277                  in a private chat
    3yq|save:tt0113277              in a group: for one person alone
    3yq.-z5b.7|save:tt0113277       sent in private of a conversation in a group, here in its topic 7

The last part is the code of an action; numbers are in base 36. All of it stays within Telegram's 64 bytes.
"""

import re
from dataclasses import dataclass
from typing import Final

from data.errors import BadInput

DATA_LIMIT = 64
"""Bytes of callback data, Telegram's limit."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBER = r"-?[0-9a-z]{1,13}"
_DATA: Final = re.compile(
    rf"(?:(?P<owner>{_NUMBER})(?:\.(?P<chat>{_NUMBER})(?:\.(?P<topic>{_NUMBER}))?)?\|)?(?P<code>[^|]+)"
)


@dataclass(frozen=True, slots=True)
class Strand:
    """A person's conversation as buttons know it."""

    owner: int | None = None
    """User id of whom the buttons are for; None where nobody else can press them."""
    thread: str | None = None
    """As in `Turn.thread`; None: that of the place in which the buttons stand."""


def encode(strand: Strand, code: str) -> str | None:
    """The data of a button; None where it would be too long for Telegram."""
    prefixes = [""]
    if strand.owner is not None:
        owner = _base36(strand.owner)
        prefixes = [f"{owner}|"]
        if strand.thread is not None:
            place = ".".join(_base36(int(number)) for number in strand.thread.split("/"))
            # Without its conversation a button still does most of what it should.
            prefixes = [f"{owner}.{place}|", f"{owner}|"]
    fitting = (prefix + code for prefix in prefixes if len((prefix + code).encode()) <= DATA_LIMIT)
    return next(fitting, None)


def decode(data: str) -> tuple[Strand, str]:
    """Read a button's data. Raises BadInput for what `encode` cannot have made."""
    found = _DATA.fullmatch(data)
    if found is None:
        raise BadInput("That button is not one of mine; please ask in words.")
    numbers = [str(int(part, 36)) for part in (found["chat"], found["topic"]) if part]
    owner = int(found["owner"], 36) if found["owner"] else None
    return Strand(owner, "/".join(numbers) or None), found["code"]


def _base36(number: int) -> str:
    digits, rest = "", abs(number)
    while rest:
        rest, digit = divmod(rest, 36)
        digits = _DIGITS[digit] + digits
    return ("-" if number < 0 else "") + (digits or "0")
