"""The ratings of an ingested MovieLens set on the films of a catalogue."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.films import Film
from data.ratings import Ratings
from data.sources.joined import linker_of
from data.sources.movielens_store import Ingested


def own_ratings(films: Sequence[Film], ingested: Ingested) -> Ratings:
    """Ratings of films outside the catalogue are left out, and so are people who have no other.

    Where two of MovieLens' numbers mean one film and somebody rated both, the later row counts.
    """
    rows = ingested.ratings
    linker = linker_of(films, ingested.films)
    item_of = np.full(int(rows.movies.max(initial=0)) + 1, -1, np.int32)
    for one in ingested.films:
        found = linker.find(one.link)
        if found is not None and one.link.movie_id < len(item_of):
            item_of[one.link.movie_id] = found
    items = item_of[rows.movies]
    kept = _last_of_each(rows.users, items)
    users = rows.users[kept]
    present = np.bincount(users) > 0
    number = (np.cumsum(present) - 1).astype(np.int32)
    stars = rows.halves[kept].astype(np.float32) / np.float32(2)
    return Ratings(number[users], items[kept], stars, int(present.sum()))


def rated(ingested: Ingested) -> dict[int, int]:
    """How many ratings each film of the set has, by MovieLens' number."""
    counts = np.bincount(ingested.ratings.movies)
    return {int(number): int(counts[number]) for number in np.flatnonzero(counts)}


def _last_of_each(users: NDArray[np.int32], items: NDArray[np.int32]) -> NDArray[np.int64]:
    """Ascending places of the rows to keep."""
    places = np.flatnonzero(items >= 0)
    pairs = (users[places].astype(np.int64) << 32) | items[places]
    order = np.argsort(pairs, kind="stable")
    ordered = pairs[order]
    last = np.ones(len(ordered), bool)
    last[:-1] = ordered[1:] != ordered[:-1]
    return np.sort(places[order[last]])
