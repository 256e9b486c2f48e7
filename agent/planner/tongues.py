"""Languages asked for: "in French", "korean thrillers", "Scandinavian noir", "from Japan"."""

import re
from collections.abc import Iterator

from agent.planner.lexicon import Lexicon
from agent.planner.phrases import Phrases
from agent.planner.slots import LanguageSlot
from agent.planner.words import Message
from data.countries import LANGUAGES_OF

COUNTRIES: Phrases[tuple[str, ...]] = Phrases(dict(LANGUAGES_OF))
_FROM = re.compile(
    r"(?<!\w)(?:from|out of|made in|of|aus|de|des|du|del|da|do|dal|dalla|dall')\s*"
    r"(?:the |den |der |la |el |los |l')?$"
)
"""What stands before the country that films come from; those "about Japan" may come from anywhere."""


def find_languages(message: Message, lexicon: Lexicon) -> Iterator[LanguageSlot]:
    """Languages named; a nationality, or the country that films come from, counts as its language."""
    for found in lexicon.languages.find(message.words):
        yield LanguageSlot(start=found.start, end=found.end, codes=found.meaning)
    for found in COUNTRIES.find(message.words):
        if lead := _FROM.search(message.folded[: found.start]):
            yield LanguageSlot(start=lead.start(), end=found.end, codes=found.meaning)
