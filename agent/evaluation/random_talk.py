"""Drawing what random people say: requests whose limits are known by how they were made, and talk between."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from data.catalogue import Catalogue
from data.films import Film

WELL_KNOWN = 1500
"""Films that people speak of: the most rated."""

_OPENERS: Final = (
    "{wish}", "{wish} please", "show me {wish}", "any good {wish}?", "i want {wish}", "got {wish}??",
    "we'd like {wish} tonight", "could you find {wish} 🍿", "hmm {wish} maybe", "{wish}, thx",
)  # fmt: skip
_GENRES: Final[dict[str, tuple[str, ...]]] = {
    "Comedy": ("comedies", "comedy films"), "Drama": ("dramas", "drama films"),
    "Horror": ("horror films", "horror movies"), "Thriller": ("thrillers", "thriller films"),
    "Western": ("westerns",), "War": ("war films",), "Science Fiction": ("sci-fi films", "sci-fi movies"),
    "Romance": ("romance films", "romances"), "Animation": ("animated films",), "Crime": ("crime films",),
    "Documentary": ("documentaries",), "Fantasy": ("fantasy films",), "Mystery": ("mysteries",),
}  # fmt: skip
_REFUSED: Final = {
    "Horror": "horror", "Musical": "musicals", "Romance": "romance", "Animation": "animation",
    "War": "war films", "Western": "westerns", "Comedy": "comedies", "Documentary": "documentaries",
}  # fmt: skip
_NO: Final = ("no {what}", "without {what}", "but no {what}", "nothing with {what}", "not {what}")
_LANGUAGES: Final = {"fr": "French", "es": "Spanish", "de": "German", "it": "Italian", "ja": "Japanese"}
_ASIDES: Final = (
    "hi", "thanks!", "why the first one?", "who directed {title}?", "what do people say about {title}?",
    "what's on my list", "save the second one", "tell me about {title}", "lol ok", "{noise}",
    "what do you know about me", "more like that", "surprise me", "something like {title}", "{person}?",
    "have you heard of {noise}", "a film like {noise}", "add {title} to my watchlist",
)  # fmt: skip
_NOISE: Final = ("zorblax", "qwerty", "the", "moon", "of", "vrrm", "blue", "kettle", "nineteen", "ö", "🦆")


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of a random person."""

    text: str
    limits: dict[str, Any] = field(default_factory=dict)
    """What every film of the reply must satisfy, in the words of `films.all`; empty: nothing is laid down."""
    anew: bool = False
    """It is said in a conversation of its own."""


def talk(rng: random.Random, catalogue: Catalogue) -> Iterator[Said]:
    """What one person says, without end: requests, refinements that add to them, the library, chatter."""
    known = sorted(catalogue.films, key=lambda film: -film.vote_count)[:WELL_KNOWN]
    limits: dict[str, Any] = {}
    under_way = False
    while True:
        kind = rng.random()
        if under_way and kind < 0.25 and (added := _refined(rng, limits)):
            text, more = added
            limits = {**limits, **more}
            yield Said(text, limits)
        elif kind < 0.6:
            text, limits = _request(rng, known)
            under_way = True
            yield Said(text, limits, anew=True)
        elif kind < 0.8:
            yield Said(_of_the_library(rng, rng.choice(known)))
        else:
            under_way = False  # chatter may begin another search, which drops what was asked before
            yield Said(_aside(rng, known))


def _request(rng: random.Random, known: Sequence[Film]) -> tuple[str, dict[str, Any]]:
    genre = rng.choice(list(_GENRES))
    wish, limits = rng.choice(_GENRES[genre]), {"genres_any": [genre]}
    if rng.random() < 0.15:
        code = rng.choice(list(_LANGUAGES))
        wish, limits = f"{_LANGUAGES[code]} {wish}", {**limits, "languages": [code]}
    if rng.random() < 0.1:
        film = rng.choice([film for film in known if film.cast])
        wish, limits = f"{wish} with {film.cast[0]}", {**limits, "people_any": [film.cast[0]]}
    clauses = [_years, _runtime, _refusal]
    for clause in rng.sample(clauses, rng.choice((0, 1, 1, 2))):
        words, more = clause(rng, genre)
        wish, limits = f"{wish} {words}", {**limits, **more}
    return rng.choice(_OPENERS).format(wish=wish), limits


def _refined(rng: random.Random, limits: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    genre = limits["genres_any"][0]
    open_to = [
        clause
        for clause, touched in (
            (_years, ("min_year", "max_year")),
            (_runtime, ("max_runtime", "min_runtime")),
            (_refusal, ("exclude_genres",)),
        )
        if not any(name in limits for name in touched)
    ]
    if not open_to:
        return None
    words, more = rng.choice(open_to)(rng, genre)
    return rng.choice(("{}", "and {}", "{} please", "ok, {}")).format(words.removeprefix("but ")), more


def _years(rng: random.Random, _genre: str) -> tuple[str, dict[str, Any]]:
    decade = rng.randrange(1960, 2020, 10)
    low = rng.randrange(1960, 2005)
    high = low + rng.randrange(5, 20)
    return rng.choice(
        (
            (f"from the {decade}s", {"min_year": decade, "max_year": decade + 9}),
            (f"made after {low}", {"min_year": low}),
            (f"from before {high}", {"max_year": high}),
            (f"from between {low} and {high}", {"min_year": low, "max_year": high}),
        )
    )


def _runtime(rng: random.Random, _genre: str) -> tuple[str, dict[str, Any]]:
    minutes = rng.randrange(85, 150, 5)
    return rng.choice(
        (
            (f"under {minutes} minutes", {"max_runtime": minutes}),
            (f"at most {minutes} min", {"max_runtime": minutes}),
            ("under two hours", {"max_runtime": 120}),
            ("longer than 100 minutes", {"min_runtime": 100}),
        )
    )


def _refusal(rng: random.Random, genre: str) -> tuple[str, dict[str, Any]]:
    refused = rng.choice([name for name in _REFUSED if name != genre])
    return rng.choice(_NO).format(what=_REFUSED[refused]), {"exclude_genres": [refused]}


def _of_the_library(rng: random.Random, film: Film) -> str:
    said = (
        f"I've seen {film.label}", f"{film.label}: {rng.randrange(1, 11)}/10", f"{film.label} is not for me",
        f"I gave {film.label} {rng.randrange(1, 6)} stars", f"I hated {film.label}",
    )  # fmt: skip
    return rng.choice(said)


def _aside(rng: random.Random, known: Sequence[Film]) -> str:
    film = rng.choice(known)
    noise = " ".join(rng.choices(_NOISE, k=rng.randrange(1, 5)))
    person = film.directors[0] if film.directors else "Hitchcock"
    return rng.choice(_ASIDES).format(title=film.title, noise=noise, person=person)
