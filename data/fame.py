"""How widely known a film is, on the scale of TMDb votes."""

from data.films import Film

VOTES_END = 2018
"""Films from this year on came out after the votes were counted."""

ENTERED = 2000.0
"""Votes that stand for a film without any: it was entered because it is widely known."""


def fame(film: Film) -> float:
    """TMDb votes, at least 1; a film newer than the votes counts as a widely known one."""
    if film.year >= VOTES_END and film.vote_count == 0:
        return ENTERED
    return float(max(film.vote_count, 1))
