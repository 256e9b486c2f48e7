"""All that a model may use for an answer: the message, a few lines of data, and films by handle."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from agent.prompts.results import details
from agent.review_summary import review_lines, unfaithful
from agent.wording.reasons import reason
from agent.wording.wishes import wishes
from agent.wording.words import Words
from data.films import Film
from data.words import FUNCTION
from tools.results import FilmFacts, Pick, Picks, ReviewsSummarised, ToolResult

FILMS_AT_MOST = 3
"""Films of a list that a model reads about; each costs a third of a second on two cores."""

_HANDLE = re.compile(r"\[f\d+\]", re.IGNORECASE)
_TELLING = re.compile(r"\w+")


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
            lines = review_lines(result, words)
            return Facts(message, lines, (film,), unfaithful=partial(unfaithful, result=result))
        case _:
            return None


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
