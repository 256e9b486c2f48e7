"""The wishes of a search one by one, as they are read on the screen: each can be taken back."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from agent.wording.wishes import companionship, enforced, felt
from agent.wording.words import Words, quoted
from data.catalogue import Catalogue
from data.genres import resolve_genres
from data.languages import resolve_language
from recsys.types import Constraints
from tools.arguments import FilmFilters

Kind = Literal[
    "like",
    "genres",
    "exclude_genres",
    "people",
    "exclude_people",
    "exclude_films",
    "keywords",
    "languages",
    "mood",
    "company",
    "years",
    "runtime",
    "family_safe",
    "from_watchlist",
    "include_seen",
]

_MOODS_APART = ", "
"""Between two moods of one request."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish of a search."""

    kind: Kind
    said: str
    """As replies word it: "no horror"."""
    raw: str
    """As it stands in the request."""

    @property
    def code(self) -> str:
        """Eight hexadecimal digits, the same whenever the same wish is meant."""
        return f"{zlib.crc32(f'{self.kind}={self.raw}'.encode()):08x}"

    @property
    def unwanted(self) -> bool:
        """It keeps something away."""
        return self.kind in ("exclude_genres", "exclude_people", "exclude_films")


def wishes_of(request: FilmFilters, words: Words, catalogue: Catalogue) -> tuple[Wish, ...]:
    """Every wish that shapes this search, in the order in which a reply names them."""
    return tuple(_wishes(request, words, catalogue))


def _wishes(request: FilmFilters, words: Words, catalogue: Catalogue) -> Iterator[Wish]:
    book = words.book
    for value in request.like:
        film = catalogue.get(value)
        yield Wish("like", book("wish.like", films=film.label if film else quoted(value, 40)), value)
    for mood in _moods(request):
        yield Wish("mood", felt(mood, words), mood)
    for value in request.keywords:
        yield Wish("keywords", quoted(value, 40), value)
    if request.company and not request.family_safe:
        yield Wish("company", companionship(request.company, words), request.company)
    for value in request.genres:
        genres = words.genres(resolve_genres(value)) or [quoted(value, 40)]
        yield Wish("genres", book("wish.genres", genres=book.join(genres)), value)
    for value in request.people:
        yield Wish("people", book("wish.with", people=quoted(value, 40)), value)
    yield from _limits(request, words)
    yield from _conditions(request, words)


def _conditions(request: FilmFilters, words: Words) -> Iterator[Wish]:
    """Languages, switches, and what is kept away."""
    book = words.book
    for value in request.languages:
        tongue = book.tongue(resolve_language(value) or value)
        yield Wish("languages", book("wish.languages", languages=tongue), value)
    for kind in ("family_safe", "from_watchlist", "include_seen"):
        if getattr(request, kind):
            key = "wish.seen" if kind == "include_seen" else f"wish.{kind}"
            yield Wish(kind, book(key), kind)
    for value in request.exclude_genres:
        genres = words.genres(resolve_genres(value)) or [quoted(value, 40)]
        yield Wish("exclude_genres", book("wish.no", genres=book.join(genres, "or")), value)
    for value in request.exclude_people:
        yield Wish("exclude_people", book("wish.without", people=quoted(value, 40)), value)
    for value in request.exclude_films:
        yield Wish("exclude_films", book("wish.without", people=quoted(value, 60)), value)


def _limits(request: FilmFilters, words: Words) -> Iterator[Wish]:
    """Both ends of a span are one wish."""
    years = Constraints(min_year=request.min_year, max_year=request.max_year)
    runtime = Constraints(min_runtime=request.min_runtime, max_runtime=request.max_runtime)
    if years != Constraints():
        (said,) = enforced(years, words)
        yield Wish("years", said, f"{request.min_year}-{request.max_year}")
    if runtime != Constraints():
        (said,) = enforced(runtime, words)
        yield Wish("runtime", said, f"{request.min_runtime}-{request.max_runtime}")


def without(request: FilmFilters, wishes: Iterable[Wish]) -> FilmFilters:
    """The search without these wishes."""
    for wish in wishes:
        update: dict[str, Any]
        match wish.kind:
            case "years":
                update = {"min_year": None, "max_year": None}
            case "runtime":
                update = {"min_runtime": None, "max_runtime": None}
            case "mood":
                left = [mood for mood in _moods(request) if mood != wish.raw]
                update = {"mood": _MOODS_APART.join(left) or None}
            case "family_safe":
                update = {"family_safe": None, "company": None}
            case "company" | "from_watchlist" | "include_seen":
                update = {wish.kind: None}
            case kind:
                update = {kind: tuple(value for value in getattr(request, kind) if value != wish.raw)}
        request = request.model_copy(update=update)
    return request


def _moods(request: FilmFilters) -> list[str]:
    return [mood for mood in (request.mood or "").split(_MOODS_APART) if mood]
