"""Genres as asked for: kinds that join several ("rom-com"), kinds narrower than a genre, and mere themes."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from data.catalogue import Catalogue
from data.films import GENRES
from data.genres import resolve_genres
from data.names import fold
from recsys.types import BoolArray
from tools.themes import themes_of

_NARROW_NAMES = """
anime, cyberpunk, film noir, neo noir, noir, gangster, gangsters, mafia, slasher, slashers, splatter, spoof,
parody, satire, slapstick, space opera, spaghetti western, stop motion, claymation, whodunit, whodunits,
fairy tale
"""
STARTLING = frozenset({"jump scares", "jump scare", "jumpscares", "jumpscare", "jump-scares"})
"""No keyword tells which films startle: horror is what does, unless it is asked for by name."""
NARROW = frozenset(name.strip() for name in _NARROW_NAMES.split(","))
"""Names that `data.genres` takes for a genre of ours but that mean a part of it only."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """What some names of genres mean."""

    blends: tuple[tuple[str, ...], ...]
    """Each name's genres, which a film must have together: ("Comedy", "Romance") for "rom-com"."""
    themes: tuple[str, ...]
    """Names that mean a theme, or a part of a genre that a theme tells from the rest."""
    keywords: frozenset[str]
    """The catalogue's keywords for those themes."""
    unknown: tuple[str, ...]

    @property
    def genres(self) -> tuple[str, ...]:
        """All genres of the blends, without doubles."""
        return tuple(dict.fromkeys(genre for blend in self.blends for genre in blend))

    @property
    def single(self) -> tuple[str, ...]:
        """The genres that were named alone."""
        return tuple(dict.fromkeys(blend[0] for blend in self.blends if len(blend) == 1))

    @property
    def joined(self) -> tuple[tuple[str, ...], ...]:
        """The blends of several genres."""
        return tuple(dict.fromkeys(blend for blend in self.blends if len(blend) > 1))


def wanted_kinds(names: Iterable[str], catalogue: Catalogue) -> Kinds:
    """What is wanted: a narrow kind is its genre, steered by its theme."""
    return _kinds(names, catalogue, narrow_is_genre=True)


def unwanted_kinds(names: Iterable[str], catalogue: Catalogue) -> Kinds:
    """What is not wanted: of a narrow kind only the theme, for "no slashers" is not "no horror"."""
    names = ["Horror" if name.casefold() in STARTLING else name for name in names]
    return _kinds(names, catalogue, narrow_is_genre=False)


def _kinds(names: Iterable[str], catalogue: Catalogue, *, narrow_is_genre: bool) -> Kinds:
    blends, themes, unknown = [], [], []
    keywords: frozenset[str] = frozenset()
    for name in names:
        blend = resolve_genres(name)
        narrow = fold(name) in NARROW
        meant = themes_of(catalogue).meaning(name) if narrow or not blend else frozenset()
        if meant:
            themes.append(name)
            keywords |= meant
        if blend and (narrow_is_genre or not narrow):
            blends.append(blend)
        elif not meant:
            unknown.append(name)
    return Kinds(tuple(blends), tuple(themes), keywords, tuple(unknown))


def films_of_blend(blend: tuple[str, ...], catalogue: Catalogue) -> BoolArray:
    """(films,) True for films that have all these genres."""
    columns = [GENRES.index(genre) for genre in blend]
    return np.asarray(catalogue.genres[:, columns].all(axis=1))
