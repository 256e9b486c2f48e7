"""A person's films out of another service: Letterboxd's zip or its tables, IMDb's and MovieLens' ratings."""

import csv
import io
import math
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Literal

from data.errors import BadInput
from data.sources.archives import UNREADABLE_IN_MEMORY

Service = Literal["letterboxd", "imdb", "movielens"]
Row = Mapping[str, str]

BYTES_AT_MOST = 10 * 2**20
"""Size of a file that is taken."""
_UNPACKED_AT_MOST = 50 * 2**20
_MEMBERS_AT_MOST = 2000
"""Letterboxd's zip holds a table for each list that a member ever made."""
_ROWS_AT_MOST = 50_000
"""Nobody has seen as many films; a whole data set has more."""
_FIELD_AT_MOST = 200_000

_LETTERBOXD_TABLES = ("watched.csv", "ratings.csv", "diary.csv", "reviews.csv", "watchlist.csv")
_MOVIELENS_TABLES = ("ratings.csv", "links.csv", "movies.csv")
_NO_FILM = ("series", "episode", "game", "podcast", "music")
"""Words in IMDb's "Title Type" of what is no film."""


@dataclass(frozen=True, slots=True)
class ListedFilm:
    """One row: a film as the other service names it, and what the person did with it."""

    table: str
    line: int
    """Among the table's rows, the first is 1."""
    title: str | None = None
    year: int | None = None
    imdb_id: str | None = None
    tmdb_id: int | None = None
    stars: float | None = None
    """0.5 to 5."""
    seen: bool = False
    saved: bool = False
    review: str | None = None
    at: datetime | None = None
    """When, as far as the service says."""

    @property
    def label(self) -> str:
        """The film in words."""
        title = self.title or self.imdb_id or f"TMDb {self.tmdb_id}"
        return f"{title} ({self.year})" if self.year else title


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be used, and why."""

    table: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """What a file holds."""

    service: Service
    films: tuple[ListedFilm, ...]
    refused: tuple[Refused, ...]


def read_library_file(name: str, raw: bytes) -> LibraryFile:
    """Read a file by what is in it; `name` tells a watchlist from films watched.

    Raises BadInput where it is too large, damaged, or none of the tables known.
    """
    if len(raw) > BYTES_AT_MOST:
        raise BadInput(
            f"{name} has {len(raw) / 2**20:.0f} MB; I take up to {BYTES_AT_MOST // 2**20} MB. "
            "Send only the export of your own films."
        )
    tables = dict(_unpacked(name, raw)) if raw.startswith(b"PK") else {_base(name): raw}
    rows = {table: listed for table, content in tables.items() if (listed := _table(table, content))}
    if not rows:
        raise BadInput(f"{name} holds no films.")
    service = _service(name, rows)
    found: list[ListedFilm | Refused] = []
    links = _movielens_films(rows) if service == "movielens" else {}
    for table, listed in rows.items():
        if service == "movielens" and "rating" not in listed[0]:
            continue
        for line, row in enumerate(listed, start=1):
            try:
                found.append(_film(service, table, line, row, links))
            except ValueError as error:
                found.append(Refused(table, line, str(error)))
    films = tuple(film for film in found if isinstance(film, ListedFilm))
    return LibraryFile(service, films, tuple(film for film in found if isinstance(film, Refused)))


def _unpacked(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The tables of a zip that are ours to read, none larger than it may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            if len(members) > _MEMBERS_AT_MOST:
                raise BadInput(
                    f"{name} holds {len(members):,} files; that is no export of one person's films."
                )
            left = _UNPACKED_AT_MOST
            for member in members:
                path = PurePosixPath(member.filename)
                # Letterboxd keeps lists, likes and deleted entries in folders; MovieLens all in one folder.
                folder_of_tables = len(path.parts) == 1 or (
                    len(path.parts) == 2 and path.parts[0][:3] == "ml-"
                )
                if not folder_of_tables or path.name not in {*_LETTERBOXD_TABLES, *_MOVIELENS_TABLES}:
                    continue
                with archive.open(member) as file:
                    content = file.read(left + 1)  # what the archive says of sizes need not be true
                left -= len(content)
                if left < 0:
                    raise BadInput(f"{name} unpacks to more than {_UNPACKED_AT_MOST // 2**20} MB; I left it.")
                yield path.name, content
    except UNREADABLE_IN_MEMORY as error:
        raise BadInput(f"{name} is a damaged or locked zip; export it again.") from error


def _table(table: str, content: bytes) -> list[Row]:
    """The rows of a table by the folded names of its columns."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    csv.field_size_limit(_FIELD_AT_MOST)
    reader = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""))
    rows: list[Row] = []
    try:
        head = [name.strip().casefold() for name in next(reader, [])]
        for number, values in enumerate(reader):
            if number == _ROWS_AT_MOST:  # empty rows count: millions of them take their time as well
                raise BadInput(
                    f"{table} has more than {_ROWS_AT_MOST:,} rows; send only the films of one person."
                )
            if any(value.strip() for value in values):
                rows.append(dict(zip(head, (value.strip() for value in values), strict=False)))
    except csv.Error as error:
        raise BadInput(f"{table} cannot be read as a table ({error}); export it again.") from error
    return rows


def _service(name: str, rows: Mapping[str, list[Row]]) -> Service:
    heads = [set(listed[0]) for listed in rows.values()]
    if any({"name", "letterboxd uri"} <= head for head in heads):
        return "letterboxd"
    if any("const" in head for head in heads):
        return "imdb"
    if any({"movie_id", "movieid"} & head and "rating" in head for head in heads):
        return "movielens"
    columns = ", ".join(sorted(heads[0])[:8])
    raise BadInput(
        f"{name} has none of the columns I know (it has: {columns}). Send Letterboxd's export (zip or csv), "
        "IMDb's ratings csv or MovieLens' ratings csv, with their first line."
    )


def _film(
    service: Service, table: str, line: int, row: Row, links: Mapping[str, Mapping[str, str]]
) -> ListedFilm:
    """One row as a film. Raises ValueError with the reason where it cannot be used."""
    match service:
        case "letterboxd":
            return _letterboxd(table, line, row)
        case "imdb":
            return _imdb(table, line, row)
        case "movielens":
            return _movielens(table, line, row, links)


def _letterboxd(table: str, line: int, row: Row) -> ListedFilm:
    if not row.get("name"):
        raise ValueError("names no film")
    saved = "watchlist" in table.casefold()
    return ListedFilm(
        table,
        line,
        title=row["name"],
        year=_whole(row.get("year")),
        stars=_stars(row.get("rating"), scale=5),
        seen=not saved,
        saved=saved,
        review=row.get("review") or None,
        at=_date(row.get("watched date") or row.get("date")),
    )


def _imdb(table: str, line: int, row: Row) -> ListedFilm:
    kind = row.get("title type", "").casefold()
    if any(word in kind for word in _NO_FILM):
        raise ValueError(f"is no film but a {row['title type']}")
    imdb_id = _imdb_id(row.get("const"))
    if not (imdb_id or row.get("title")):
        raise ValueError("names no film")
    stars = _stars(row.get("your rating"), scale=10)
    return ListedFilm(
        table,
        line,
        title=row.get("title") or None,
        year=_whole(row.get("year")),
        imdb_id=imdb_id,
        stars=stars,
        seen=stars is not None,
        saved=stars is None,
        at=_date(row.get("date rated") or row.get("created")),
    )


def _movielens(table: str, line: int, row: Row, links: Mapping[str, Mapping[str, str]]) -> ListedFilm:
    number = row.get("movie_id") or row.get("movieid") or ""
    known = {**links.get(number, {}), **row}
    title, year = _titled(known.get("title", ""))
    imdb_id = _imdb_id(known.get("imdb_id") or known.get("imdbid"))
    tmdb_id = _whole(known.get("tmdb_id") or known.get("tmdbid"))
    if not (imdb_id or tmdb_id or title):
        raise ValueError(f"has MovieLens' number {number or 'none'} only; send links.csv with it, in one zip")
    stars = _stars(row.get("rating"), scale=5)
    if stars is None:
        raise ValueError("has no rating")
    at = _moment(row.get("timestamp"))
    return ListedFilm(table, line, title, year, imdb_id, tmdb_id, stars, seen=True, at=at)


def _movielens_films(rows: Mapping[str, list[Row]]) -> dict[str, dict[str, str]]:
    """What the tables beside the ratings say of each film. Raises BadInput for ratings of many people."""
    films: dict[str, dict[str, str]] = {}
    for listed in rows.values():
        people = {row["userid"] for row in listed if row.get("userid")}
        if len(people) > 1:
            raise BadInput(f"These are the ratings of {len(people):,} people; send only your own.")
        if "rating" not in listed[0]:
            for row in listed:
                films.setdefault(row.get("movieid", ""), {}).update(row)
    return films


def _base(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name


def _stars(text: str | None, *, scale: int) -> float | None:
    if not text:
        return None
    try:
        rating = float(text.replace(",", "."))
    except ValueError:
        raise ValueError(f'has the rating "{text[:20]}", which is no number') from None
    if not 0 < rating <= scale or math.isnan(rating):
        raise ValueError(f"has the rating {text[:20]}; the scale goes to {scale}")
    return max(0.5, round(rating * 10 / scale) / 2)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 12 else None


def _imdb_id(text: str | None) -> str | None:
    """With its prefix; MovieLens writes the bare number."""
    if not text:
        return None
    digits = text.removeprefix("tt")
    return f"tt{digits:0>7}" if digits.isdecimal() and len(digits) < 12 else None


def _titled(text: str) -> tuple[str | None, int | None]:
    """MovieLens' "Heat (1995)" in its parts."""
    title, bracket, year = text.rpartition(" (")
    if bracket and year.endswith(")") and (found := _whole(year[:-1])):
        return title, found
    return text or None, None


def _date(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None  # a date written in another way is no reason to lose the film


def _moment(text: str | None) -> datetime | None:
    seconds = _whole(text)
    return datetime.fromtimestamp(seconds, UTC) if seconds and seconds < 2**32 else None
