"""All that a model may use for an answer: the message, a few lines of data, and films by handle."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from agent.prompts.results import details
from agent.review_summary import review_lines, unfaithful, unfaithful_line
from agent.wording.reasons import reason
from agent.wording.wishes import wishes
from agent.wording.words import Words
from data.films import Film
from data.words import FUNCTION
from tools.results import FilmFacts, Pick, Picks, ReviewsSummarised, ToolResult

FILMS_AT_MOST = 3
"""Films of a list that a model reads about; each costs a third of a second on two cores."""

BATCH_CHARACTERS = 1600
"""Of sentences that are condensed at once: 400 tokens, ten seconds on two cores."""

_HANDLE = re.compile(r"\[f\d+\]", re.IGNORECASE)
_TELLING = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of one side, to be condensed into a line before the summary is written."""

    praise: bool
    sentences: tuple[str, ...]
    unfaithful: Callable[[str], bool]
    """Says of a line that it claims what these do not hold."""


@dataclass(frozen=True, slots=True)
class Keepsake:
    """Under what the words written from facts are kept, so that the same need not be written again."""

    film_id: str
    variant: str
    """What they were written for, beside the model."""
    reviews_key: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The fresh part of the prompt for an answer."""

    message: str
    lines: tuple[str, ...]
    """Data, films by handle."""
    films: tuple[Film, ...] = ()
    """`films[0]` has the handle [f1], and so on."""
    counted: int = 0
    """How many films the list below the model's words holds."""
    unfaithful: Callable[[str], bool] | None = None
    """Says of a sentence that it claims what the data does not hold: it is left out, the others stay."""
    batches: tuple[Batch, ...] = ()
    """More data than one prompt should hold; see `agent.condensing`."""
    keepsake: Keepsake | None = None
    """None: the words belong to this turn alone."""


def small_talk(message: str, before: str = "") -> Facts:
    """What a model may use where no tool was called; `before` is the last thing we said."""
    lines = (
        ("No films were looked for.", f"You said before: {before}")
        if before
        else ("No films were looked for.",)
    )
    return Facts(message, lines)


def facts_of(message: str, result: ToolResult, words: Words) -> Facts | None:
    """What a model may say about a result.

    None where code alone speaks: what was written down, asked back, not found or broken.
    """
    match result:
        case Picks(picks=picks) if picks:
            return _of_picks(message, result, words)
        case FilmFacts(entry=entry):
            line = f"Facts: [f1] {', '.join(details(entry.film))}"
            return Facts(message, (line,), (entry.film,), unfaithful=partial(_beside_the_facts, line=line))
        case ReviewsSummarised(evidence=False, film=film) if result.figures.share_positive is not None:
            return Facts(
                message,
                review_lines(result, words),
                (film,),
                unfaithful=partial(unfaithful, result=result),
                batches=_material(result),
                keepsake=_keepsake(result, words),
            )
        case _:
            return None


def batches(texts: Sequence[str], check: Callable[[str], bool], *, praise: bool) -> list[Batch]:
    """The sentences of one side in batches that a small model can read at once, none empty."""
    found: list[list[str]] = []
    for text in texts:
        if not found or sum(map(len, found[-1])) + len(text) > BATCH_CHARACTERS:
            found.append([])
        found[-1].append(text)
    return [Batch(praise, tuple(batch), check) for batch in found]


def _material(result: ReviewsSummarised) -> tuple[Batch, ...]:
    """The sentences beyond those quoted, in batches of one side each; the larger side first."""
    sides = []
    for praise in (True, False):
        texts = [quote.text for quote in result.material if quote.praise is praise]
        check = partial(unfaithful_line, texts=texts, result=result)
        sides += batches(texts, check, praise=praise)
    return tuple(sorted(sides, key=lambda batch: -len(batch.sentences)))


def _keepsake(result: ReviewsSummarised, words: Words) -> Keepsake | None:
    if not result.reviews_key:
        return None
    variant = "/".join((words.book.language, result.spoilers, *result.aspects))
    return Keepsake(result.film.id, variant, result.reviews_key)


def _of_picks(message: str, result: Picks, words: Words) -> Facts:
    named = [pick.film for pick in result.picks[:FILMS_AT_MOST]]
    films = (*named, *result.like)
    handles = {film.label: f"[f{number}]" for number, film in enumerate(films, start=1)}
    asked = ", ".join(wishes(result, words))
    lines = [f"Looked for: {_handled(asked, handles)}"] if asked else []
    lines.append(f"Found: {len(result.picks)} films, among them")
    for pick in result.picks[:FILMS_AT_MOST]:
        parts = [str(pick.film.year), " ".join(pick.film.genres[:2]).lower(), *_traits(pick, words)]
        lines.append(f"{handles[pick.film.label]} {', '.join(part for part in parts if part)}")
    return Facts(message, tuple(lines), films, counted=len(result.picks))


def _traits(pick: Pick, words: Words) -> list[str]:
    """What of a film's reasons is about itself; other titles would only invite a model to relate them."""
    own = tuple(cause for cause in pick.recommendation.reasons if cause.kind in ("person", "keyword", "mood"))
    return [reason(pick.film, replace(pick.recommendation, reasons=own), words)] if own else []


def _beside_the_facts(sentence: str, line: str) -> bool:
    """Most of the sentence is not in the line: it comes from the model's memory, which nobody can check."""
    said = _content(sentence)
    shared = said & _content(line)
    return not shared or 2 * len(shared) < len(said)


def _content(text: str) -> set[str]:
    """Numbers and words, lower case, without handles and the words that only hold a sentence together."""
    found = {word.casefold() for word in _TELLING.findall(_HANDLE.sub(" ", text))}
    return found - FUNCTION


def _handled(text: str, handles: dict[str, str]) -> str:
    for label, handle in handles.items():
        text = text.replace(f"**{label}**", handle)
    return text
