"""One film as TMDb's API describes it, and as it is kept on this machine: bare facts, no prose.

This product uses TMDb data but is not endorsed or certified by TMDb.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from data.films import GENRES, Film
from data.sources.certificates import us_certificate
from data.sources.tmdb import CAST, LANGUAGES

PARTS = "credits,keywords,release_dates"
"""What is asked for beside a film's own facts, in the same request."""

_THEATRE_FIRST = (3, 2, 1, 4, 5, 6)
"""TMDb's kinds of release, in the order in which their certificates are believed."""


class NotAFilm(ValueError):
    """What TMDb says of a film cannot be used; the text says why, after "TMDb's film 949"."""


@dataclass(frozen=True, slots=True)
class TmdbFilm:
    """A film with what only TMDb tells."""

    film: Film
    """Its id is empty until it has a place in the store."""
    released: str
    """First release, ISO date."""
    certificates: Mapping[str, str] = field(default_factory=dict)
    """By country, ISO 3166-1 alpha-2."""
    backdrop_path: str | None = None
    """Path on TMDb's image host, beginning with a slash."""
    fetched: str = ""
    """When, ISO time in UTC."""

    def as_json(self) -> dict[str, Any]:
        """Plain JSON; `from_json` reads it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Any) -> "TmdbFilm":  # noqa: ANN401 - JSON of a file
        """What `as_json` gave. Raises ValueError, KeyError or TypeError for anything else."""
        film: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in kept["film"].items()
        }
        return cls(**{**kept, "film": Film(**film)})


def parse(told: Any, number: int, fetched: datetime) -> TmdbFilm:  # noqa: ANN401 - JSON of a service
    """From the answer to `/movie/NUMBER` with `PARTS` appended. Raises NotAFilm."""
    try:
        problem = _problem(told, number)
        if problem is None:
            return _parsed(told, fetched)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotAFilm(f"is not in the form that was expected ({error!r})") from error
    raise NotAFilm(problem)


def _problem(told: Any, number: int) -> str | None:  # noqa: ANN401
    if int(told["id"]) != number:
        return "is answered with another one"
    if told.get("adult"):
        return "is for adults alone"
    if told.get("video"):
        return "is a video and no film"
    if not str(told["title"]).strip() or not told.get("release_date"):
        return "has no title or no date of release"
    return None


def _parsed(told: Any, fetched: datetime) -> TmdbFilm:  # noqa: ANN401
    released = date.fromisoformat(told["release_date"])
    title = str(told["title"]).strip()
    certificates = _certificates(told)
    people = told.get("credits") or {}
    votes = int(told.get("vote_count") or 0)
    film = Film(
        id="",
        title=title,
        year=released.year,
        original_title=_other(told.get("original_title"), title),
        genres=tuple(name for name in _names(told.get("genres")) if name in GENRES),
        runtime=int(told.get("runtime") or 0) or None,
        language=_language(told.get("original_language")),
        countries=tuple(str(one["iso_3166_1"]) for one in told.get("production_countries") or ()),
        directors=_names(one for one in people.get("crew") or () if one.get("job") == "Director"),
        cast=_names(_billed(people.get("cast")))[:CAST],
        keywords=tuple(name.lower() for name in _names((told.get("keywords") or {}).get("keywords"))),
        certificate=us_certificate(certificates),
        imdb_id=_imdb(told.get("imdb_id")),
        tmdb_id=int(told["id"]),
        poster_path=_path(told.get("poster_path")),
        vote_count=votes,
        vote_average=float(told.get("vote_average") or 0) or None if votes else None,
    )
    backdrop = _path(told.get("backdrop_path"))
    return TmdbFilm(
        film, released.isoformat(), certificates, backdrop, fetched.isoformat(timespec="microseconds")
    )


def _certificates(told: Any) -> dict[str, str]:  # noqa: ANN401
    found = {}
    for country in (told.get("release_dates") or {}).get("results") or ():
        marked = [one for one in country["release_dates"] if str(one.get("certification") or "").strip()]
        if marked:
            best = min(marked, key=lambda one: _rank(one.get("type")))
            found[str(country["iso_3166_1"])] = str(best["certification"]).strip()
    return found


def _rank(kind: Any) -> int:  # noqa: ANN401
    return _THEATRE_FIRST.index(kind) if kind in _THEATRE_FIRST else len(_THEATRE_FIRST)


def _names(entries: Iterable[Any] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in entries or () if (name := str(one["name"]).strip())))


def _billed(cast: Iterable[Any] | None) -> list[Any]:
    return sorted(cast or (), key=lambda one: one.get("order", 999))


def _language(code: Any) -> str | None:  # noqa: ANN401
    return LANGUAGES.get(code, code) or None


def _other(original: Any, title: str) -> str | None:  # noqa: ANN401
    text = str(original or "").strip()
    return text if text and text != title else None


def _imdb(told: Any) -> str | None:  # noqa: ANN401
    text = str(told or "")
    return text if text.startswith("tt") and text[2:].isdecimal() else None


def _path(told: Any) -> str | None:  # noqa: ANN401
    text = str(told or "")
    return text if text.startswith("/") else None
