"""The surface's own sentences in the person's language."""

from collections.abc import Mapping

from adapters.account.sentences import SENTENCES as OF_ACCOUNTS
from adapters.discord.texts.sentences import SENTENCES


class Said:
    """The sentences of one language: `said("elsewhere", channel=...)`."""

    def __init__(self, locale: str) -> None:
        """`locale` is a BCP 47 tag; English where there are no sentences of its language."""
        language = locale.replace("_", "-").partition("-")[0].casefold()
        self.language = language if language in SENTENCES else "en"
        self._sentences: Mapping[str, str] = {**OF_ACCOUNTS[self.language], **SENTENCES[self.language]}

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of `key`, filled in. Raises KeyError where there is none."""
        return self._sentences[key].format(**values)
