import numpy as np
import pytest

from data.films import Film
from recsys.looks import evaluation
from recsys.looks.evaluation import PIXEL_TRUTHS, SHAPE_TRUTHS, WORD_TRUTHS
from tests.recsys.looks import pictures
from tests.recsys.looks.pictures import RGB

OBVIOUS = {
    "black and white": pictures.grey(pictures.noise()),
    "very dark": pictures.plain(10, 8, 12),
    "bright and minimal": pictures.plain(250, 250, 248),
    "mostly red": pictures.plain(205, 25, 30),
    "teal and orange": pictures.halves((20, 125, 140), (235, 125, 30)),
    "pastel": pictures.plain(245, 190, 210),
    "golden": pictures.plain(220, 165, 40),
    "icy blue": pictures.plain(160, 200, 240),
    "symmetry": pictures.mirrored(),
    "emptiness": pictures.plain(90, 100, 110),
}


@pytest.mark.parametrize("query", OBVIOUS)
def test_a_query_is_true_of_the_obvious_picture_and_not_of_all(query: str) -> None:
    shown: list[RGB] = [OBVIOUS[query], pictures.noise(5)]
    truth = evaluation.pixel_truth(query, [evaluation.pixels(picture) for picture in shown])
    assert truth.tolist() == [True, False]


def test_every_goal_of_pixels_has_its_truth() -> None:
    assert set(PIXEL_TRUTHS | SHAPE_TRUTHS) == {*OBVIOUS, "neon"}


def test_the_truth_of_words_is_the_films_own() -> None:
    films = [
        Film("a", "A", 2000, genres=("War",), keywords=("submarine",)),
        Film("b", "B", 2000, keywords=("relationship", "spaceship earth")),
        None,
    ]
    assert evaluation.word_truth("war", films).tolist() == [True, False, False]
    assert evaluation.word_truth("sea", films).tolist() == [True, False, False]  # a relationship is no ship
    assert evaluation.word_truth("space", films).tolist() == [False, True, False]
    assert set(WORD_TRUTHS) >= {"space", "sea", "snow", "desert", "animation", "western", "war"}


def test_precision_and_lift() -> None:
    truth = np.array([True, False, True, False] + [False] * 16)
    best = evaluation.outcome("q", "phrase", -np.arange(20, dtype=np.float32), truth, count=4)
    assert best.precision == 0.5
    assert best.chance == 0.1
    assert best.lift == 5
    assert evaluation.outcome("q", "p", np.zeros(3, np.float32), np.zeros(3, np.bool_)).lift is None


def test_a_histogram_says_nothing_of_places() -> None:
    picture = pictures.halves((200, 30, 30), (30, 30, 200))
    assert evaluation.histogram(picture) == pytest.approx(evaluation.histogram(picture[:, ::-1]))
