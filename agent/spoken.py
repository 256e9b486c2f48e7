"""The language that a person is answered in: that of the message where it is clear, else the one before."""

import re
from collections.abc import Sequence

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from agent.wording.phrasebook import LANGUAGES

CLEAR = 0.85
"""Probability from which a language is clear."""
LEAST_WORDS = 3
"""Fewer words tell nothing by their letters: they may be a title."""
OPEN = 0.5
"""Probability below which the letters leave it open, so that one telltale word decides."""

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
_TELLTALE_WORDS = {
    "en": "the with something what who which why how about please forget shorter longer more",
    "es": "qué por pero muy más mí sabes algo peli pelis película películas quiero quieres busco guarda otra"
    " otro otras miedo reír risa cuál quién dónde tengo tienes hoy noche veo primera segunda segundo tercera"
    " cosas esa ese eso estoy también olvida quita cortas corta largas nada",
    "fr": "pas trop plutôt avec quelque garde pourquoi celui celle je veux voudrais cherche sans deuxième"
    " première dernier c'est qu'est j'ai moi toi très drôle soir aussi autre autres oublie courts courte",
    "de": "und nicht ich mir mich kein keine keinen kürzer länger bitte zweite zweiten dritte dritten ersten"
    " etwas für heute warum wer über weißt gibt noch auch aber ohne ist einen mehr zeig merk lustig spannend"
    " vergiss",
}
_TELLTALES = {language: frozenset(words.split()) for language, words in _TELLTALE_WORDS.items()}
"""Words that one language has, and that hardly begin a title."""
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
        said = [word.casefold().replace("’", "'") for word in _without_names(words)]
        if not said:
            return None
        language, probability = self._loaded().classify(" ".join(said))
        if len(said) >= LEAST_WORDS and probability >= CLEAR:
            return language if language in LANGUAGES else None
        return _told(said, language, probability)

    def _loaded(self) -> LanguageIdentifier:
        if self._identifier is None:
            self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
            self._identifier.set_languages([*LANGUAGES, *_NEIGHBOURS])
        return self._identifier


def _told(words: Sequence[str], likely: str, probability: float) -> str | None:
    """The only language that the telltale words speak for, unless the letters speak against a single one."""
    told = {language: len(known.intersection(words)) for language, known in _TELLTALES.items()}
    spoken = [language for language, count in told.items() if count]
    if len(spoken) != 1:
        return None
    (language,) = spoken
    sure = told[language] > 1 or probability < OPEN or likely == language
    return language if sure else None


def _without_names(words: Sequence[str]) -> list[str]:
    """The words less titles and names, as far as capitals give them away; the first word only beside one."""
    return [
        word
        for place, word in enumerate(words)
        if not word[0].isupper() or (place == 0 and not any(after[0].isupper() for after in words[1:2]))
    ]
