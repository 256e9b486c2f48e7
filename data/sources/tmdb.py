"""Films of The Movies Dataset and of TMDb-5000: facts, tags and figures only. Their prose is never read."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.films import GENRES, Film
from data.sources.countries import CODES
from data.sources.tables import read_table

CAST = 5
"""Actors kept, in billing order."""

_COLUMNS = [
    *("imdb_id", "tmdb_id", "title", "original_title", "year", "genres", "runtime", "original_language"),
    *("production_countries", "director", "cast", "keywords", "poster_path", "vote_count", "vote_average"),
]
LANGUAGES: dict[str, str | None] = {"cn": "zh", "nb": "no", "sh": "hr", "xx": None}
"""TMDb's own codes where they are not ISO 639-1, or not the usual one. xx: nobody speaks."""


def read_tmdb_films(source: Path) -> list[Film]:
    """The films of `catalogue/tmdb_films.parquet` that have a title and a year, with all their tags."""
    table = read_table(source, "catalogue/tmdb_films.parquet", _COLUMNS)
    table = table[table["title"].notna() & table["year"].notna()]
    return [_film(row) for row in table.astype(object).where(table.notna(), None).to_dict("records")]


def read_facts(source: Path) -> list[Film]:
    """The films of `catalogue/facts.csv`. All have director and cast; 161 have no IMDb id."""
    table = read_table(source, "catalogue/facts.csv", dtype={"imdb_id": object})
    return [
        _film(
            {
                "title": row["title"],
                "year": row["year"],
                "genres": row["genres"].split("|"),
                "director": row["director"].split("|"),
                "cast": row["cast"].split("|"),
                "keywords": row["keywords"].split("|") if row["keywords"] else (),
                "runtime": row["runtime_min"],
                "original_language": row["language"],
                "imdb_id": row["imdb_id"],
                "tmdb_id": row["tmdb_id"],
                "vote_count": row["tmdb_vote_count"],
            }
        )
        for row in table.astype(object).where(table.notna(), None).to_dict("records")
    ]


def _film(row: dict[str, Any]) -> Film:
    language = row["original_language"]
    original = row.get("original_title")
    average = row.get("vote_average")
    return Film(
        id="",
        title=row["title"].strip(),
        year=int(row["year"]),
        original_title=original.strip() if original and original.strip() != row["title"].strip() else None,
        genres=tuple(genre for genre in _texts(row["genres"]) if genre in GENRES),
        runtime=int(row["runtime"]) if row["runtime"] else None,
        language=LANGUAGES.get(language, language),
        countries=tuple(CODES[name] for name in _texts(row.get("production_countries"))),
        directors=_texts(row["director"]),
        cast=_texts(row["cast"])[:CAST],
        keywords=_texts(row["keywords"]),
        imdb_id=row["imdb_id"],
        tmdb_id=int(row["tmdb_id"]),
        poster_path=row.get("poster_path"),
        vote_count=int(row["vote_count"] or 0),
        vote_average=float(average) if average else None,
    )


def _texts(values: Iterable[str] | None) -> tuple[str, ...]:
    """Trimmed, without empty ones and repeats, in order."""
    if values is None:
        return ()
    return tuple(dict.fromkeys(value.strip() for value in values if value and value.strip()))
