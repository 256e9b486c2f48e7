"""What a person asks of films, resolved against the catalogue."""

import re
from dataclasses import dataclass

import numpy as np

from data.catalogue import Catalogue
from data.films import Film
from recsys.types import Constraints
from tools import relative
from tools.arguments import FilmFilters
from tools.genres import Kinds, films_of_blend, unwanted_kinds, wanted_kinds
from tools.resolving import Known, find_film
from tools.results import UnknownFilm, WhichFilm
from tools.services import Services
from tools.themes import themes_of

_CHILDREN = re.compile(
    r"\b(?:kids?|child|children|toddlers?|sons?|daughters?|nephews?|nieces?|grandchildren)\b"
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes of one message, in the catalogue's own terms."""

    like: tuple[Film, ...]
    constraints: Constraints
    """Without anything kept about the person."""
    family_safe: bool | None
    """None: nothing was said about it."""
    keywords: tuple[str, ...]
    """Themes to steer by."""
    avoid_keywords: frozenset[str]
    """The catalogue's keywords that no film may bear."""
    bearing: frozenset[int] | None
    """Films of the themes that were asked for as if genres ("heist"); None where none was."""
    hidden: frozenset[int]
    """Films ruled out by what constraints cannot say: blends of genres wanted or not, films refused."""
    refused: tuple[Film, ...]
    """Films refused by name."""
    unknown: tuple[str, ...]

    @property
    def open(self) -> bool:
        """True where nothing says what the films should be about."""
        return not (self.like or self.keywords or self.constraints.genres or self.constraints.people)


def read_wishes(filters: FilmFilters, services: Services) -> Wishes | WhichFilm | UnknownFilm:
    """Resolve all names; or ask which film is meant, or say that none is known.

    A film not known is only noted where other wishes remain. A genre that is none of ours ("heist") is a
    theme, asked for or to be avoided. "kids" watching along means films fit for them.
    """
    known = Known()
    like = _like(filters, services, known)
    if isinstance(like, WhichFilm | UnknownFilm):
        return like
    wanted = wanted_kinds(filters.genres, services.catalogue)
    unwanted = unwanted_kinds(filters.exclude_genres, services.catalogue)
    refused = _refused(filters, services)
    family_safe = filters.family_safe
    if family_safe is None and _CHILDREN.search((filters.company or "").casefold()):
        family_safe = True
    asked = Constraints(
        genres=wanted.genres,
        exclude_genres=unwanted.single,
        people=known.people(filters.people, services.people),
        exclude_people=known.people(filters.exclude_people, services.people),
        min_year=filters.min_year,
        max_year=filters.max_year,
        min_runtime=filters.min_runtime,
        max_runtime=filters.max_runtime,
        languages=known.languages(filters.languages),
        family_safe=bool(family_safe),
    )
    return Wishes(
        like=like,
        constraints=relative.bounded(asked, filters.mood, like),
        family_safe=family_safe,
        keywords=tuple(dict.fromkeys((*filters.keywords, *wanted.themes))),
        avoid_keywords=unwanted.keywords,
        bearing=themes_of(services.catalogue).films(wanted.keywords) if wanted.themes else None,
        hidden=_hidden(wanted, unwanted, services.catalogue)
        | frozenset(services.catalogue.index(film.id) for film in refused),
        refused=refused,
        unknown=tuple(dict.fromkeys((*known.unknown, *wanted.unknown, *unwanted.unknown))),
    )


def _like(
    filters: FilmFilters, services: Services, known: Known
) -> tuple[Film, ...] | WhichFilm | UnknownFilm:
    films: dict[str, Film] = {}
    missing: list[UnknownFilm] = []
    for title in filters.like:
        found = find_film(title, services.titles)
        if isinstance(found, WhichFilm):
            return found
        if isinstance(found, UnknownFilm):
            missing.append(found)
        else:
            films[found.id] = found
    if missing and not films and not _asks_more(filters):
        return missing[0]
    known.unknown += [film.title for film in missing]
    return tuple(films.values())


def _refused(filters: FilmFilters, services: Services) -> tuple[Film, ...]:
    """The films refused by title, all that bear it; one that is not known cannot come anyway."""
    films: list[Film] = []
    for title in filters.exclude_films:
        found = find_film(title, services.titles)
        if isinstance(found, WhichFilm):
            films += found.choices
        elif not isinstance(found, UnknownFilm):
            films.append(found)
    return tuple(dict.fromkeys(films))


def _asks_more(filters: FilmFilters) -> bool:
    """Whether anything is asked beside being like some film."""
    said = filters.model_dump(exclude_defaults=True, exclude={"tool", "like", "count", "include_seen"})
    return bool(said)


def _hidden(wanted: Kinds, unwanted: Kinds, catalogue: Catalogue) -> frozenset[int]:
    """Films that have a genre of a blend wanted but not the whole blend, or the whole of one not wanted."""
    hidden = np.zeros(len(catalogue), np.bool_)
    if wanted.joined:
        fits = [films_of_blend(blend, catalogue) for blend in wanted.blends]
        hidden |= ~np.logical_or.reduce(fits)
    for blend in unwanted.joined:
        hidden |= films_of_blend(blend, catalogue)
    return frozenset(np.flatnonzero(hidden).tolist())
