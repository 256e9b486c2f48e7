"""What people say of a film, in words: figures and quotations only, nothing added."""

from collections.abc import Sequence

from agent.hidden import hide
from agent.wording.passage import Passage
from agent.wording.words import Words, bold
from recsys.reviews.figures import AspectFigures, Figures
from tools.results import NoReviews, ReviewQuote, ReviewsSummarised

AGREED, LEANING = 0.9, 0.6
"""Shares from which on nearly all, or most, are said to be of one mind."""
ASPECTS_NAMED = 3
SPOKEN_OF = 2
"""Reviews that must speak of an aspect before it is named, where there are many."""
ONE_SIDED = 0.6
"""Share of praise (or blame) from which on an aspect is said to be praised (or criticised)."""


def summary(result: ReviewsSummarised, words: Words) -> Passage:
    """How they divide, what is praised and criticised, in whose words, and whom it may suit."""
    book, counted = words.book, result.figures
    lines = aspect_lines(counted, words, result.aspects)
    lines += [quotation(quote, words) for quote in result.quotes]
    if result.aspects and not lines:
        lines.append(book("reviews.nothing_about", aspects=book.join(_named(result.aspects, words), "or")))
    if not result.aspects and not result.evidence:
        lines += _suits(result, words)
    if counted.unread:
        lines.append(book.number("reviews.unread", counted.unread))
    # How many there are and how they divide is said by code even where a model opens the reply.
    return Passage(head=_lead(result, words), body=tuple(lines), tail=_tail(result, words))


def none(result: NoReviews, words: Words) -> Passage:
    """That there is nothing yet, and what to do about it."""
    book = words.book
    mean = result.mean_rating
    stars = "" if mean is None else book("facts.mean", value=book.figure(mean, 1))
    return Passage(lead=book("reviews.none", film=bold(result.film)) + stars)


def aspect_lines(counted: Figures, words: Words, only: Sequence[str] = ()) -> list[str]:
    """What is praised and what is criticised, with how many speak of it."""
    lines = []
    for key, side in (("reviews.praised", 1), ("reviews.blamed", -1)):
        if found := _leaning(counted, side, only):
            lines.append(
                words.book(key, aspects=words.book.join([_counted(each, side, words) for each in found]))
            )
    return lines


def quotation(quote: ReviewQuote, words: Words) -> str:
    """One sentence in quotation marks, with its side, what it is about and the author's stars."""
    book = words.book
    key = "reviews.quote.praise" if quote.praise else "reviews.quote.blame"
    text = hide(quote.text) if quote.spoiler else quote.text
    line = book(key, text=text)
    if quote.aspect:
        line = book("reviews.quote.about", quote=line, aspect=book(f"aspect.{quote.aspect}"))
    return line


def _lead(result: ReviewsSummarised, words: Words) -> str:
    book, counted, film = words.book, result.figures, bold(result.film)
    if result.evidence:
        return book("reviews.evidence", positive=counted.positive, negative=counted.negative)
    reviews, share = book.number("reviews.count", counted.count), counted.share_positive
    if share is None:
        return book("reviews.lead.silent", reviews=reviews, film=film)
    side = "positive" if share >= 0.5 else "negative"
    if counted.count == 1:
        return book("reviews.lead.one", film=film, side=book(f"reviews.side.{side}"))
    strength = max(share, 1 - share)
    key = f"agree.{side}" if strength >= AGREED else f"lean.{side}" if strength >= LEANING else "divided"
    return book(f"reviews.lead.{key}", reviews=reviews, film=film, percent=round(100 * share))


def _tail(result: ReviewsSummarised, words: Words) -> str:
    book = words.book
    parts = []
    if result.unknown_aspects:
        parts.append(book("reviews.unknown", aspects=book.join(result.unknown_aspects, "or")))
    if not result.sources:
        parts.append(book("reviews.starter"))
    elif result.evidence:
        key = "reviews.source.licence"
        sources = [
            book(key, origin=_origin(source.origin, words), n=source.count, licence=source.licence)
            for source in result.sources
        ]
        parts.append(book("reviews.sources", sources=book.join(sources)))
        if result.spoilers != "full":
            parts.append(book("reviews.withheld"))
    return " ".join(parts)


def _origin(origin: str, words: Words) -> str:
    key = f"reviews.origin.{origin}"
    return words.book(key) if key in words.book else origin


def _suits(result: ReviewsSummarised, words: Words) -> list[str]:
    """Whom it suits, as far as the figures and the films named beside it tell."""
    book = words.book
    lines = []
    praised = [each.name for each in _leaning(result.figures, 1, ())[:2]]
    blamed = [each.name for each in _leaning(result.figures, -1, ())[:1]]
    if praised:
        said = book("reviews.suits", aspects=book.join(_named(praised, words)))
        lines.append(
            f"{said} {book('reviews.suits.not', aspects=book.join(_named(blamed, words)))}"
            if blamed
            else said
        )
    if result.compared:
        lines.append(book("reviews.compared", films=book.join(words.bold(result.compared))))
    return lines


def _leaning(counted: Figures, side: int, only: Sequence[str]) -> list[AspectFigures]:
    """Aspects on which one side clearly prevails, most spoken of first; those asked for in any case."""
    least = SPOKEN_OF if counted.count >= 5 and not only else 1
    found = []
    for each in counted.aspects:
        own, total = (each.praise if side > 0 else each.blame), each.praise + each.blame
        asked = each.name in only
        if (only and not asked) or own < least or (own / total < ONE_SIDED and not asked):
            continue
        found.append(each)
    return found[:ASPECTS_NAMED]


def _counted(each: AspectFigures, side: int, words: Words) -> str:
    own = each.praise if side > 0 else each.blame
    aspect = words.book(f"aspect.{each.name}")
    return words.book("reviews.aspect", aspect=aspect, n=own, total=each.praise + each.blame)


def _named(aspects: Sequence[str], words: Words) -> list[str]:
    return [words.book(f"aspect.{name}") for name in aspects]
