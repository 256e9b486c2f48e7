"""Films and credits entered by hand as facts: `data/facts/*.csv`, lists joined by "|"."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from data.errors import BadInput
from data.films import GENRES, Film
from data.names import title_key

RECENT = "*films*.csv"
CREDITS = "credits.csv"

CERTIFICATES = ("G", "PG", "PG-13", "R", "NC-17")

T = TypeVar("T")


def read_recent(facts: Path) -> list[Film]:
    """Widely known films from 2017 on, which the data sets do not reach; one entered twice counts once.

    Raises BadInput if there are none, or naming file and line of a row that cannot be used.
    """
    files = sorted(facts.glob(RECENT))
    if not files:
        raise BadInput(
            f"There is no list of recent films in {facts}. It comes with the project: clone it again."
        )
    films: dict[tuple[str, int], Film] = {}
    for path in files:
        for film in _read(path, _film):
            films.setdefault((title_key(film.title), film.year), film)
    return list(films.values())


def read_credits(facts: Path) -> list[Film]:
    """Directors, cast and certificates of well-known films for which the public data sets have none."""
    return _read(facts / CREDITS, _credits)


def _read(path: Path, parse: Callable[[dict[str, str]], T]) -> list[T]:
    if not path.is_file():
        raise BadInput(f"There is no {path}; it comes with the project.")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        try:
            return [parse(row) for row in reader]
        except (ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
            raise BadInput(f"{path}, line {reader.line_num}: {error}.") from error


def _film(row: dict[str, str]) -> Film:
    genres = _list(row["genres"])
    if unknown := [genre for genre in genres if genre not in GENRES]:
        raise ValueError(f"unknown genre {unknown[0]!r}")
    if not row["title"].strip():
        raise ValueError("no title")
    return Film(
        id="",
        title=row["title"].strip(),
        year=int(row["year"]),
        original_title=row["original_title"].strip() or None,
        genres=genres,
        runtime=int(row["runtime"]) if row["runtime"] else None,
        language=row["language"].strip() or None,
        countries=_list(row["countries"]),
        directors=_list(row["directors"]),
        cast=_list(row["cast"])[:5],
        keywords=tuple(keyword.lower() for keyword in _list(row["keywords"])),
        certificate=_certificate(row["certificate"]),
        imdb_id=row["imdb_id"].strip() or None,
    )


def _credits(row: dict[str, str]) -> Film:
    return Film(
        id="",
        title=row["title"].strip(),
        year=int(row["year"]),
        directors=_list(row["directors"]),
        cast=_list(row["cast"])[:5],
        certificate=_certificate(row["certificate"]),
        imdb_id=row["imdb_id"],
    )


def _certificate(text: str) -> str | None:
    """NR: never rated, which says nothing."""
    certificate = text.strip()
    if certificate not in (*CERTIFICATES, "NR", ""):
        raise ValueError(f"unknown certificate {certificate!r}")
    return certificate if certificate in CERTIFICATES else None


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split("|") if part.strip()))
