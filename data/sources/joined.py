"""The films of a pack and those of one's own sources as one catalogue: what was there keeps its place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.fame import VOTES_END
from data.films import Film
from data.sources.catalogue import film_id
from data.sources.keywords import choose_keywords
from data.sources.movielens import Link, Linker
from data.sources.movielens_sets import Listed

LEAST_RATINGS = 10
"""Ratings from which on a film is taken of which MovieLens alone knows, and little more than its title."""


def with_tmdb(films: Sequence[Film], fresh: Iterable[Film]) -> list[Film]:
    """The films in their order, brought up to date, then the new ones in theirs."""
    joined, linker = list(films), Linker(films, by_title_alone=True)
    ids = {film.id for film in films}
    touched: set[int] = set()
    for film in fresh:
        found = linker.find(
            Link(0, (film.title, film.original_title or film.title), film.year, film.imdb_id, film.tmdb_id)
        )
        if found is not None and _same(joined[found], film):
            updated = up_to_date(joined[found], film)
            if updated != joined[found]:
                joined[found] = updated
                touched.add(found)
        elif film.id not in ids:
            ids.add(film.id)
            touched.add(len(joined))
            joined.append(film)
    chosen = choose_keywords([film.keywords for film in joined]) if touched else []
    return [
        replace(film, keywords=chosen[place]) if place in touched else film
        for place, film in enumerate(joined)
    ]


def up_to_date(film: Film, fresh: Film) -> Film:
    """`film` with what TMDb says of it today; what TMDb does not say stays.

    Id, title and year stay, for people have saved and said them. So do the votes of films up to `VOTES_END`:
    they are all of one day, and a count of today would make this one look more widely known than the others.
    """
    voted_then = film.vote_count > 0 and film.year <= VOTES_END
    return replace(
        film,
        original_title=film.original_title or (fresh.original_title if fresh.title == film.title else None),
        genres=fresh.genres or film.genres,
        runtime=fresh.runtime or film.runtime,
        language=fresh.language or film.language,
        countries=fresh.countries or film.countries,
        directors=fresh.directors or film.directors,
        cast=fresh.cast or film.cast,
        keywords=tuple(dict.fromkeys(film.keywords + fresh.keywords)),
        certificate=fresh.certificate or film.certificate,
        imdb_id=film.imdb_id or fresh.imdb_id,
        tmdb_id=film.tmdb_id or fresh.tmdb_id,
        poster_path=fresh.poster_path or film.poster_path,
        vote_count=film.vote_count if voted_then else fresh.vote_count,
        vote_average=film.vote_average if voted_then else fresh.vote_average,
    )


def with_movielens(films: Sequence[Film], listed: Iterable[Listed], rated: dict[int, int]) -> list[Film]:
    """The films in their order, then those of MovieLens that enough people rated.

    `rated` is how many ratings each of MovieLens' numbers has.
    """
    joined, linker = list(films), linker_of(films, listed := list(listed))
    ids = {film.id for film in films}
    for one in listed:
        if rated.get(one.link.movie_id, 0) < LEAST_RATINGS or linker.find(one.link) is not None:
            continue
        own = one.film.imdb_id or f"{film_id(one.film)}-ml{one.link.movie_id}"
        if own not in ids:
            ids.add(own)
            joined.append(replace(one.film, id=own))
    return joined


def linker_of(films: Sequence[Film], listed: Sequence[Listed]) -> Linker:
    """Finds films of that set: by title where the set as a whole has no ids."""
    return Linker(films, by_title_alone=not any(one.link.imdb_id for one in listed))


def _same(film: Film, fresh: Film) -> bool:
    """Whether no id speaks against it."""
    ids = ((film.imdb_id, fresh.imdb_id), (film.tmdb_id, fresh.tmdb_id))
    return not any(mine and other and mine != other for mine, other in ids) or (
        film.imdb_id is not None and film.imdb_id == fresh.imdb_id
    )
