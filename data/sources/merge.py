"""Joining what two sources say of the same films, so that none is listed twice."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.films import Film
from data.names import title_key


def complete(film: Film, other: Film) -> Film:
    """`film` with the facts it lacks taken from `other`.

    Votes stay its own: others' may have been counted before it was out.
    """
    original = film.original_title or other.original_title
    return replace(
        film,
        original_title=original if original != film.title else None,
        genres=film.genres or other.genres,
        runtime=film.runtime or other.runtime,
        language=film.language or other.language,
        countries=film.countries or other.countries,
        directors=film.directors or other.directors,
        cast=film.cast or other.cast,
        keywords=tuple(dict.fromkeys(film.keywords + other.keywords)),
        certificate=film.certificate or other.certificate,
        imdb_id=film.imdb_id or other.imdb_id,
        tmdb_id=film.tmdb_id or other.tmdb_id,
        poster_path=film.poster_path or other.poster_path,
    )


def merge(preferred: Sequence[Film], others: Iterable[Film], *, years_apart: int) -> list[Film]:
    """Both lists as one: `preferred` in its order, completed by `others`, then those of `others` left over.

    Two films are the same if they share an IMDb or TMDb id, or where one has neither, a title and their years
    differ by at most `years_apart`. Within one list no two films are taken for the same.
    """
    merged = list(preferred)
    by_imdb = {film.imdb_id: index for index, film in enumerate(preferred) if film.imdb_id}
    by_tmdb = {film.tmdb_id: index for index, film in enumerate(preferred) if film.tmdb_id}
    by_title: dict[str, list[int]] = {}
    for index, film in enumerate(preferred):
        for key in _keys(film):
            by_title.setdefault(key, []).append(index)

    taken: set[int] = set()
    for other in others:
        found = by_imdb.get(other.imdb_id) if other.imdb_id else None
        if found is None and other.tmdb_id:
            found = by_tmdb.get(other.tmdb_id)
        if found is None:
            same_title = {index: None for key in _keys(other) for index in by_title.get(key, ())}
            near = [
                index
                for index in same_title
                if index not in taken
                and abs(preferred[index].year - other.year) <= years_apart
                and not (preferred[index].imdb_id and other.imdb_id)
            ]
            found = min(near, key=lambda index: abs(preferred[index].year - other.year), default=None)
        if found is None:
            merged.append(other)
        else:
            taken.add(found)
            merged[found] = complete(merged[found], other)
    return merged


def _keys(film: Film) -> set[str]:
    return {title_key(film.title), title_key(film.original_title or film.title)}
