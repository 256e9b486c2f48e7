"""Whatever reviews a film has, the answer says in clear words what can be said."""

from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from data.titles import TitleIndex
from memory.database import Database
from memory.preferences import Preferences
from memory.reviews import NewReview, Reviews
from recsys.reviews.starter_figures import StarterFigures
from recsys.reviews.text import clean, decode
from tests.agent.house import build, call, decide, only_done, text_of
from tests.support.films import CATALOGUE, HEAT
from tests.support.toy_reviews import toy_reader
from tools.review_desk import ReviewDesk
from tools.summarise_reviews import summarise_reviews

ASKED = "what do people say of heat?"
SPANISH = "Una película maravillosa, con actores que están muy bien y una música que no se olvida nunca."
GERMAN = "Der Film ist wirklich langweilig und die Schauspieler sind leider auch nicht besonders gut."
WINDOWS = decode("The acting is superb and it’s wonderful to see the café again.".encode("cp1252"))[0]
MOJIBAKE = "A superb film, itâ€™s a wonderful one."
MEGABYTE = "superb and wonderful, " * 50_000

KINDS: list[tuple[str, list[str], tuple[str, ...]]] = [
    ("none", [], ("I know no reviews of **Heat (1995)** yet.",)),
    ("one", ["The acting is superb."], ("One review of **Heat (1995)**, a friendly one.", "The acting is")),
    ("all the same", ["The acting is superb."] * 40, ("One review of **Heat (1995)**",)),
    ("nothing said", ["Seen on a plane."], ("1 review of **Heat (1995)**, but none takes a side",)),
    ("other languages", [SPANISH, GERMAN], ("2 reviews", "2 reviews in other languages are not counted")),
    (
        "an old encoding",
        [WINDOWS],
        ("a friendly one", "it’s wonderful to see the café"),
    ),
    ("a broken encoding", [MOJIBAKE], ("a friendly one", "it’s a wonderful one")),
    ("signs only", ["!!! ??? …", "\u200b\u200b"], ("2 reviews of **Heat (1995)**, but none takes a side",)),
    ("a megabyte", [MEGABYTE, "The pace is awful."], ("2 reviews of **Heat (1995)**, and they are divided",)),
]


@pytest.mark.parametrize(("texts", "said"), [kind[1:] for kind in KINDS], ids=[kind[0] for kind in KINDS])
async def test_an_answer_in_clear_words(database: Database, texts: list[str], said: tuple[str, ...]) -> None:
    reviews = Reviews(database)
    await reviews.add(
        [
            NewReview(HEAT.id, clean(text), "file", "ours", quotable=True, origin_key=str(number))
            for number, text in enumerate(texts)
        ]
    )
    services: Any = SimpleNamespace(
        catalogue=CATALOGUE,
        titles=TitleIndex(CATALOGUE),
        recommender=SimpleNamespace(mean_rating=lambda _item: None),
        preferences=Preferences(database),
        review_desk=ReviewDesk(reviews, toy_reader(), StarterFigures.collect([None] * len(CATALOGUE))),
    )
    house = build(
        database,
        plans={ASKED: decide(call(tool="summarise_reviews", title="Heat"))},
        tools={"summarise_reviews": partial(summarise_reviews, services=services)},
    )
    events = await house.say(ASKED)
    text = text_of(events)
    for part in said:
        assert part in text
    assert "\u200b" not in text
    assert len(only_done(events).text) < 2000
