"""All films known, in a fixed order: look-up by id, columns as arrays, and who made what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from data.family import is_family_safe
from data.films import GENRES, Film

IntArray = NDArray[np.int32]
Array = TypeVar("Array", bound=NDArray[Any])


class Catalogue:
    """The films in fixed order; a film's index is its position. Never changes once made.

    Columns are computed when first asked for and are read-only.
    """

    def __init__(self, films: Sequence[Film]) -> None:
        self.films: tuple[Film, ...] = tuple(films)
        self._index = {film.id: position for position, film in enumerate(self.films)}
        if len(self._index) != len(self.films):
            raise ValueError("Two films of the catalogue bear the same id.")

    def __len__(self) -> int:
        return len(self.films)

    def index(self, film_id: str) -> int:
        """Position of a film. Raises KeyError for an unknown id."""
        return self._index[film_id]

    def get(self, film_id: str) -> Film | None:
        """The film of that id, None if there is none."""
        position = self._index.get(film_id)
        return None if position is None else self.films[position]

    def indices(self, film_ids: Iterable[str]) -> list[int]:
        """Positions in the order of the ids; ids not known are left out."""
        return [self._index[film_id] for film_id in film_ids if film_id in self._index]

    @cached_property
    def years(self) -> NDArray[np.int16]:
        """(films,) year of release."""
        return _frozen(np.array([film.year for film in self.films], np.int16))

    @cached_property
    def runtimes(self) -> NDArray[np.int16]:
        """(films,) minutes, 0 where unknown."""
        return _frozen(np.array([film.runtime or 0 for film in self.films], np.int16))

    @cached_property
    def genres(self) -> NDArray[np.bool_]:
        """(films, len(GENRES)) membership, columns in the order of `GENRES`."""
        column = {genre: position for position, genre in enumerate(GENRES)}
        table = np.zeros((len(self.films), len(GENRES)), np.bool_)
        for position, film in enumerate(self.films):
            for genre in film.genres:
                table[position, column[genre]] = True
        return _frozen(table)

    @cached_property
    def languages(self) -> list[str | None]:
        """ISO 639-1 by film, None where unknown."""
        return [film.language for film in self.films]

    @cached_property
    def family_safe(self) -> NDArray[np.bool_]:
        """(films,) fit for children as far as the facts show; see `data.family`."""
        return _frozen(np.array([is_family_safe(film) for film in self.films], np.bool_))

    @cached_property
    def people(self) -> Mapping[str, IntArray]:
        """Canonical name to the ascending indices of films they direct or act in."""
        films_of: defaultdict[str, list[int]] = defaultdict(list)
        for position, film in enumerate(self.films):
            for name in dict.fromkeys(film.directors + film.cast):
                films_of[name].append(position)
        return {name: _frozen(np.array(positions, np.int32)) for name, positions in films_of.items()}

    def with_person(self, name: str) -> IntArray:
        """Indices of the films that `name` (canonical spelling) directs or acts in; empty if unknown."""
        return self.people.get(name, _NO_FILMS)


def _frozen(array: Array) -> Array:
    array.flags.writeable = False
    return array


_NO_FILMS: IntArray = _frozen(np.empty(0, np.int32))
