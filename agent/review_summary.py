"""What a language model may use to sum up reviews: figures and a few sentences, all of them data.

Every review was read by code before; the prompt of the summary holds at most `QUOTES` sentences, praise and
blame in their shares, so that it has one length for three reviews and for three thousand. Where there are
many, lines on further sentences are added (`agent.condensing`).
"""

from collections.abc import Sequence

from agent.wording.reviews import aspect_lines
from agent.wording.words import Words
from recsys.reviews.faithfulness import Sources, faults
from recsys.reviews.quotable import gives_orders
from tools.results import ReviewsSummarised

QUOTES = 6
QUOTE_LIMIT = 160
"""Characters of a sentence that the model reads."""


def review_lines(result: ReviewsSummarised, words: Words) -> tuple[str, ...]:
    """The figures, and the sentences between marks that say that they are quotations."""
    counted = result.figures
    sides = f"{counted.positive} positive and {counted.negative} negative"
    lines = [f"Reviews of [f1]: {counted.count}, of them {sides}"]
    lines += aspect_lines(counted, words, result.aspects)
    open_ones = [quote for quote in result.quotes if not quote.spoiler]  # the summary hides nothing
    lines += [
        f"{'praise' if quote.praise else 'blame'}: “{_short(quote.text)}”" for quote in open_ones[:QUOTES]
    ]
    return tuple(lines)


def sources_of(result: ReviewsSummarised) -> Sources:
    """What every sentence about these reviews is held against."""
    counted, film = result.figures, result.film
    numbers = {counted.count, counted.positive, counted.negative, film.year}
    for each in counted.aspects:
        numbers |= {each.praise, each.blame, each.praise + each.blame}
    if counted.share_positive is not None:
        numbers |= {round(100 * counted.share_positive), 100 - round(100 * counted.share_positive)}
    texts = [quote.text for quote in result.quotes]
    return Sources(
        [film.label, *film.directors, *film.cast, *texts], {str(number) for number in numbers}, counted
    )


def unfaithful(sentence: str, result: ReviewsSummarised) -> bool:
    """Whether a sentence holds what the reviews do not: it is dropped, the others stay."""
    plain = sentence.replace("[f1]", result.film.title)
    return gives_orders(plain) or bool(faults(plain, sources_of(result)))


def unfaithful_line(line: str, texts: Sequence[str], result: ReviewsSummarised) -> bool:
    """Whether a line on some sentences holds what those do not."""
    sources = Sources([result.film.label, *texts], set(), result.figures)
    return gives_orders(line) or bool(faults(line, sources))


def _short(text: str) -> str:
    return text if len(text) <= QUOTE_LIMIT else text[: QUOTE_LIMIT - 1].rsplit(" ", 1)[0] + "…"
