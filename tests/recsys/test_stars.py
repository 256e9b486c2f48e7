from pathlib import Path

import numpy as np
import pytest

from recsys.stars import StarsModel
from recsys.types import Taste
from tests.recsys import toys
from tests.recsys.scorer_suite import LOVES_COMEDIES, LOVES_WESTERNS


@pytest.fixture
def stars(models: Path) -> StarsModel:
    return StarsModel.load(models)


def test_ones_own_taste_gets_more_stars(stars: StarsModel) -> None:
    western = 4
    fan, stranger = stars.predict(LOVES_WESTERNS, western), stars.predict(LOVES_COMEDIES, western)
    assert fan is not None
    assert stranger is not None
    assert fan > stranger


def test_a_newcomer_gets_the_audiences_mean(stars: StarsModel) -> None:
    assert stars.predict(Taste.empty(), 2) == stars.mean_rating(2)


def test_nothing_supports_a_guess_on_a_film_nobody_rated(stars: StarsModel) -> None:
    assert stars.predict(LOVES_WESTERNS, toys.UNRATED) is None
    assert stars.mean_rating(toys.UNRATED) is None


def test_a_generous_viewer_is_predicted_generous_within_the_scale(stars: StarsModel) -> None:
    items = np.arange(6, dtype=np.int32)
    kind = stars.predict(Taste(items, np.full(6, 5, np.float32)), 8)
    harsh = stars.predict(Taste(items, np.full(6, 0.5, np.float32)), 8)
    assert kind is not None
    assert harsh is not None
    assert 0.5 <= harsh < kind <= 5.0
