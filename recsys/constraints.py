"""What every film shown must satisfy, held in code whatever any model says."""

from dataclasses import fields, replace

import numpy as np

from data.catalogue import Catalogue
from data.films import GENRES
from recsys.types import BoolArray, Constraints, IntArray

_NAMES = {genre.casefold(): column for column, genre in enumerate(GENRES)}


def allowed(constraints: Constraints, catalogue: Catalogue) -> BoolArray:
    """(films,) True for films that satisfy all constraints. A film of unknown runtime fails a bound on it."""
    ok = _within(constraints, catalogue)
    if constraints.genres:
        ok &= _of_genres(constraints.genres, catalogue)
    if constraints.people:
        ok &= _with_people(constraints.people, catalogue)
    ok &= ~_of_genres(constraints.exclude_genres, catalogue)
    ok &= ~_with_people(constraints.exclude_people, catalogue)
    if constraints.languages:
        wanted = frozenset(constraints.languages)
        ok &= np.fromiter((language in wanted for language in catalogue.languages), np.bool_, len(ok))
    if constraints.family_safe:
        ok &= catalogue.family_safe
    ok[_places(constraints.exclude_items)] = False
    if constraints.only_items is not None:
        only = np.zeros(len(ok), np.bool_)
        only[_places(constraints.only_items)] = True
        ok &= only
    return ok


def blocking(constraints: Constraints, catalogue: Catalogue) -> tuple[str, ...]:
    """Names of the constraints whose removal alone would find films, the one that frees most first.

    Empty where films are found as it is.
    """
    if allowed(constraints, catalogue).any():
        return ()
    none = Constraints()
    freed = {}
    for field in fields(Constraints):
        if getattr(constraints, field.name) != getattr(none, field.name):
            without = replace(constraints, **{field.name: getattr(none, field.name)})
            freed[field.name] = int(allowed(without, catalogue).sum())
    helpful = [name for name, count in freed.items() if count]
    return tuple(sorted(helpful, key=lambda name: -freed[name]))


def _within(constraints: Constraints, catalogue: Catalogue) -> BoolArray:
    """(films,) inside the bounds on year and runtime."""
    years, runtimes = catalogue.years, catalogue.runtimes
    ok = np.ones(len(catalogue), np.bool_)
    if constraints.min_year is not None:
        ok &= years >= constraints.min_year
    if constraints.max_year is not None:
        ok &= years <= constraints.max_year
    if constraints.min_runtime is not None:
        ok &= (runtimes > 0) & (runtimes >= constraints.min_runtime)
    if constraints.max_runtime is not None:
        ok &= (runtimes > 0) & (runtimes <= constraints.max_runtime)
    return ok


def _of_genres(names: tuple[str, ...], catalogue: Catalogue) -> BoolArray:
    columns = [_NAMES[name.casefold()] for name in names if name.casefold() in _NAMES]
    return np.asarray(catalogue.genres[:, columns].any(axis=1))


def _with_people(names: tuple[str, ...], catalogue: Catalogue) -> BoolArray:
    mask = np.zeros(len(catalogue), np.bool_)
    for name in names:
        mask[catalogue.with_person(name)] = True
    return mask


def _places(items: frozenset[int]) -> IntArray:
    return np.fromiter(items, np.int32, len(items))
