"""What is known of a person stays between them and us: answers that others read are told without it.

A surface asks `personal` of each tool as it starts, and gives the whole answer in private where it is true.
"""

from dataclasses import replace

from agent.events import ToolStarted
from data.catalogue import Catalogue
from recsys.types import Recommendation
from tools.ballot_results import BallotTold
from tools.results import (
    BallotFilm,
    Explanation,
    FilmFacts,
    LibraryEntry,
    LibraryUpdated,
    LookHits,
    NightPlanned,
    Pick,
    Picks,
    ToolResult,
)

_PERSONAL = frozenset({"show_library", "remember", "forget", "start_quiz", "social", "my_data"})


def personal(tool: ToolStarted) -> bool:
    """Whether this tool's answer is about the person: nobody else is to read it."""
    shared = tool.args.get("kind") == "watchlist" and tool.args.get("shared")
    return (tool.name in _PERSONAL and not shared) or bool(tool.args.get("from_watchlist"))


def shareable(result: ToolResult, catalogue: Catalogue) -> ToolResult:
    """The same result without what was known of the person before they spoke."""
    match result:
        case Picks(picks=picks, like=like):
            named = frozenset(catalogue.indices(film.id for film in like))
            return replace(result, picks=tuple(_pick(pick, named) for pick in picks))
        case NightPlanned(ballot=ballot, like=like):
            named = frozenset(catalogue.indices(film.id for film in like))
            films = tuple(BallotFilm(_pick(film.pick, named)) for film in ballot)
            return replace(result, ballot=films, made_up_for=())
        case BallotTold():
            return replace(result, suits={})
        case LookHits(hits=hits, like=like):
            named = frozenset(catalogue.indices(film.id for film in like))
            return replace(result, hits=tuple(replace(hit, pick=_pick(hit.pick, named)) for hit in hits))
        case Explanation(pick=pick):
            return replace(result, pick=_pick(pick, frozenset()))
        case FilmFacts(entry=entry):
            return replace(result, entry=LibraryEntry(entry.film), predicted_rating=None)
        case LibraryUpdated(entry=entry, shared=False):
            return replace(result, before=LibraryEntry(entry.film), achieved=())
        case _:
            return result


def _pick(pick: Pick, named: frozenset[int]) -> Pick:
    return replace(pick, recommendation=_without_history(pick.recommendation, named))


def _without_history(found: Recommendation, named: frozenset[int]) -> Recommendation:
    """Only films named in the question may be given as causes."""
    reasons = (
        replace(cause, films=tuple(item for item in cause.films if item in named)) for cause in found.reasons
    )
    kept = tuple(cause for cause in reasons if cause.kind != "because_of" or cause.films)
    return replace(found, reasons=kept, predicted_rating=None)
