"""Ids of buttons and menus: whose they are, which conversation they belong to, what they do. Pure.

    KIND|OWNER|THREAD|REST     for example  b|6z0hwwkp1s|6z0hwwkp1tp|save:tt0113277

KIND is b (a button: REST is the code of an action), f (a menu of films), c (a menu of choices) or s (a menu
of stars: REST is the film). Numbers are in base 36: all of it stays within Discord's 100 characters.
"""

from dataclasses import dataclass
from typing import Literal

from data.errors import BadInput

SURFACE = "discord"
"""Our name for Discord, in turns and in what is kept."""
ID_LIMIT = 100
"""Characters of a custom id, Discord's limit."""

Kind = Literal["b", "f", "c", "s"]
_NUMBER = r"[0-9a-z]{1,13}"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PRIVATE = "/private"


@dataclass(frozen=True, slots=True)
class Strand:
    """A person's conversation as buttons know it."""

    owner: int
    """User id of whom the buttons are for."""
    thread: str
    """As in `Turn.thread`: a channel's id, with "/private" behind it where nobody else reads."""


def template(kind: Kind) -> str:
    """The pattern of a kind's ids; groups owner, thread and rest."""
    return rf"{kind}\|(?P<owner>{_NUMBER})\|(?P<thread>{_NUMBER}P?)\|(?P<rest>.*)"


def encode(kind: Kind, strand: Strand, rest: str = "") -> str:
    """The id of a button or menu. Raises BadInput where it would be too long for Discord."""
    channel, _, private = strand.thread.partition("/")
    code = f"{kind}|{_base36(strand.owner)}|{_base36(int(channel))}{'P' if private else ''}|{rest}"
    if len(code) > ID_LIMIT:
        raise BadInput("That film's id is too long for a button here; please ask in words.")
    return code


def strand_of(owner: str, thread: str) -> Strand:
    """Read the groups of a template."""
    channel = str(int(thread.removesuffix("P"), 36))
    return Strand(int(owner, 36), channel + _PRIVATE if thread.endswith("P") else channel)


def thread_of(channel_id: int, *, private: bool) -> str:
    """The conversation in a channel; what only one person reads there is a conversation of its own."""
    return f"{channel_id}{_PRIVATE}" if private else str(channel_id)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
