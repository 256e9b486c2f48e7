"""Whatever is asked of whom, no film shown breaks a bound or was seen, disliked or excluded for good."""

import random
from typing import Any

import pytest

from data.family import is_family_safe
from data.films import GENRES, Film
from tools.arguments import RecommendFilms, Remember
from tools.base import Caller
from tools.recommend_films import recommend_films
from tools.remember import remember
from tools.results import Picks
from tools.services import Services

WISHES = {
    "no horror, ever": lambda film: "Horror" not in film.genres,
    "I hate Adam Sandler": lambda film: "Adam Sandler" not in film.cast,
    "I can't stand zombies": lambda film: "zombie" not in film.keywords,
    "nothing before 1970": lambda film: film.year >= 1970,
    "no French films": lambda film: film.language != "fr",
}


def random_wishes(rng: random.Random, films: tuple[Film, ...]) -> dict[str, Any]:
    def some(values: list[Any], odds: float) -> list[Any]:
        return rng.sample(values, rng.randint(1, 2)) if rng.random() < odds else []

    chances: dict[str, Any] = {
        "like": some([film.id for film in films], 0.3),
        "genres": [genre for genre in some([*GENRES, "romcom", "heist"], 0.3) if genre != "Horror"],
        "exclude_genres": some([*GENRES, "romcom", "heists"], 0.3),
        "people": [
            name for name in some(sorted({n for f in films for n in f.cast}), 0.1) if "Sandler" not in name
        ],
        "keywords": some(["heist", "alien", "wedding", "paris"], 0.3),
        "mood": rng.choice([None, "tense", "older", "shorter", "lighter"]),
        "max_runtime": rng.choice([None, None, 100, 125]),
        "family_safe": rng.choice([None, None, True, False]),
        "include_seen": rng.choice([None, None, True]),
        "from_watchlist": rng.choice([None, None, None, True]),
        "count": rng.randint(1, 20),
    }
    return {name: value for name, value in chances.items() if value not in (None, [])}


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_shown_breaks_a_bound(ana: Caller, services: Services, seed: int) -> None:
    rng = random.Random(seed)
    films = services.catalogue.films
    seen, disliked, saved = (set(rng.sample([film.id for film in films], 4)) for _ in range(3))
    for film_id in seen:
        await services.library.rate(ana.person_id, film_id, rng.choice([1, 3, 5]))
    for film_id in saved - disliked:
        await services.library.save(ana.person_id, film_id)
    for film_id in disliked:
        await services.library.dislike(ana.person_id, film_id)
    lasting = rng.sample(sorted(WISHES), 3)
    for wish in lasting:
        await remember(Remember(preference=wish), ana, services)

    shown = 0
    for _ in range(60):
        asked = random_wishes(rng, films)
        found = await recommend_films(RecommendFilms(**asked), ana, services)
        assert isinstance(found, Picks)
        picked = [pick.film for pick in found.picks]
        shown += len(picked)
        assert len(picked) == len(set(picked)) <= asked["count"]
        for film in picked:
            assert film.id not in disliked | set(asked.get("like", ()))
            assert film.id not in seen - saved or asked.get("include_seen")
            assert film.id in saved - disliked or not asked.get("from_watchlist")
            assert not {name for name in asked.get("exclude_genres", ()) if name in film.genres}
            assert film.runtime is not None or "max_runtime" not in asked
            assert (film.runtime or 0) <= asked.get("max_runtime", 1000)
            assert is_family_safe(film) or not asked.get("family_safe")
            assert all(WISHES[wish](film) for wish in lasting), (asked, film)
    assert shown > 60
