"""Languages asked for: "in French", "korean thrillers", "Scandinavian noir"."""

from collections.abc import Iterator

from agent.planner.lexicon import Lexicon
from agent.planner.slots import LanguageSlot
from agent.planner.words import Message


def find_languages(message: Message, lexicon: Lexicon) -> Iterator[LanguageSlot]:
    """Languages named; a nationality counts as its language."""
    for found in lexicon.languages.find(message.words):
        yield LanguageSlot(start=found.start, end=found.end, codes=found.meaning)
