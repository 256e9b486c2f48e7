"""Reviews out of somebody's file: CSV or parquet, with a reason for each row that cannot be used."""

import csv
import io
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from data.errors import BadInput

COLUMNS: Mapping[str, str] = {
    "review": "the text; required",
    "film": "the film's title; or",
    "imdb_id": "its IMDb id (tt0113277); or",
    "tmdb_id": "its TMDb id; one of the three is required",
    "year": "the film's year, to tell films of one title apart",
    "rating": "the author's rating, in the scale given with --scale",
    "author": "the author's name",
    "date": "when it was written, ISO 8601",
    "spoiler": "true where it gives the plot away",
    "id": "an id of the review, by which it is known when the file is read again",
}
"""What a file may have. Other columns are left alone."""

_OTHER_NAMES = {
    "text": "review", "body": "review", "content": "review", "comment": "review", "title": "film",
    "movie": "film", "name": "film", "stars": "rating", "rating10": "rating", "rating_10": "rating",
    "score": "rating", "user": "author", "username": "author", "written_at": "date", "created_at": "date",
    "watched date": "date", "imdb": "imdb_id", "tmdb": "tmdb_id", "review_id": "id", "spoilers": "spoiler",
}  # fmt: skip
_FIELD_LIMIT = 4_000_000
"""Characters of one field; longer ones are refused, not read."""

Encoding = Literal["utf-8", "windows-1252"]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One usable row."""

    number: int
    """Its line among the rows, the first is 1."""
    text: str
    film: str | None = None
    imdb_id: str | None = None
    tmdb_id: int | None = None
    year: int | None = None
    rating: float | None = None
    """As written, in the file's own scale."""
    author: str | None = None
    date: datetime | None = None
    spoiler: bool = False
    id: str | None = None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that cannot be used, and why."""

    number: int
    why: str


def read_review_file(path: Path) -> Iterator[ReviewRow | RefusedRow]:
    """The rows of a .csv, .tsv or .parquet file, in order.

    Raises BadInput, before the first row, where the file cannot be read or lacks a column that is needed.
    """
    if not path.is_file():
        raise BadInput(f"There is no file {path}.")
    rows = _parquet(path) if path.suffix.casefold() == ".parquet" else _csv(path)
    return (_row(number, row) for number, row in enumerate(rows, start=1))


def _csv(path: Path) -> Iterator[Mapping[str, Any]]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    text = text.replace("\x00", "")
    if not text.strip():
        raise BadInput(f"{path} is empty.")
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    names = _names(next(reader), path)
    return _csv_rows(reader, names)


def _csv_rows(reader: Iterator[list[str]], names: list[str]) -> Iterator[Mapping[str, Any]]:
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield {"": f"cannot be read: {error}"}
            continue
        if not values:
            continue
        if len(values) != len(names):
            yield {"": f"has {len(values)} values, the heading has {len(names)}"}
            continue
        yield dict(zip(names, values, strict=True))


def _parquet(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise BadInput(
            "Reading parquet needs the train extra: run `pip install 'cineaesthete[train]'`, or give a CSV."
        ) from error
    try:
        file = parquet.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise BadInput(f"{path} is not a parquet file that can be read.") from error
    names = _names(file.schema_arrow.names, path)
    return (
        dict(zip(names, row.values(), strict=True))
        for batch in file.iter_batches(1000)
        for row in batch.to_pylist()
    )


def _names(found: list[str], path: Path) -> list[str]:
    """Our names of the columns. Raises BadInput where one that is needed is missing."""
    lower = [name.strip().casefold() for name in found]
    names = [_OTHER_NAMES.get(name, name) if _OTHER_NAMES.get(name) not in lower else name for name in lower]
    has_film = {"film", "imdb_id", "tmdb_id"} & set(names)
    if "review" not in names or not has_film:
        lacking = "review" if "review" not in names else "film, imdb_id or tmdb_id"
        raise BadInput(
            f"{path} has no column {lacking}; it has {', '.join(found[:12]) or 'none'}. "
            f"Columns that can be read: {', '.join(COLUMNS)}."
        )
    return names


def _row(number: int, values: Mapping[str, Any]) -> ReviewRow | RefusedRow:
    if "" in values and len(values) == 1:
        return RefusedRow(number, str(values[""]))
    text = _text(values.get("review"))
    film, imdb_id = _text(values.get("film")), _text(values.get("imdb_id"))
    try:
        tmdb_id = _number(values.get("tmdb_id"), "tmdb_id")
        year = _number(values.get("year"), "year")
        rating = _number(values.get("rating"), "rating")
        date = _date(values.get("date"))
    except ValueError as error:
        return RefusedRow(number, str(error))
    if not text:
        return RefusedRow(number, "has no text")
    if not (film or imdb_id or tmdb_id):
        return RefusedRow(number, "names no film")
    return ReviewRow(
        number=number,
        text=text,
        film=film,
        imdb_id=imdb_id,
        tmdb_id=None if tmdb_id is None else int(tmdb_id),
        year=None if year is None else int(year),
        rating=rating,
        author=_text(values.get("author")),
        date=date,
        spoiler=str(values.get("spoiler") or "").strip().casefold() in ("true", "1", "yes", "y", "t"),
        id=_text(values.get("id")),
    )


def _text(value: object) -> str | None:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return str(value).strip() or None


def _number(value: object, name: str) -> float | None:
    text = _text(value)
    if text is None:
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise ValueError(f'has the {name} "{text[:40]}", which is no number') from None
    if not math.isfinite(number) or abs(number) > sys.maxsize:
        raise ValueError(f'has the {name} "{text[:40]}", which is no number')
    return number


def _date(value: object) -> datetime | None:
    if isinstance(value, datetime):
        moment = value
    else:
        text = _text(value)
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise ValueError(f'has the date "{text[:40]}"; write it as 2024-05-31') from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
