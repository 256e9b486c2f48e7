"""What we say on Telegram, in the person's language."""

from adapters.messaging.said import Sentences
from adapters.telegram.texts.sentences import SENTENCES


class Said(Sentences):
    """The sentences of one language."""

    def __init__(self, locale: str) -> None:
        super().__init__(locale, SENTENCES)
