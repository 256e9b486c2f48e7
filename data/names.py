"""Names and titles brought to one form, so that what people write meets what the catalogue says."""

import re
import unicodedata
from functools import lru_cache

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

_NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
}  # fmt: skip
_ROMAN = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "xiii": "13",
}  # fmt: skip
_ROMAN_LETTERS = {"v": "5", "x": "10"}
"""Also letters and words: numerals only behind another word ("Rocky V", not "V for Vendetta")."""

_PART_WORDS = frozenset({"part", "pt", "vol", "volume", "chapter", "episode", "no", "number"})

_NOT_WORDS = re.compile(r"[^\w]+|_")
_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_SMALL_JOINTS = re.compile("['’‘`´ʹ]")
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "&": " and ",
    }
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces: "Amélie & Co." is "amelie and co".

    Initials are drawn together ("E.T." is "et"), apostrophes vanish ("Ocean's" is "oceans"), scripts other
    than Latin are kept.
    """
    if text.isascii():
        text = text.lower().replace("&", " and ")
    else:
        decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    if "." in text:
        text = _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", text)
    return _NOT_WORDS.sub(" ", _SMALL_JOINTS.sub("", text)).strip()


def uninvert(title: str) -> str:
    """Put a trailing article back in front: "Matrix, The" is "The Matrix"."""
    head, comma, article = title.rpartition(", ")
    known = any(fold(article) in articles for articles in (ENGLISH_ARTICLES, *ARTICLES.values()))
    if not comma or not known:
        return title
    return f"{article}{head}" if article.endswith(("'", "’")) else f"{article} {head}"


def title_key(title: str) -> str:
    """The form under which a title is found.

    `fold`, less the leading English article, numbers as digits whatever way they are written, and without
    the words that only announce a number: "The Godfather: Part II" is "godfather 2".
    """
    words = fold(uninvert(title)).split()
    if len(words) > 1 and words[0] in ENGLISH_ARTICLES:
        words = words[1:]
    key: list[str] = []
    for position, word in enumerate(words):
        number = number_of(word, first=position == 0)
        if word == "i" and key and key[-1] in _PART_WORDS:
            number = "1"
        if number is not None and key and key[-1] in _PART_WORDS and len(key) > 1:
            key.pop()
        key.append(number or word)
    return " ".join(key)


def number_of(word: str, *, first: bool = False) -> str | None:
    """Digits of a folded number word or numeral, None for any other word."""
    if word.isdecimal():
        return word
    number = _NUMBER_WORDS.get(word) or _ROMAN.get(word)
    return number if number or first else _ROMAN_LETTERS.get(word)


def slug(text: str) -> str:
    """Letters, digits and hyphens only, fit for an id: "Parasite" 2019 becomes "parasite-2019" elsewhere."""
    return fold(text).replace(" ", "-")
