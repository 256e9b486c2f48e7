"""Wishes that are on or off: seen films welcome, only from the list, any length will do."""

from collections.abc import Iterator
from typing import cast

from agent.planner.lexicon import Lexicon
from agent.planner.slots import Flag, FlagSlot
from agent.planner.words import Message


def find_flags(message: Message, lexicon: Lexicon) -> Iterator[FlagSlot]:
    """The wishes in the message."""
    for found in lexicon.flags.find(message.words):
        yield FlagSlot(start=found.start, end=found.end, flag=cast(Flag, found.meaning))
