"""A surface's own sentences in the person's language."""

from collections.abc import Mapping

from adapters.account.sentences import SENTENCES as OF_ACCOUNTS
from adapters.messaging.sentences import SENTENCES as OF_BOTH


class Sentences:
    """The sentences of one language: `said("elsewhere", channel=...)`."""

    def __init__(self, locale: str, own: Mapping[str, Mapping[str, str]]) -> None:
        """`locale`: a BCP 47 tag; English where its language has no sentences. `own`: by language."""
        language = locale.replace("_", "-").partition("-")[0].casefold()
        self.language = language if language in own else "en"
        self._sentences: Mapping[str, str] = {
            **OF_ACCOUNTS[self.language],
            **OF_BOTH[self.language],
            **own[self.language],
        }

    @classmethod
    def shared(cls, locale: str) -> "Sentences":
        """What every surface says, for those that say nothing of their own."""
        return Sentences(locale, {language: {} for language in OF_BOTH})

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of `key`, filled in. Raises KeyError where there is none."""
        return self._sentences[key].format(**values)
