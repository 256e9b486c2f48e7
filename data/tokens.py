"""A sentence cut into words, each folded for look-up and remembering where it stood."""

import re
from dataclasses import dataclass

from data.names import fold

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘`´][^\W_]+)*|&|[\"“”„«»]|[.!?…:;]+|[,()]|\n")
_SENTENCE_ENDS = frozenset(".!?…\n")
_QUOTES = frozenset('"“”„«»')


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or part of one, of a sentence."""

    word: str
    """Folded."""
    start: int
    end: int
    """Where it stands in the text."""
    capital: bool
    """Written with a capital first and not in capitals throughout; digits count as neither."""
    upper: bool
    """Capitals throughout, at least two letters."""
    starts: bool
    """First word of a sentence."""
    closed: bool
    """Punctuation or the end follows."""


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order."""
    tokens: list[Token] = []
    starts = True
    matches = list(_TOKEN.finditer(text))
    for position, match in enumerate(matches):
        piece = match[0]
        if piece != "&" and not piece[0].isalnum():
            starts = starts or piece[0] in _SENTENCE_ENDS or (piece[0] in _QUOTES and not tokens)
            continue
        after = matches[position + 1][0] if position + 1 < len(matches) else ""
        closed = not after or not (after[0].isalnum() or after == "&")
        letters = [letter for letter in piece if letter.isalpha()]
        upper = len(letters) > 1 and all(letter.isupper() for letter in letters)
        capital = bool(letters) and piece[0].isupper() and not upper
        for word in fold(piece).split():
            tokens.append(Token(word, match.start(), match.end(), capital, upper, starts, closed))
            starts = False
    return tokens


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of what stands between quotation marks, at most 80 characters each."""
    return [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]


_QUOTED = re.compile(
    r"[\"“„«]\s*([^\"“”„«»\n]{1,80}?)\s*[\"“”»]"
    r"|(?<!\w)['‘]([^'‘’\n]{1,80}?)['’](?!\w)"
)
