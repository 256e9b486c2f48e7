"""The catalogue put together from its sources: which films, each of them once, best known first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from data.fame import VOTES_END, fame
from data.films import Film
from data.names import slug
from data.sources.entered import read_credits, read_recent
from data.sources.keywords import choose_keywords
from data.sources.merge import merge
from data.sources.movielens import Link, Linker, read_links
from data.sources.tmdb import read_facts, read_tmdb_films

LEAST_VOTES = 100
"""A film outside MovieLens and without credits needs this many TMDb votes to be taken."""

LONGEST_TITLE = 40
"""Letters of the title in a film's id."""

Progress = Callable[[str], None]
"""Told in plain words what is being done."""


def build_catalogue(source: Path, facts: Path, progress: Progress) -> list[Film]:
    """All films of the catalogue, best known first, ids set and keywords chosen.

    `source` holds the public data sets, `facts` the facts entered by hand. Taken is every film of ml-1m and
    ml-latest-small that can be identified, every film with director and cast, every recent film entered, and
    whatever else is widely known. Raises BadInput for sources that are missing or cannot be read.
    """
    progress("Reading the films of TMDb")
    films = merge(read_tmdb_films(source), read_facts(source), years_apart=0)
    progress("Reading the facts entered by hand")
    films = merge(films, read_credits(facts), years_apart=0)
    links = read_links(source)
    linker = Linker(films)
    linked = {linker.find(link) for link in links}
    films = [film for index, film in enumerate(films) if index in linked or _worth_taking(film)]
    films = _with_links(merge(read_recent(facts), films, years_apart=1), links)
    progress("Choosing ids and keywords")
    return _finished(films)


def film_id(film: Film) -> str:
    """Id of a film without IMDb id: title and year, short enough for the codes of buttons."""
    words = slug(film.title)
    if len(words) > LONGEST_TITLE:
        words = words[: LONGEST_TITLE + 1].rpartition("-")[0]
    return f"{words}-{film.year}"


def _worth_taking(film: Film) -> bool:
    """Out in time to be voted on, and either with credits or widely known."""
    known = bool(film.directors and film.cast) or film.vote_count >= LEAST_VOTES
    return known and film.year <= VOTES_END


def _with_links(films: list[Film], links: Iterable[Link]) -> list[Film]:
    """The films with the ids that MovieLens knows of them."""
    linker = Linker(films)
    for link in links:
        index = linker.find(link)
        if index is not None and not films[index].imdb_id:
            films[index] = replace(
                films[index], imdb_id=link.imdb_id, tmdb_id=films[index].tmdb_id or link.tmdb_id
            )
    return films


def _finished(films: Sequence[Film]) -> list[Film]:
    keywords = choose_keywords([film.keywords for film in films])
    finished = [
        replace(film, id=film.imdb_id or film_id(film), keywords=chosen)
        for film, chosen in zip(films, keywords, strict=True)
    ]
    return sorted(finished, key=lambda film: (-fame(film), film.id))
