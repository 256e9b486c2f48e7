"""Everything kept about a person as one zip: JSON for programs, tables for people, a page that explains."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from data.catalogue import Catalogue
from memory.library import LibraryRow

NAME = "cineaesthete-data.zip"
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""By table."""
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes what begins with these for a formula."""


def archive(kept: Rows, library: Sequence[LibraryRow], catalogue: Catalogue, readme: str) -> bytes:
    """The zip: README.txt, library.csv with titles, data.json with all, and one CSV a table."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("README.txt", readme)
        zipped.writestr("library.csv", _library(library, catalogue))
        zipped.writestr("data.json", json.dumps(kept, ensure_ascii=False, indent=1))
        for table, rows in kept.items():
            if rows:
                zipped.writestr(f"tables/{table}.csv", _table(rows))
    return out.getvalue()


def _library(rows: Sequence[LibraryRow], catalogue: Catalogue) -> str:
    lines = []
    for row in rows:
        film = catalogue.get(row.film_id)
        lines.append(
            {
                "id": row.film_id,
                "title": film.title if film else "",
                "year": film.year if film else "",
                "rating": "" if row.rating is None else f"{row.rating:g}",
                "seen": row.seen,
                "watchlist": row.saved,
                "not_for_me": row.disliked,
                "liked": row.liked,
                "review": row.review or "",
                "rated_at": row.rated_at or "",
                "seen_at": row.seen_at or "",
            }
        )
    return _table(lines) if lines else "id,title\n"


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    """CSV; what is no plain value as JSON."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float | bool):
        return str(value)
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
    return f"'{text}" if text.startswith(_RISKY) else text
