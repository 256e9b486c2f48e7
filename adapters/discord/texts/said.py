"""What we say on Discord, in the person's language."""

from adapters.discord.texts.sentences import SENTENCES
from adapters.messaging.said import Sentences


class Said(Sentences):
    """The sentences of one language."""

    def __init__(self, locale: str) -> None:
        super().__init__(locale, SENTENCES)
