"""Results of tools as a model reads them: a line each, facts only."""

from collections.abc import Sequence

from data.films import Film
from tools.results import Explanation, FilmFacts, LibraryShown, LookHits, NightPlanned, Picks, ToolResult

FILMS_AT_MOST = 5
CAST_AT_MOST = 3


def in_brief(result: ToolResult) -> str:
    """What came of a call, for a model that decides what else to do."""
    match result:
        case Picks(picks=picks) | LookHits(picks=picks) | NightPlanned(picks=picks):
            return "films found: " + (_labels([pick.film for pick in picks]) or "none")
        case FilmFacts(entry=entry):
            return f"{entry.film.label}: {', '.join(details(entry.film))}"
        case Explanation(pick=pick):
            return f"reasons given for {pick.film.label}"
        case LibraryShown(kind=kind, entries=entries):
            return f"their {kind}: " + (_labels([entry.film for entry in entries]) or "empty")
        case _:
            return f"done ({type(result).__name__})"


def details(film: Film) -> list[str]:
    """What is known of a film, without its title."""
    parts = [str(film.year)]
    if film.genres:
        parts.append(" ".join(film.genres[:2]).lower())
    if film.runtime:
        parts.append(f"{film.runtime} minutes")
    if film.directors:
        parts.append(f"directed by {' and '.join(film.directors)}")
    if film.cast:
        parts.append(f"with {', '.join(film.cast[:CAST_AT_MOST])}")
    return parts


def _labels(films: Sequence[Film]) -> str:
    return ", ".join(film.label for film in films[:FILMS_AT_MOST])
