"""The language of a text, as far as its commonest words tell."""

from collections.abc import Mapping, Sequence

_COMMON: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to is in it that this was for with but not as on are have be you his an film movie",
        "es": "el la los las de que y en es un una por con para no se lo pero muy más película como su",
        "fr": "le la les des et est un une que qui dans pour pas ce avec sur mais plus très du au ne je",
        "de": "der die das und ist nicht ein eine ich zu mit den von auf es sehr aber auch im dem film",
        "it": "il la di che e un una per non con è sono ma più molto questo del della film ho si gli i",
        "pt": "o a os as de que e um uma para não com é mas muito filme do da em por se no na mais",
    }.items()
}
LEAST_WORDS = 8
"""Fewer words tell nothing; they pass for English unless their letters say otherwise."""


def language_of(tokens: Sequence[str]) -> str:
    """ISO 639-1 for the six languages known here, "und" for any other. `tokens` in lower case."""
    letters = "".join(tokens)
    if letters and sum(ord(letter) > 0x24F for letter in letters) > len(letters) / 3:
        return "und"
    if len(tokens) < LEAST_WORDS:
        return "en"
    counts = {language: sum(word in common for word in tokens) for language, common in _COMMON.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= len(tokens) * 0.08 else "und"
