"""Achievements worked out from what people did: the same again gives the same, and nothing twice."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Final

from data.achievements import Achievement
from data.catalogue import Catalogue
from data.films import GENRES, Film
from memory.library import LibraryRow
from tools.services import Services

LIKED = 4.0
"""Stars from which others may be said to follow a taste."""
LOW = 2.0
COMPLETE_FROM = 5
"""Films that a director must have in the catalogue to be completed."""
LONG, SHORT = 180, 80
"""Minutes; a short film is shorter, and longer than `CLIP`."""
CLIP = 40
LITTLE_KNOWN = 200
"""Votes up to which hardly anybody knows a film."""
MORNING = 5
"""Hour at which a night is over."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """All that achievements are counted from."""

    films: Sequence[tuple[LibraryRow, Film]]
    """Their library, as far as the catalogue has the films."""
    catalogue: Catalogue
    zone: tzinfo | None = None
    """Where they live, as far as known."""
    friends: int = 0
    nights: int = 0
    """Movie nights that they took part in."""
    quiz: bool = False
    """They finished it."""
    of_friends: Sequence[LibraryRow] = field(default=())

    @property
    def seen(self) -> list[Film]:
        """The films seen."""
        return [film for row, film in self.films if row.seen]


def counted(deeds: Deeds) -> dict[str, int]:
    """Every count by its name, as `facts/achievements.toml` calls them."""
    return {name: count(deeds) for name, count in COUNTS.items()}


async def deeds_of(person_id: int, at: datetime, services: Services) -> Deeds:
    """What this person did so far. `at`: now, in their time where that is known."""
    rows = await services.library.rows(person_id)
    circle = await services.friends.circle(person_id)
    quiz = await services.quizzes.state(person_id)
    rated = {row.film_id for row in rows if (row.rating or 0) >= LIKED}
    of_friends = [
        row
        for friend in circle.friends
        if rated and friend.shares
        for row in await services.library.rows(friend.id)
    ]
    return Deeds(
        [(row, film) for row in rows if (film := services.catalogue.get(row.film_id))],
        services.catalogue,
        zone=at.tzinfo,
        friends=len(circle.friends),
        nights=await services.ballots.nights(person_id),
        quiz=quiz is not None and quiz.finished_at is not None,
        of_friends=of_friends,
    )


async def achieve(
    person_id: int, at: datetime, services: Services, *, told: bool = False
) -> tuple[Achievement, ...]:
    """Write down what they have newly achieved. `told`: the answer to this very turn says so."""
    deeds = await deeds_of(person_id, at, services)
    counts = await asyncio.to_thread(counted, deeds)
    reached = [goal for goal in services.goals if counts[goal.counts] >= goal.threshold]
    new = await services.achievements.grant(person_id, [goal.id for goal in reached], told=told)
    return tuple(goal for goal in reached if goal.id in new)


def _rated(deeds: Deeds) -> list[float]:
    return [row.rating for row, _ in deeds.films if row.rating is not None]


def _of_genre(genre: str) -> Callable[[Deeds], int]:
    return lambda deeds: sum(genre in film.genres for film in deeds.seen)


def _most(names: Iterable[str]) -> int:
    return max(Counter(names).values(), default=0)


def _completed(deeds: Deeds) -> int:
    """Directors of whom every film of the catalogue was seen."""
    seen = {film.id for film in deeds.seen}
    directors = Counter(name for film in deeds.seen for name in film.directors)
    complete = 0
    for name, count in directors.items():
        if count >= COMPLETE_FROM:
            films = (deeds.catalogue.films[index] for index in deeds.catalogue.with_person(name))
            complete += all(film.id in seen for film in films if name in film.directors)
    return complete


def _at_night(deeds: Deeds) -> int:
    """Films rated between midnight and the morning."""
    moments = (row.rated_at for row, _ in deeds.films if row.rated_at is not None)
    return sum(moment.astimezone(deeds.zone).hour < MORNING for moment in moments)


def _followed(deeds: Deeds) -> int:
    """Times that a friend saw a film after they had liked it."""
    liked = {row.film_id: row.rated_at for row, _ in deeds.films if (row.rating or 0) >= LIKED}
    return sum(
        row.seen
        and row.seen_at is not None
        and (since := liked.get(row.film_id)) is not None
        and row.seen_at > since
        for row in deeds.of_friends
    )


COUNTS: Final[Mapping[str, Callable[[Deeds], int]]] = {
    "rated": lambda deeds: len(_rated(deeds)),
    "seen": lambda deeds: len(deeds.seen),
    "distinct_stars": lambda deeds: len(set(_rated(deeds))),
    "five_stars": lambda deeds: sum(stars == 5 for stars in _rated(deeds)),
    "low_stars": lambda deeds: sum(stars <= LOW for stars in _rated(deeds)),
    "reviewed": lambda deeds: sum(row.review is not None for row, _ in deeds.films),
    "saved": lambda deeds: sum(row.saved for row, _ in deeds.films),
    "countries": lambda deeds: len({code for film in deeds.seen for code in film.countries[:1]}),
    "languages": lambda deeds: len({film.language for film in deeds.seen if film.language}),
    "decades": lambda deeds: len({film.year // 10 for film in deeds.seen}),
    "before_1930": lambda deeds: sum(film.year < 1930 for film in deeds.seen),
    "before_1960": lambda deeds: sum(film.year < 1960 for film in deeds.seen),
    "genres": lambda deeds: len({genre for film in deeds.seen for genre in film.genres} & set(GENRES)),
    "horror": _of_genre("Horror"),
    "science_fiction": _of_genre("Science Fiction"),
    "western": _of_genre("Western"),
    "documentary": _of_genre("Documentary"),
    "animation": _of_genre("Animation"),
    "music": _of_genre("Music"),
    "long_films": lambda deeds: sum((film.runtime or 0) >= LONG for film in deeds.seen),
    "short_films": lambda deeds: sum(CLIP < (film.runtime or 0) <= SHORT for film in deeds.seen),
    "little_known": lambda deeds: sum(0 < film.vote_count <= LITTLE_KNOWN for film in deeds.seen),
    "director_films": lambda deeds: _most(name for film in deeds.seen for name in film.directors),
    "directors_completed": _completed,
    "actor_films": lambda deeds: _most(name for film in deeds.seen for name in film.cast),
    "after_midnight": _at_night,
    "quiz": lambda deeds: int(deeds.quiz),
    "friends": lambda deeds: deeds.friends,
    "nights": lambda deeds: deeds.nights,
    "followed": _followed,
}
