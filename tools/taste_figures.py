"""A taste in figures, beside everybody's: what a taste card is drawn from."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from data.catalogue import Catalogue
from data.films import GENRES, Film
from memory.library import LibraryRow
from recsys.recommender import Recommender
from tools import taste

FILMS_AT_LEAST = 5
"""Fewer films draw no picture."""
LOVED = 4.0
GENRES_SHOWN, PEOPLE_SHOWN, LOVED_SHOWN = 7, 5, 12
STARS = tuple(half / 2 for half in range(1, 11))


@dataclass(frozen=True, slots=True)
class Share:
    """How much of somebody's films something makes up, and of everybody's."""

    name: str
    own: float
    """0 to 1."""
    everybody: float


@dataclass(frozen=True, slots=True)
class Maker:
    """A director, by the films that somebody saw of them."""

    name: str
    films: int
    stars: float | None
    """Mean of what they gave; None where they rated none."""


@dataclass(frozen=True, slots=True)
class TasteFigures:
    """Of all their films, or those of one year."""

    year: int | None
    films: int
    rated: int
    minutes: int
    countries: int
    languages: int
    genres: tuple[Share, ...]
    """Largest own share first."""
    decades: tuple[Share, ...]
    """From the oldest to the newest, none between left out; the name is the decade's first year."""
    stars: tuple[int, ...]
    """How often each of `STARS` was given."""
    mean: float | None
    everybodys_mean: float | None
    """Of the same films; None where none has a rating that is known."""
    directors: tuple[Maker, ...]
    loved: tuple[Film, ...]
    """Best first."""
    months: tuple[int, ...] = ()
    """Of a year: films by month, January first."""


def taste_figures(
    rows: Sequence[LibraryRow], catalogue: Catalogue, recommender: Recommender, *, year: int | None = None
) -> TasteFigures | None:
    """The figures of a library; with `year` of the films seen or rated in it. None of too few films."""
    known = [(row, film) for row in rows if (film := catalogue.get(row.film_id)) and _counts(row)]
    if year is not None:
        known = [(row, film) for row, film in known if (when := _when(row)) and when.year == year]
    if len(known) < FILMS_AT_LEAST:
        return None
    films = [film for _, film in known]
    rated = [(row.rating, film) for row, film in known if row.rating is not None]
    audience = recommender.audience
    usual = [
        mean for _, film in rated if (mean := recommender.mean_rating(catalogue.index(film.id))) is not None
    ]
    loved = sorted(
        (pair for pair in known if (taste.stars(pair[0]) or 0) >= LOVED),
        key=lambda pair: -(taste.stars(pair[0]) or 0),
    )
    return TasteFigures(
        year=year,
        films=len(films),
        rated=len(rated),
        minutes=sum(film.runtime or 0 for film in films),
        countries=len({code for film in films for code in film.countries[:1]}),
        languages=len({film.language for film in films if film.language}),
        genres=_genres(films, catalogue, audience),
        decades=_decades(films, catalogue, audience),
        stars=tuple(sum(given == stars for given, _ in rated) for stars in STARS),
        mean=_mean([given for given, _ in rated]),
        everybodys_mean=_mean(usual),
        directors=_directors(known),
        loved=tuple(film for _, film in loved[:LOVED_SHOWN]),
        months=_months(known) if year is not None else (),
    )


def _counts(row: LibraryRow) -> bool:
    return row.seen or row.rating is not None or row.liked


def _when(row: LibraryRow) -> datetime | None:
    return row.seen_at or row.rated_at


def _mean(numbers: Sequence[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _genres(films: Sequence[Film], catalogue: Catalogue, audience: np.ndarray) -> tuple[Share, ...]:
    own = Counter(genre for film in films for genre in film.genres)
    everybodys = audience @ catalogue.genres / max(float(audience.sum()), 1.0)
    shares = [Share(genre, own[genre] / len(films), float(everybodys[GENRES.index(genre)])) for genre in own]
    shares.sort(key=lambda share: -share.own)
    return tuple(shares[:GENRES_SHOWN])


def _decades(films: Sequence[Film], catalogue: Catalogue, audience: np.ndarray) -> tuple[Share, ...]:
    own = Counter(film.year // 10 * 10 for film in films)
    everybodys = np.bincount(catalogue.years // 10, weights=audience) / max(float(audience.sum()), 1.0)
    return tuple(
        Share(
            str(decade),
            own[decade] / len(films),
            float(everybodys[decade // 10]) if decade // 10 < len(everybodys) else 0.0,
        )
        for decade in range(min(own), max(own) + 1, 10)
    )


def _directors(known: Sequence[tuple[LibraryRow, Film]]) -> tuple[Maker, ...]:
    """Those of most films; among equals, those given most stars."""
    given: defaultdict[str, list[float | None]] = defaultdict(list)
    for row, film in known:
        for name in film.directors:
            given[name].append(row.rating)
    makers = [
        Maker(name, len(stars), _mean([each for each in stars if each is not None]))
        for name, stars in given.items()
    ]
    makers.sort(key=lambda maker: (-maker.films, -(maker.stars or 0)))
    return tuple(makers[:PEOPLE_SHOWN])


def _months(known: Sequence[tuple[LibraryRow, Film]]) -> tuple[int, ...]:
    months = Counter(when.month for row, _ in known if (when := _when(row)))
    return tuple(months[month] for month in range(1, 13))
