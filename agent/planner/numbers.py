"""Numbers as people write them, in digits or in words of our six languages."""

import re

_UNITS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    "fr": "_ un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
    "it": "_ uno due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "_ um dois tres quatro cinco seis sete oito nove dez onze doze",
    "de": "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
    "fr": "vingt trente quarante cinquante soixante _ _ _ cent",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem",
    "de": "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert",
}
_EXTRA = {
    "uma": 1,
    "duas": 2,
    "un": 1,
    "una": 1,
    "une": 1,
    "ein": 1,
    "eine": 1,
    "einen": 1,
    "an": 1,
    "a": 1,
    "dreißig": 30,
    "fuenf": 5,
}

WORDS: dict[str, int] = {
    **{word: value for line in _UNITS.values() for value, word in enumerate(line.split()) if word != "_"},
    **{
        word: 10 * value
        for line in _TENS.values()
        for value, word in enumerate(line.split(), 2)
        if word != "_"
    },
    **_EXTRA,
}
"""Folded number words to their value; also the articles that mean one ("an hour")."""

ARTICLES = frozenset({"a", "an", "un", "una", "une", "ein", "eine", "einen", "uma"})
"""Words of `WORDS` that mostly count nothing."""

_TENS_EN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS_EN = "one|two|three|four|five|six|seven|eight|nine"
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))

NUMBER = (
    rf"(?:\d+(?:[.,]\d+)?|(?:{_TENS_EN})[ -](?:{_UNITS_EN})"
    rf"|(?:(?:a|one) )?hundred(?: and)? (?:{_TENS_EN}|{_UNITS_EN}|ten)|(?:a|one) hundred|(?:{_WORD}))"
)
"""Regular expression of a number in folded text; put word boundaries around it."""


def value_of(number: str) -> float:
    """The value of what `NUMBER` matched. Raises ValueError for anything else."""
    if number[0].isdigit():
        return float(number.replace(",", "."))
    parts = [part for part in re.split(r"[ -]", number) if part != "and"]
    if len(parts) > 1 and parts[1] == "hundred":
        parts = parts[1:]
    if any(part not in WORDS for part in parts):
        raise ValueError(f"not a number: {number!r}")
    return float(sum(WORDS[part] for part in parts))
