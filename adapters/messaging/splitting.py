"""Long text cut by sense: between paragraphs, else lines, sentences, words. Pure."""

from collections.abc import Iterator

_SEAMS = ("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ")
"""Where to cut, best first; what comes before the cut keeps all but the white space."""
_LEAST = 4
"""A seam counts only behind the first quarter: a scrap of a message reads worse than a cut sentence."""


def split(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` characters, none empty. Words longer than that are cut."""
    return list(_pieces(text.strip(), limit))


def shorten(text: str, limit: int) -> str:
    """The text on one line where it fits, else cut at a word with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    end = head.rfind(" ")
    return head[: end if end > limit // _LEAST else None].rstrip() + "…"


def _pieces(text: str, limit: int) -> Iterator[str]:
    while len(text) > limit:
        cut = _cut(text, limit)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text


def _cut(text: str, limit: int) -> int:
    window = text[: limit + 1]
    for seam in _SEAMS:
        at = window.rfind(seam)
        if at > limit // _LEAST:
            return at + len(seam.rstrip())
    return limit
