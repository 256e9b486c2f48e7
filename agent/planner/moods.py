"""Moods: how a film should feel. Kept in the words of the person; the recommender knows what they mean."""

from collections.abc import Iterator

from agent.planner.lexicon import Lexicon
from agent.planner.slots import MoodSlot
from agent.planner.words import Message


def find_moods(message: Message, lexicon: Lexicon) -> Iterator[MoodSlot]:
    """Words of mood in the message."""
    for found in lexicon.moods.find(message.words):
        yield MoodSlot(start=found.start, end=found.end, mood=found.meaning)
