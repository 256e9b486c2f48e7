"""What we say on Discord, in the person's language."""

from adapters.discord.texts.for_moderators import SENTENCES as FOR_MODERATORS
from adapters.discord.texts.sentences import SENTENCES
from adapters.messaging.said import Sentences

_ALL = {language: {**own, **FOR_MODERATORS[language]} for language, own in SENTENCES.items()}


class Said(Sentences):
    """The sentences of one language."""

    def __init__(self, locale: str) -> None:
        super().__init__(locale, _ALL)
