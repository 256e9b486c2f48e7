"""Names and titles brought to one form, so that what people write meets what the catalogue says."""

import re
import unicodedata
from collections.abc import Sequence

ENGLISH_ARTICLES = frozenset({"the", "a", "an"})

ARTICLES = {
    "fr": frozenset({"le", "la", "les", "l", "un", "une", "des"}),
    "es": frozenset({"el", "la", "los", "las", "un", "una"}),
    "it": frozenset({"il", "lo", "la", "i", "gli", "le", "l", "un", "una", "uno"}),
    "de": frozenset({"der", "die", "das", "ein", "eine"}),
    "pt": frozenset({"o", "a", "os", "as", "um", "uma"}),
    "nl": frozenset({"de", "het", "een"}),
    "sv": frozenset({"en", "ett", "den", "det"}),
    "da": frozenset({"en", "et", "den", "det"}),
}
"""Articles that a title in that language may begin with, folded."""

_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "xiii": "13",
}  # fmt: skip
_NUMERAL_LETTERS = {"v": "5", "x": "10"}
"""Numerals only behind another word ("Rocky V", not "V for Vendetta")."""

PART_WORDS = frozenset({"part", "pt", "vol", "volume", "chapter", "episode", "no", "number"})
"""Words that only announce a number."""

ORDINALS = {
    "first": 1, "1st": 1, "original": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8,
}  # fmt: skip
"""Which film of a series is meant by "the second …"."""

_NOT_WORDS = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b(?:[^\W_]\.){2,}")
_APOSTROPHES = re.compile("['’‘`´]")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
    | {"&": " and ", "²": " 2", "³": " 3", "½": " 1 2"}
)


def fold(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces: "Amélie & Co." is "amelie and co".

    Initials are drawn together ("E.T." is "et"), apostrophes vanish ("Ocean's" is "oceans"), letters other
    than Latin ones are kept.
    """
    if text.isascii():
        text = text.lower().replace("&", " and ")
    else:
        plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).casefold()
        letters = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if "." in text:
        text = _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", text)
    return _NOT_WORDS.sub(" ", _APOSTROPHES.sub("", text)).strip()


def uninvert(title: str) -> str:
    """Put a trailing article back in front: "Matrix, The" is "The Matrix"."""
    head, comma, article = title.rpartition(", ")
    if not comma:
        return title
    folded = fold(article)
    if not any(folded in articles for articles in (ENGLISH_ARTICLES, *ARTICLES.values())):
        return title
    return f"{article}{head}" if _APOSTROPHES.fullmatch(article[-1]) else f"{article} {head}"


def title_key(title: str) -> str:
    """The form under which a title is found; see `key_of_words`."""
    return key_of_words(fold(uninvert(title)).split())


def key_of_words(words: Sequence[str]) -> str:
    """The form under which a title is found, of its folded words.

    Without the leading English article; numbers as digits whatever way they are written, and without the
    words that only announce one: "The Godfather: Part II" is "godfather 2".
    """
    if len(words) > 1 and words[0] in ENGLISH_ARTICLES:
        words = words[1:]
    key: list[str] = []
    for word in words:
        number = number_of(word, first=not key)
        if key and key[-1] in PART_WORDS:
            number = number or ("1" if word == "i" else None)
            if number and len(key) > 1:
                key.pop()
        key.append("and" if word == "n" and key else number or word)
    return " ".join(key)


def number_of(word: str, *, first: bool = False) -> str | None:
    """Digits of a folded number, number word or numeral; None for any other word.

    A `first` word is no numeral where it may as well be a letter.
    """
    if word.isdecimal():
        return word
    return _NUMBERS.get(word) or (None if first else _NUMERAL_LETTERS.get(word))


def slug(text: str) -> str:
    """Only letters, digits and hyphens, fit for an id: "Parasite 2019" is "parasite-2019"."""
    return fold(text).replace(" ", "-")
