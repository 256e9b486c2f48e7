"""The language that a person is answered in: that of the message where it is clear, else the one before."""

import re
from collections.abc import Sequence

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from agent.wording.phrasebook import LANGUAGES

CLEAR = 0.85
"""Probability from which a language is clear."""
LEAST_WORDS = 3
"""Fewer words tell nothing: they may be a title."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GREETINGS = {
    "hola": "es",
    "gracias": "es",
    "bonjour": "fr",
    "salut": "fr",
    "merci": "fr",
    "hallo": "de",
    "danke": "de",
    "hello": "en",
    "thanks": "en",
}
"""Words that are clear on their own when they begin a message."""
_NEIGHBOURS = ("it", "pt", "nl")
"""Languages we have no texts in, told apart so that they do not pass for one of ours."""


class Listener:
    """Tells languages apart. The model of 4 MB is read when the first message needs it.

    Naive Bayes over byte n-grams: Lui & Baldwin, "langid.py", ACL 2012.
    """

    def __init__(self) -> None:
        self._identifier: LanguageIdentifier | None = None

    def language(self, text: str) -> str | None:
        """ISO 639-1 code of one of our languages, None where the text leaves it open."""
        words = _WORD.findall(text)
        if words and (greeting := _GREETINGS.get(words[0].casefold())):
            return greeting
        said = _without_names(words)
        if len(said) < LEAST_WORDS:
            return None
        language, probability = self._loaded().classify(" ".join(said).casefold())
        return language if language in LANGUAGES and probability >= CLEAR else None

    def _loaded(self) -> LanguageIdentifier:
        if self._identifier is None:
            self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
            self._identifier.set_languages([*LANGUAGES, *_NEIGHBOURS])
        return self._identifier


def _without_names(words: Sequence[str]) -> list[str]:
    """The words less titles and names, as far as capitals give them away; the first word only beside one."""
    return [
        word
        for place, word in enumerate(words)
        if not word[0].isupper() or (place == 0 and not any(after[0].isupper() for after in words[1:2]))
    ]
