import random

import pytest

from agent.wording.phrasebook import Phrasebook
from agent.wording.results import passage
from agent.wording.words import Words
from recsys.reviews.figures import AspectFigures, Figures
from tests.support.films import CATALOGUE, HEAT
from tools.results import ReviewQuote, ReviewSource, ReviewsSummarised

SOURCES = (ReviewSource("member", "written here", 3),)


@pytest.fixture
def words() -> Words:
    return Words(Phrasebook("en", random.Random(0)), CATALOGUE.films)


def lead(words: Words, positive: int, negative: int, *, count: int | None = None) -> str:
    counted = Figures(count or positive + negative, positive, negative)
    return passage(ReviewsSummarised(HEAT, counted, "none", sources=SOURCES), words).head


@pytest.mark.parametrize(
    ("positive", "negative", "said"),
    [
        (19, 1, "20 reviews of **Heat (1995)**, and nearly all of them are taken with it."),
        (1, 19, "20 reviews of **Heat (1995)**, and hardly anyone likes it."),
        (3, 7, "10 reviews of **Heat (1995)**: most do not like it, 30% do."),
        (5, 5, "10 reviews of **Heat (1995)**, and they are divided: 50% like it."),
        (1, 0, "One review of **Heat (1995)**, a friendly one."),
    ],
)
def test_how_they_divide(words: Words, positive: int, negative: int, said: str) -> None:
    assert lead(words, positive, negative) == said


def test_reviews_without_a_side(words: Words) -> None:
    assert "none takes a side" in lead(words, 0, 0, count=4)


def test_aspects_asked_for(words: Words) -> None:
    counted = Figures(9, 6, 3, aspects=(AspectFigures("acting", 4, 0), AspectFigures("music", 1, 1)))
    asked = ReviewsSummarised(HEAT, counted, "none", aspects=("music",), sources=SOURCES)
    assert passage(asked, words).body == ("Praised: music (1 of 2).", "Criticised: music (1 of 2).")
    silent = ReviewsSummarised(
        HEAT, counted, "none", aspects=("ending",), unknown_aspects=("vibe",), sources=SOURCES
    )
    assert passage(silent, words).body == ("Nobody says anything of the ending.",)
    assert passage(silent, words).tail == "I can't tell opinions on vibe apart."


def test_the_starters_figures_say_what_they_are(words: Words) -> None:
    said = passage(ReviewsSummarised(HEAT, Figures(30, 25, 5), "none"), words)
    assert said.tail == "These are figures only: the reviews behind them may not be shown."


def test_evidence_names_its_sources(words: Words) -> None:
    quote = ReviewQuote("It drags.", "pace", praise=False)
    shown = ReviewsSummarised(HEAT, Figures(3, 2, 1), "none", quotes=(quote,), sources=SOURCES, evidence=True)
    said = passage(shown, words)
    assert said.head == "This is what it rests on: 2 friendly and 1 unfriendly reviews."
    assert said.tail == "From members here (3; written here). What would give the plot away is left out."


def test_other_languages_are_owned_up_to(words: Words) -> None:
    counted = Figures(5, 3, 1, unread=1)
    said = passage(ReviewsSummarised(HEAT, counted, "none", sources=SOURCES), words)
    assert said.body[-1] == "1 review in another language is not counted in this."
