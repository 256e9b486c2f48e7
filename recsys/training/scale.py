"""What a training run leaves out so that many millions of ratings fit into memory, and into an evening.

Three square matrices over the films are what training needs most (EASE), so the number of films of the
collaborative signal is cut, the most rated ones kept; what iterates over single viewers (iALS, the likeness
of films in stars) learns from viewers drawn at random. Everything else uses every rating.
"""

import numpy as np

from data.ratings import Ratings

SQUARES = 3.3
"""Square float32 matrices over the columns that EASE holds at its peak, with what the blocks take beside."""

PER_RATING = 90
"""Bytes a rating costs at the peak: itself, its grade by viewer, copies by film and of a filter."""

BASE = 700_000_000
"""Bytes of the program with a catalogue and its content vectors."""

LEAST_COLUMNS, MOST_COLUMNS = 500, 12_000
"""EASE's time grows with the cube of it, and the films beyond have few ratings each."""


def columns_within(memory_bytes: float, n_ratings: int) -> int:
    """How many films the collaborative signal can know if training is to stay within this much memory.

    Raises ValueError, saying how much would be enough, where not even the ratings fit.
    """
    room = memory_bytes - BASE - PER_RATING * n_ratings
    columns = int((max(room, 0) / (4 * SQUARES)) ** 0.5)
    if columns < LEAST_COLUMNS:
        least = BASE + PER_RATING * n_ratings + 4 * SQUARES * LEAST_COLUMNS**2
        raise ValueError(
            f"{n_ratings:,} ratings need at least {least / 1e9:.1f} GB of memory, "
            f"{memory_bytes / 1e9:.1f} GB may be used."
        )
    return min(columns, MOST_COLUMNS)


def drawn(ratings: Ratings, most: int, *, rng: np.random.Generator) -> Ratings:
    """All ratings of viewers drawn at random, about `most` in all; all there are where they are fewer."""
    if len(ratings) <= most:
        return ratings
    chosen = rng.random(ratings.n_users) < most / len(ratings)
    kept = chosen[ratings.users]
    number = (np.cumsum(chosen) - 1).astype(np.int32)
    return Ratings(
        number[ratings.users[kept]], ratings.items[kept], ratings.stars[kept], int(np.count_nonzero(chosen))
    )
