"""A person's films out of another service into their library: matched, joined, and what is unclear asked."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from agent.actions import Action
from data.catalogue import Catalogue
from data.films import Film
from data.names import fold, key_of_words
from data.sources.library_files import (
    LibraryFile,
    ListedFilm,
    Refused,
    Service,
    read_library_file,
)
from data.titles import TitleIndex
from memory.library import Brought, Library, LibraryRow

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a film without a date was listed: whatever the person told us themselves is newer."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """A film that may be one of several here."""

    listed: ListedFilm
    films: tuple[Film, ...]


@dataclass(slots=True)
class ImportReport:
    """What became of a file."""

    service: Service
    brought: Brought = field(default_factory=lambda: Brought(0, 0, 0))
    unclear: list[Unclear] = field(default_factory=list)
    unknown: list[ListedFilm] = field(default_factory=list)
    """Not in the catalogue."""
    refused: tuple[Refused, ...] = ()


async def import_library(
    person_id: int, name: str, raw: bytes, *, library: Library, catalogue: Catalogue, titles: TitleIndex
) -> ImportReport:
    """Bring the films of a file into a library, all in one transaction.

    Raises BadInput where the file cannot be read at all. The same file brought twice changes nothing.
    """
    file, report, rows = await asyncio.to_thread(_match, name, raw, catalogue, titles)
    report.refused = file.refused
    report.brought = await library.bring(person_id, rows)
    return report


def _match(
    name: str, raw: bytes, catalogue: Catalogue, titles: TitleIndex
) -> tuple[LibraryFile, ImportReport, list[LibraryRow]]:
    file = read_library_file(name, raw)
    report = ImportReport(file.service)
    finder = _Finder(catalogue, titles)
    rows: dict[str, LibraryRow] = {}
    unclear: dict[str, Unclear] = {}
    unknown: dict[str, ListedFilm] = {}
    for listed in file.films:
        films, sure = finder.find(listed)
        if sure:
            row = row_of(listed, films[0])
            known = rows.get(row.film_id)
            rows[row.film_id] = row.joined(known) if known else row
        elif films:
            unclear[listed.label] = Unclear(_told_most(listed, unclear.get(listed.label)), films)
        else:
            unknown[listed.label] = listed
    report.unclear, report.unknown = list(unclear.values()), list(unknown.values())
    return file, report, list(rows.values())


def row_of(listed: ListedFilm, film: Film) -> LibraryRow:
    """What a listed film says, as a row of the library."""
    at = listed.at or _LONG_AGO
    return LibraryRow(
        film_id=film.id,
        rating=listed.stars,
        rated_at=at if listed.stars else None,
        seen=listed.seen,
        seen_at=at if listed.seen else None,
        saved=listed.saved,
        saved_at=at if listed.saved else None,
        review=listed.review,
        updated_at=at,
    )


def _told_most(listed: ListedFilm, before: Unclear | None) -> ListedFilm:
    """Of two rows about the same unclear film, one with all that both say."""
    if before is None:
        return listed
    other = before.listed
    return replace(
        listed,
        stars=listed.stars or other.stars,
        seen=listed.seen or other.seen,
        saved=listed.saved and other.saved,
        review=listed.review or other.review,
    )


class _Finder:
    """The films that a row may mean."""

    def __init__(self, catalogue: Catalogue, titles: TitleIndex) -> None:
        self._by_imdb = {film.imdb_id: film for film in catalogue.films if film.imdb_id}
        self._by_tmdb = {film.tmdb_id: film for film in catalogue.films if film.tmdb_id}
        self._by_title: defaultdict[str, list[Film]] = defaultdict(list)
        for film in catalogue.films:
            for key in {_key(film.title), _key(film.original_title)} - {""}:
                self._by_title[key].append(film)
        self._titles = titles

    def find(self, listed: ListedFilm) -> tuple[tuple[Film, ...], bool]:
        """The films it may be, and whether the one found is sure: a likeness of titles is asked about."""
        if film := self._by_imdb.get(listed.imdb_id or "") or self._by_tmdb.get(listed.tmdb_id or 0):
            return (film,), True
        if not listed.title:
            return (), False
        same_title = self._by_title.get(_key(listed.title), [])
        if listed.year is None:
            films = tuple(same_title)
        else:
            # Services date a film by its festival or by its release: a year apart is the same film.
            nearest = min((abs(film.year - listed.year) for film in same_title), default=9)
            near = (film for film in same_title if abs(film.year - listed.year) == nearest)
            films = tuple(near) if nearest <= 1 else ()
        if films:
            return films, len(films) == 1
        found = self._titles.resolve(listed.title, year=listed.year)
        return ((found.film,) if found.film else found.choices), False


def _key(title: str | None) -> str:
    return key_of_words(fold(title or "").split())


def answers_of(unclear: Iterable[Unclear], limit: int) -> list[tuple[str, str, Film]]:
    """Buttons that settle the unclear ones: (code, label as listed, film), `limit` at most."""
    found: list[tuple[str, str, Film]] = []
    for one in unclear:
        for film in one.films:
            if len(found) < limit:
                found.append((_code(one.listed, film), one.listed.label, film))
    return found


def _code(listed: ListedFilm, film: Film) -> str:
    if listed.stars:
        return Action("rate", film.id, listed.stars).encode()
    return Action("save" if listed.saved else "seen", film.id).encode()
