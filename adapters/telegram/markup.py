"""Our light markup (**bold**, ||hidden||) as Telegram's HTML, cut by sense where it is long. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Literal

from adapters.messaging.splitting import shorten, split

MESSAGE_LIMIT = 4096
"""UTF-16 units of a message's text once its markup is read, Telegram's limit."""
CAPTION_LIMIT = 1024
"""Likewise of a picture's caption."""

Style = Literal["", "b", "i", "tg-spoiler"]
_MARKS: Final = re.compile(r"\*\*(?P<bold>.+?)\*\*(?!\*)|\|\|(?P<hidden>.+?)\|\|", re.DOTALL)
_TURNING: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks that would turn the direction of all that follows; letters know their own direction."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style, no markup in it."""

    text: str
    style: Style = ""


def spans_of(text: str) -> list[Span]:
    """Read our markup."""
    found: list[Span] = []
    end = 0
    for mark in _MARKS.finditer(text):
        found.append(Span(text[end : mark.start()]))
        bold = mark["bold"] is not None
        found.append(Span(mark["bold"], "b") if bold else Span(mark["hidden"], "tg-spoiler"))
        end = mark.end()
    found.append(Span(text[end:]))
    return [span for span in found if span.text]


def html(spans: Iterable[Span]) -> str:
    """Spans as Telegram's HTML; whatever stands in a title stays text."""
    return "".join(
        f"<{span.style}>{_safe(span.text)}</{span.style}>" if span.style else _safe(span.text)
        for span in spans
    )


def plain(spans: Iterable[Span]) -> str:
    """The text alone, what is hidden left out."""
    return "".join("…" if span.style == "tg-spoiler" else span.text for span in spans)


def units(text: str) -> int:
    """Length as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def length(spans: Iterable[Span]) -> int:
    """Length of spans as Telegram counts."""
    return sum(units(span.text) for span in spans)


def pieces(spans: Sequence[Span], limit: int = MESSAGE_LIMIT) -> list[list[Span]]:
    """Cut into pieces that each fit, between paragraphs where that is possible; styles go on behind a cut."""
    whole = "".join(span.text for span in spans)
    cut: list[list[Span]] = []
    position = 0
    for text in _fitting(whole, limit):
        begin = whole.index(text, position)
        position = begin + len(text)
        cut.append(list(_between(spans, begin, position)))
    return cut


def cut(spans: Sequence[Span], limit: int) -> list[Span]:
    """The beginning that fits, on the whole words of it."""
    if length(spans) <= limit:
        return list(spans)
    whole = "".join(span.text for span in spans)
    text = shorten(whole, limit)
    while units(text) > limit:
        text = shorten(whole, len(text) - 1)
    return [*_between(spans, 0, len(text) - 1), Span("…")]


def _fitting(text: str, limit: int) -> Iterator[str]:
    """Characters beyond the basic plane count twice: what is too long for that reason is cut again."""
    for piece in split(text, limit):
        if units(piece) <= limit:
            yield piece
        else:
            yield from split(piece, limit // 2)


def _between(spans: Iterable[Span], begin: int, end: int) -> Iterator[Span]:
    start = 0
    for span in spans:
        text = span.text[max(0, begin - start) : max(0, end - start)]
        start += len(span.text)
        if text:
            yield Span(text, span.style)


def _safe(text: str) -> str:
    return escape(_TURNING.sub("", text), quote=False)
