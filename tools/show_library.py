"""The tool show_library."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from data.catalogue import Catalogue
from data.films import Film
from memory.library import LibraryRow
from memory.preferences import Preference
from tools import taste
from tools.achieving import achieve, counted, deeds_of
from tools.arguments import ShowLibrary
from tools.base import Caller
from tools.entries import entry
from tools.results import LibraryEntry, LibraryShown, Progress
from tools.room_watchlist import room_asked, show_room_list
from tools.services import Services
from tools.taste_figures import taste_figures

SHOWN = 50
LIKED_FROM = 4.0
"""Stars from which a film counts as liked."""
TOP = 5
AHEAD = 5
"""Achievements shown that they do not have yet."""
NEVER = datetime.min.replace(tzinfo=UTC)


async def show_library(arguments: ShowLibrary, caller: Caller, services: Services) -> LibraryShown:
    """Show what the person has kept, or what is known of them.

    `kind`: watchlist (saved for later), ratings (films with their stars), seen, achievements, or profile
    ("what do you know about me?").
    """
    if arguments.kind == "achievements":
        return await _achievements(caller, services)
    if arguments.kind == "watchlist" and (room := room_asked(caller, shared=arguments.shared)):
        return await show_room_list(room, services)
    rows = await services.library.rows(caller.person_id)
    if arguments.kind == "profile":
        wishes = await services.preferences.all(caller.person_id)
        figures = await asyncio.to_thread(
            taste_figures, rows, services.catalogue, services.recommender, year=arguments.year
        )
        if arguments.year is not None:
            return LibraryShown("profile", figures=figures, year=arguments.year)
        known = profile(rows, wishes, services.catalogue)
        return replace(known, figures=figures, paused=caller.paused)
    chosen = _chosen(arguments.kind, rows)
    entries = _entries(chosen, services.catalogue)
    return LibraryShown(arguments.kind, entries[:SHOWN], total=len(entries))


async def _achievements(caller: Caller, services: Services) -> LibraryShown:
    """Those they have, newest first, and the few that they are nearest to."""
    await achieve(caller.person_id, caller.at, services, told=True)
    since = await services.achievements.of(caller.person_id)
    counts = counted(await deeds_of(caller.person_id, caller.at, services))
    had: list[Progress] = []
    ahead: list[Progress] = []
    for goal in services.goals:
        step = Progress(goal, counts[goal.counts], achieved=goal.id in since)
        (had if step.achieved else ahead).append(step)
    had.sort(key=lambda step: since[step.achievement.id], reverse=True)
    begun = [step for step in ahead if step.count]
    begun.sort(key=lambda step: step.count / step.achievement.threshold, reverse=True)
    return LibraryShown("achievements", total=len(services.goals), progress=(*had, *begun[:AHEAD]))


def profile(rows: Sequence[LibraryRow], wishes: Iterable[Preference], catalogue: Catalogue) -> LibraryShown:
    """What a library says of its owner: how much there is, the films loved most, what those share."""
    liked = sorted(
        (row for row in rows if (taste.stars(row) or 0) >= LIKED_FROM),
        key=lambda row: -(taste.stars(row) or 0),
    )
    films = [film for row in liked if (film := catalogue.get(row.film_id))]
    return LibraryShown(
        "profile",
        _entries([row for row in liked if row.rating is not None][:TOP], catalogue),
        preferences=tuple(wishes),
        top_genres=_most(genre for film in films for genre in film.genres),
        top_people=_most((name for film in films for name in _makers(film)), at_least=2),
        total=len(_entries(rows, catalogue)),
    )


def _chosen(kind: str, rows: Sequence[LibraryRow]) -> list[LibraryRow]:
    """The rows of one kind, newest first."""
    if kind == "watchlist":
        return sorted((row for row in rows if row.saved), key=lambda row: row.saved_at or NEVER, reverse=True)
    if kind == "ratings":
        rated = (row for row in rows if row.rating is not None)
        return sorted(rated, key=lambda row: row.rated_at or NEVER, reverse=True)
    return sorted((row for row in rows if row.seen), key=lambda row: row.seen_at or NEVER, reverse=True)


def _entries(rows: Iterable[LibraryRow], catalogue: Catalogue) -> tuple[LibraryEntry, ...]:
    return tuple(entry(film, row) for row in rows if (film := catalogue.get(row.film_id)))


def _makers(film: Film) -> Iterable[str]:
    return dict.fromkeys(film.directors + film.cast)


def _most(names: Iterable[str], *, at_least: int = 1) -> tuple[str, ...]:
    """The most frequent, first come first among equals."""
    return tuple(name for name, count in Counter(names).most_common(TOP) if count >= at_least)
