import pytest

from adapters.messaging.facts import facts
from adapters.messaging.said import Sentences
from agent.events import FilmCard
from tests.support.films import HEAT


@pytest.mark.parametrize(
    ("card", "stars"),
    [
        (FilmCard(HEAT, predicted_rating=4.26, for_them=True), "★ 4.3 for you"),
        (FilmCard(HEAT, predicted_rating=4.26), "★ 4.3 from audiences"),
        (FilmCard(HEAT, predicted_rating=4.26, rating=2.5), "you gave it ★ 2.5"),
        (FilmCard(HEAT), "Crime, Drama, Thriller"),
    ],
)
def test_it_is_said_whose_stars_they_are(card: FilmCard, stars: str) -> None:
    assert facts(card, Sentences.shared("en"))[-1] == stars
