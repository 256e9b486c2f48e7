"""A library in the formats of other services, so that it can be taken there, and back."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from data.catalogue import Catalogue
from data.films import Film
from data.sources.library_files import Service
from memory.library import LibraryRow

Entry = tuple[Film, LibraryRow]


def export_library(service: Service, rows: Iterable[LibraryRow], catalogue: Catalogue) -> tuple[str, bytes]:
    """A file's name and content. Films that have left the catalogue are left out.

    IMDb and MovieLens know only ratings; Letterboxd's zip holds what was seen, saved and written as well.
    """
    entries = [(film, row) for row in rows if (film := catalogue.get(row.film_id))]
    match service:
        case "letterboxd":
            return "letterboxd.zip", _letterboxd(entries)
        case "imdb":
            return "imdb-ratings.csv", _imdb(entries)
        case "movielens":
            return "movielens-ratings.csv", _movielens(entries)


def _letterboxd(entries: Sequence[Entry]) -> bytes:
    head = ("Date", "Name", "Year", "Letterboxd URI")
    tables = {
        "watched.csv": _table(head, (_listed(film, row.seen_at) for film, row in entries if row.seen)),
        "watchlist.csv": _table(head, (_listed(film, row.saved_at) for film, row in entries if row.saved)),
        "ratings.csv": _table(
            (*head, "Rating"),
            ((*_listed(film, row.rated_at), f"{row.rating:g}") for film, row in entries if row.rating),
        ),
        "reviews.csv": _table(
            (*head, "Rating", "Review"),
            (
                (*_listed(film, row.seen_at), f"{row.rating:g}" if row.rating else "", row.review)
                for film, row in entries
                if row.review
            ),
        ),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            archive.writestr(name, table)
    return packed.getvalue()


def _listed(film: Film, at: datetime | None) -> tuple[str, str, str, str]:
    return _day(at), film.title, str(film.year), ""


def _imdb(entries: Sequence[Entry]) -> bytes:
    head = ("Const", "Your Rating", "Date Rated", "Title", "Title Type", "Year", "Directors")
    rows = (
        (
            film.imdb_id or "",
            f"{round(row.rating * 2)}",
            _day(row.rated_at),
            film.title,
            "Movie",
            str(film.year),
            ", ".join(film.directors),
        )
        for film, row in entries
        if row.rating
    )
    return _table(head, rows)


def _movielens(entries: Sequence[Entry]) -> bytes:
    head = ("movie_id", "imdb_id", "tmdb_id", "rating", "title")
    rows = (
        ("", film.imdb_id or "", str(film.tmdb_id or ""), f"{row.rating:g}", film.label)
        for film, row in entries
        if row.rating
    )
    return _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str | None]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()


def _day(at: datetime | None) -> str:
    return at.date().isoformat() if at else ""
