"""From a library to what the recommender knows of a taste, and what it must not show."""

from collections.abc import Sequence

import numpy as np

from data.catalogue import Catalogue
from memory.library import LibraryRow
from recsys.types import Taste

NOT_FOR_ME = 1.0
SAVED = 4.0
LIKED = 4.5


def stars(row: LibraryRow) -> float | None:
    """How much a film was liked, 0.5 to 5; None where the library does not say.

    "Not for me" counts as 1 whatever was rated before. A film seen and not rated says nothing: people also
    watch what they turn out to dislike, and no reason may ever read "because you liked" such a film.
    """
    if row.disliked:
        return NOT_FOR_ME
    if row.rating is not None:
        return row.rating
    if row.liked:
        return LIKED
    return SAVED if row.saved else None


def taste(rows: Sequence[LibraryRow], catalogue: Catalogue, *, paused: bool = False) -> Taste:
    """The taste that a library tells of; films not in the catalogue are left out. None where it is paused."""
    if paused:
        return Taste.empty()
    told = [(row.film_id, liked) for row in rows if (liked := stars(row)) is not None]
    known = [(catalogue.index(film_id), liked) for film_id, liked in told if catalogue.get(film_id)]
    if not known:
        return Taste.empty()
    items, ratings = zip(*known, strict=True)
    return Taste(np.array(items, np.int32), np.array(ratings, np.float32))


def not_to_show(rows: Sequence[LibraryRow], catalogue: Catalogue, *, include_seen: bool) -> frozenset[int]:
    """Films never to recommend: seen (unless welcome, or saved to see again) and disliked."""
    hidden = (
        row.film_id for row in rows if row.disliked or (row.seen and not row.saved and not include_seen)
    )
    return frozenset(catalogue.indices(hidden))


def watchlist(rows: Sequence[LibraryRow], catalogue: Catalogue) -> frozenset[int]:
    """Films saved for later."""
    return frozenset(catalogue.indices(row.film_id for row in rows if row.saved))
