"""All that a model may use for an answer: the message, a few lines of data, and films by handle."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain

from agent.prompts.results import details
from agent.review_summary import review_lines, unfaithful
from agent.wording.reasons import reason
from agent.wording.wishes import wishes
from agent.wording.words import Words
from data.films import Film
from tools.results import FilmFacts, Picks, ReviewsSummarised, ToolResult

FILMS_AT_MOST = 3
"""Films of a list that a model reads about; each costs a third of a second on two cores."""


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


def facts_of(message: str, result: ToolResult | None, words: Words) -> Facts | None:
    """What a model may say about a result; `None` for a result is small talk.

    None where code alone speaks: what was written down, asked back, not found or broken.
    """
    match result:
        case None:
            return Facts(message, ("No films were looked for.",))
        case Picks(picks=picks) if picks:
            return _of_picks(message, result, words)
        case FilmFacts(entry=entry):
            return Facts(message, (f"Facts: [f1] {', '.join(details(entry.film))}",), (entry.film,))
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
        film = pick.film
        why = reason(film, pick.recommendation, words, like=result.like)
        parts = chain([handles[film.label]], [f"{film.year},", " ".join(film.genres[:2]).lower() + ",", why])
        lines.append(" ".join(parts))
    return Facts(message, tuple(lines), films, counted=len(result.picks))


def _handled(text: str, handles: dict[str, str]) -> str:
    for label, handle in handles.items():
        text = text.replace(f"**{label}**", handle)
    return text
