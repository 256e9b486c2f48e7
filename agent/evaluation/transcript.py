"""What came of one turn, as an evaluation sees it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np

from agent.events import Done, Event, TextDelta, ToolFinished, ToolStarted
from data.films import Film


@dataclass(frozen=True, slots=True)
class Answered:
    """One turn: the tools called with what was set, the films of the reply, its text."""

    calls: tuple[tuple[str, dict[str, Any]], ...]
    films: tuple[Film, ...]
    text: str
    milliseconds: float
    by_model: bool = False
    """A language model decided, or worded the answer. False throughout means that it was never heard."""
    first_word_ms: float | None = None
    """From the last tool's result to the first word of the answer; None where no tool ran."""

    @property
    def tools(self) -> tuple[str, ...]:
        """Names of the tools called, in order."""
        return tuple(name for name, _ in self.calls)

    @property
    def recommended(self) -> bool:
        """Films were looked for in this turn: those shown must be new to the person."""
        return bool({"recommend_films", "search_by_look", "plan_movie_night"} & set(self.tools))


async def listen(events: AsyncIterator[Event]) -> Answered:
    """Follow a turn to its end."""
    calls: list[tuple[str, dict[str, Any]]] = []
    done: Done | None = None
    acted: float | None = None
    first_word_ms: float | None = None
    async for event in events:
        if isinstance(event, ToolStarted):
            calls.append((event.name, dict(event.args)))
        elif isinstance(event, ToolFinished):
            acted = perf_counter()
        elif isinstance(event, TextDelta) and acted is not None and first_word_ms is None:
            first_word_ms = (perf_counter() - acted) * 1000
        elif isinstance(event, Done):
            done = event
    if done is None:
        raise RuntimeError("A turn ended without Done.")
    films = tuple(card.film for card in done.cards)
    by_model = "model" in (done.decided_by, done.answered_by)
    return Answered(tuple(calls), films, done.text, done.ms.total, by_model, first_word_ms)


def percentile(milliseconds: Sequence[float], q: float) -> float | None:
    """The q-th percentile, 0 to 100, to a tenth of a millisecond; None of nothing."""
    return round(float(np.percentile(milliseconds, q)), 1) if milliseconds else None


def figure(stat: str, films: Sequence[Film]) -> float | None:
    """A figure of a list of films: median_year, median_runtime, max_runtime, share_dark, share:GENRE.

    None where the list, or what is known of it, is empty. Raises ValueError for an unknown figure.
    """
    from statistics import median

    years = [film.year for film in films]
    runtimes = [film.runtime for film in films if film.runtime]
    if stat == "median_year":
        return float(median(years)) if years else None
    if stat == "median_runtime":
        return float(median(runtimes)) if runtimes else None
    if stat == "max_runtime":
        return float(max(runtimes)) if runtimes else None
    if stat == "share_dark":
        return _share(films, DARK)
    if stat.startswith("share:"):
        return _share(films, frozenset({stat.removeprefix("share:").casefold()}))
    raise ValueError(f"{stat!r} is no figure of a list of films.")


DARK = frozenset({"horror", "war", "crime", "thriller"})


def _share(films: Sequence[Film], genres: frozenset[str]) -> float | None:
    if not films:
        return None
    return sum(bool(genres & {genre.casefold() for genre in film.genres}) for film in films) / len(films)
