"""Random turns: every kind of wrong is seen, the same seed says the same, a real agent does no wrong."""

import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from adapters.app import App
from adapters.settings import load_settings
from agent.evaluation.dialogues import SURFACE, Stage
from agent.evaluation.random_talk import talk
from agent.evaluation.random_turns import evaluate, found_wrong
from agent.evaluation.transcript import Answered
from data.films import Film
from tests.support.films import CATALOGUE

LABELS = {film.label for film in CATALOGUE.films}
FILM = CATALOGUE.films[0]


def answered(text: str = "", *films: Film, **arguments: Any) -> Answered:
    return Answered((("recommend_films", arguments),), films, text, 1.0)


@pytest.mark.parametrize(
    ("turn", "limits", "known", "kinds"),
    [
        (answered(f"Try **{FILM.label}**.", FILM), {}, frozenset(), set()),
        (answered("Try **Zorblax Nights (2031)**."), {}, frozenset(), {"outside"}),
        (answered("", FILM, max_year=FILM.year - 1), {}, frozenset(), {"broken"}),
        (answered("", FILM, exclude_genres=[FILM.genres[0]]), {}, frozenset(), {"broken"}),
        (answered("", FILM), {"min_year": FILM.year + 1}, frozenset(), {"misheard"}),
        (answered("", FILM), {}, frozenset({FILM.id}), {"known"}),
        (answered("", FILM, include_seen=True), {}, frozenset({FILM.id}), set()),
    ],
)
def test_each_wrong_is_seen(
    turn: Answered, limits: dict[str, Any], known: frozenset[str], kinds: set[str]
) -> None:
    assert set(found_wrong(turn, limits, known, CATALOGUE, LABELS)) == kinds


def test_the_same_seed_says_the_same_and_refining_adds_to_what_was_asked() -> None:
    def said(seed: int) -> list[Any]:
        saying = talk(random.Random(seed), CATALOGUE)
        return [next(saying) for _ in range(200)]

    turns = said(1)
    assert turns == said(1) != said(2)
    refined = [
        (before, after)
        for before, after in pairwise(turns)
        if before.limits and after.limits and not after.anew
    ]
    assert refined
    assert all(before.limits.items() < after.limits.items() for before, after in refined)


async def test_a_real_agent_does_none_of_it(tmp_path: Path) -> None:
    settings = load_settings(model="none", database_url=f"sqlite+aiosqlite:///{tmp_path}/a.db", home=tmp_path)
    async with App.open(settings) as app:

        async def known(user: str) -> frozenset[str]:
            person = await app.people.resolve(SURFACE, user)
            rows = await app.library.rows(person.id)
            return frozenset(row.film_id for row in rows if row.seen or row.disliked or row.rating)

        report = await evaluate(30, 3, Stage(app.agent, known), app.catalogue)
    assert report["turns"] == 30
    assert report["films_shown"] > 20
    assert report["outside"] == report["broken"] == report["known"] == 0
