"""How widely known a film is, on the scale of TMDb votes."""

from data.films import Film

VOTES_END = 2017
"""The votes were counted in the course of this year."""

ENTERED = 2000.0
"""Votes that stand for a film newer than the votes: it was entered by hand because it is widely known."""


def fame(film: Film) -> float:
    """TMDb votes, at least 1; a film newer than the votes counts as a widely known one."""
    if film.vote_count == 0 and film.year >= VOTES_END and film.directors:
        return ENTERED
    return float(max(film.vote_count, 1))


def renown(film: Film) -> float:
    """Fame made up for age: those who vote are young, and older films gather votes more slowly."""
    return fame(film) * (1 + max(0, VOTES_END - film.year) / 15)
