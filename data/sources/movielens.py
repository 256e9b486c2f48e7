"""Which film a MovieLens number means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.films import Film
from data.names import title_key, uninvert
from data.sources.tables import read_table

_YEAR = re.compile(r"\s*\((\d{4})\)\s*$")
_OTHER_TITLE = re.compile(r"\s*\((?:a\.k\.a\. )?([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Link:
    """One film as MovieLens numbers it. Both sets share one numbering."""

    movie_id: int
    titles: tuple[str, ...]
    """As MovieLens writes them, without year; its "(a.k.a. …)" apart."""
    year: int | None
    imdb_id: str | None
    tmdb_id: int | None

    @property
    def plain_title(self) -> str:
        """The first title, its article in front."""
        return uninvert(self.titles[0])


def read_links(source: Path) -> list[Link]:
    """The films of `movielens_ids.csv` that belong to ml-1m or ml-latest-small."""
    table = read_table(source, "movielens_ids.csv", dtype={"tmdb_id": "Int64"})
    table = table[table["in_ml_1m"] | table["in_ml_latest_small"]]
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    return [link(row["movie_id"], row["title"], row["imdb_id"], row["tmdb_id"]) for row in rows]


def link(movie_id: int, title: str, imdb_id: str | None, tmdb_id: int | None) -> Link:
    """From a title as MovieLens writes it: "Seven (a.k.a. Se7en) (1995)"."""
    year = _YEAR.search(title)
    name = _YEAR.sub("", title)
    titles = []
    while other := _OTHER_TITLE.search(name):
        titles.append(other[1])
        name = name[: other.start()]
    return Link(
        int(movie_id),
        (name, *reversed(titles)),
        int(year[1]) if year else None,
        imdb_id,
        None if tmdb_id is None else int(tmdb_id),
    )


class Linker:
    """Finds the film of a link: by IMDb id, else by TMDb id, else by title and year."""

    def __init__(self, films: Sequence[Film], *, by_title_alone: bool = False) -> None:
        """`by_title_alone`: the links have no ids, so films that have one are found by title as well."""
        self._by_imdb = {film.imdb_id: index for index, film in enumerate(films) if film.imdb_id}
        self._by_tmdb = {film.tmdb_id: index for index, film in enumerate(films) if film.tmdb_id}
        self._by_title: dict[tuple[str, int], int] = {}
        for index, film in enumerate(films):
            if by_title_alone or not film.imdb_id:
                for key in _keys((film.title, film.original_title or film.title), film.year):
                    self._by_title.setdefault(key, index)

    def find(self, link: Link) -> int | None:
        """Position of the link's film among the films given, None if it is none of them.

        By title, as a rule, only films without an IMDb id are found: the others would have been found by it.
        """
        if link.imdb_id in self._by_imdb:
            return self._by_imdb[link.imdb_id]
        if link.tmdb_id in self._by_tmdb:
            return self._by_tmdb[link.tmdb_id]
        if link.year is None:
            return None
        near = (key for year in (0, -1, 1) for key in _keys(link.titles, link.year + year))
        return next((self._by_title[key] for key in near if key in self._by_title), None)


def _keys(titles: Iterable[str], year: int) -> list[tuple[str, int]]:
    return [(title_key(title), year) for title in titles]
