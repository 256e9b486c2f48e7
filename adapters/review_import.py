"""Bringing a file of reviews in: films resolved, texts cleaned and read, all kept in one transaction."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from data.catalogue import Catalogue
from data.films import Film
from data.sources.review_files import RefusedRow, ReviewRow
from data.titles import TitleIndex
from memory.reviews import NewReview, Reviews, text_key
from recsys.reviews.reading import Reader
from recsys.reviews.text import clean

_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all reviews of a file."""

    origin: str
    licence: str
    quotable: bool
    scale: float
    """The best rating of the file's scale, for example 10; stars go to 5."""


@dataclass(slots=True)
class Report:
    """What became of the rows."""

    rows: int = 0
    added: int = 0
    known: int = 0
    films: int = 0
    refused: list[RefusedRow] = field(default_factory=list)


async def import_reviews(
    rows: Iterable[ReviewRow | RefusedRow],
    terms: Terms,
    *,
    catalogue: Catalogue,
    titles: TitleIndex,
    reader: Reader,
    reviews: Reviews,
    replace: bool = False,
    progress: Callable[[int], None],
) -> Report:
    """Keep every usable row, or none if keeping fails; the report says why others were refused.

    `replace` takes back what came from this origin before, where any row can be used.
    `progress` is told how many rows were read.
    """
    report = Report()
    taken: list[NewReview] = []
    waiting: list[tuple[ReviewRow, Film, str]] = []
    finder = _Finder(catalogue, titles)
    for row in rows:
        report.rows += 1
        found = row if isinstance(row, RefusedRow) else _usable(row, finder, terms)
        if isinstance(found, RefusedRow):
            report.refused.append(found)
        else:
            waiting.append(found)
        if len(waiting) == _AT_ONCE:
            taken += await asyncio.to_thread(_read, waiting, terms, reader)
            waiting.clear()
            progress(report.rows)
    taken += await asyncio.to_thread(_read, waiting, terms, reader)
    progress(report.rows)
    done = await reviews.add(taken, replacing=terms.origin if replace and taken else None)
    report.added, report.known = done.added, done.known
    report.films = len({review.film_id for review in taken})
    return report


class _Finder:
    """The film a row means."""

    def __init__(self, catalogue: Catalogue, titles: TitleIndex) -> None:
        self._by_imdb = {film.imdb_id: film for film in catalogue.films if film.imdb_id}
        self._by_tmdb = {film.tmdb_id: film for film in catalogue.films if film.tmdb_id}
        self._titles = titles

    def find(self, row: ReviewRow) -> Film | str:
        """The film, or why there is none. An id decides alone: a title beside it may be spelt in any way."""
        if row.imdb_id or row.tmdb_id:
            film = self._by_imdb.get(row.imdb_id or "") or self._by_tmdb.get(row.tmdb_id or 0)
            return film or f"names the film {row.imdb_id or row.tmdb_id}, which is not in the catalogue"
        resolution = self._titles.resolve(row.film or "", year=row.year)
        if resolution.film:
            return resolution.film
        if resolution.choices:
            choices = " or ".join(film.label for film in resolution.choices[:3])
            return f'names "{_short(row.film)}", which may be {choices}; add the year'
        return f'names "{_short(row.film)}", which is not in the catalogue'


def _usable(row: ReviewRow, finder: _Finder, terms: Terms) -> tuple[ReviewRow, Film, str] | RefusedRow:
    if row.rating is not None and not 0 < row.rating <= terms.scale:
        return RefusedRow(row.number, f"has the rating {row.rating:g}, the scale goes to {terms.scale:g}")
    text = clean(row.text)
    if not text:
        return RefusedRow(row.number, "has no words")
    film = finder.find(row)
    return RefusedRow(row.number, film) if isinstance(film, str) else (row, film, text)


def _read(waiting: list[tuple[ReviewRow, Film, str]], terms: Terms, reader: Reader) -> list[NewReview]:
    readings = reader.read([text for _, _, text in waiting], [film.title for _, film, _ in waiting])
    return [
        NewReview(
            film_id=film.id,
            text=text,
            origin=terms.origin,
            licence=terms.licence,
            quotable=terms.quotable,
            origin_key=f"{terms.origin}:{row.id}" if row.id else text_key(text),
            language=reading.language,
            author=row.author and clean(row.author)[:100],
            stars=None if row.rating is None else max(0.5, round(10 * row.rating / terms.scale) / 2),
            spoiler=row.spoiler,
            written_at=row.date,
            reading=reading.as_json(),
        )
        for (row, film, text), reading in zip(waiting, readings, strict=True)
    ]


def _short(text: str | None) -> str:
    return " ".join((text or "").split())[:60]
