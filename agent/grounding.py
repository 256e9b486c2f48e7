"""What a model wrote is let through only where code can vouch for it.

That is: handles of films it was given, and no name, number or title that does not stand in its facts.
"""

import re
from collections.abc import AsyncIterator, Iterable

from agent.facts import Facts
from agent.wording.words import bold
from data.words import COMMON, FUNCTION

_HANDLES = re.compile(r"[\[(]\s*f\d+(?:\s*(?:,|and|&)\s*f\d+)*\s*[\])]|\bf\d+\b", re.IGNORECASE)
_HANDLE = re.compile(r"f(\d+)", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\b[DJMS]r\.)(?<!\bMrs\.)[\"”’)]*\s+|(?<=[。！？])|\n+"
)
"""Not behind an initial or a form of address: "M. Night Shyamalan", "Dr. Strangelove"."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTED = re.compile(r"[“\"«„]([^”\"»“]+)[”\"»“]")
_FOREIGN = re.compile(r"https?:|www\.|\w@\w|[<>\[\]`#{}|\\*]")
"""Addresses and markup have no place in one or two sentences."""

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_SAID_OF_ONE = frozenset(
    (
        "is",
        "was",
        "has",
        "isn't",
        "wasn't",
        "offers",
        "delivers",
        "follows",
        "tells",
        "stars",
        "features",
        "remains",
    )
)
"""What is said of a single thing, such as a film."""
_SELF = frozenset({"i", "i'd", "i'll", "i'm", "i've"})


class Ungrounded(Exception):
    """The model wrote something that its facts do not hold."""


def vocabulary(facts: Facts) -> frozenset[str]:
    """Every word of the facts and the message, lower case. Titles are not: films have their handles."""
    texts = [facts.message, *facts.lines]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(_straight(text)))


def numbers(facts: Facts) -> frozenset[str]:
    """Every number that stands there, and the length of the list."""
    texts = [facts.message, *facts.lines, *(str(film.year) for film in facts.films)]
    standing = (found for text in texts for found in _NUMBER.findall(_unhandled(text)))
    return frozenset([*standing, str(facts.counted)])


def vouch(sentence: str, facts: Facts, titles: frozenset[str] = frozenset()) -> str:
    """The sentence with titles and years in place of handles. Raises Ungrounded.

    `titles`: the catalogue's one-word titles in lower case, for films named at the beginning of a sentence,
    where a capital tells nothing. Names are known by their capitals.
    """
    bare = _straight(_unhandled(sentence))
    if _FOREIGN.search(bare):
        raise Ungrounded("markup or an address")
    if strange := set(_NUMBER.findall(bare)) - numbers(facts):
        raise Ungrounded(f"{len(strange)} numbers of its own")
    known = vocabulary(facts)
    words = _WORD.findall(bare)
    if not facts.films and _echoes(words, facts.message):
        raise Ungrounded("nothing but the message's own words")
    if any(
        _COUNTS.get(word.casefold(), facts.counted) != facts.counted
        for word in words
        if word.casefold() not in known
    ):
        raise Ungrounded("a count of its own")
    for quote in _QUOTED.findall(bare):
        if not {word.casefold() for word in _WORD.findall(quote)} <= known:
            raise Ungrounded("a quotation of its own")
    if words and _opens_with_a_title(words, known, titles):
        raise Ungrounded("a title at the beginning")
    if any(word.casefold() not in known | _SELF for word in _names(words)):
        raise Ungrounded("a name of its own")
    return _HANDLES.sub(lambda found: _titles(found.group(), facts), sentence)


async def sentences(pieces: AsyncIterator[str]) -> AsyncIterator[tuple[str, bool]]:
    """A stream of pieces as a stream of sentences, and whether each is known to be complete.

    Only the last one may not be: the stream ended without a full stop.
    """
    buffer = ""
    async for piece in pieces:
        buffer += piece
        while found := _SENTENCE_END.search(buffer):
            said, buffer = buffer[: found.end()].strip(), buffer[found.end() :]
            if said:
                yield said, True
    if rest := buffer.strip():
        yield rest, rest[-1] in '.!?…。！？"”’)'


def one_word_titles(titles: Iterable[str]) -> frozenset[str]:
    """Those of the titles that are a single word, in lower case."""
    return frozenset(title.casefold() for title in titles if _WORD.fullmatch(title))


def _echoes(words: list[str], message: str) -> bool:
    """All that is said was said to us: so a model answers that was told what to say."""
    heard = {word.casefold() for word in _WORD.findall(_straight(message))}
    telling = {word.casefold().partition("'")[0] for word in words} - FUNCTION
    return bool(telling) and telling <= heard


def _opens_with_a_title(words: list[str], known: frozenset[str], titles: frozenset[str]) -> bool:
    """The first word is a title of the catalogue, or a stranger of which something is said."""
    first = words[0].casefold()
    if first in known | FUNCTION:
        return False
    return first in titles - COMMON or (len(words) > 1 and words[1] in _SAID_OF_ONE)


def _names(words: list[str]) -> list[str]:
    """Capitalised words, other than the first of the sentence and the first of what follows a colon."""
    return [word for word in words[1:] if word[0].isupper()]


def _titles(handles: str, facts: Facts) -> str:
    found = [int(number) for number in _HANDLE.findall(handles)]
    if any(not 1 <= number <= len(facts.films) for number in found):
        raise Ungrounded("a handle of its own")
    shown = [bold(facts.films[number - 1]) for number in found]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _unhandled(text: str) -> str:
    return _HANDLES.sub(" ", text)


def _straight(text: str) -> str:
    return text.replace("’", "'")
