from pathlib import Path

import numpy as np
import pytest

from data.catalogue import Catalogue
from data.sources.catalogue import build_catalogue
from data.sources.ratings import read_ratings
from data.sources.reviews import read_review_figures


@pytest.fixture
def catalogue(source: Path, facts: Path) -> Catalogue:
    return Catalogue(build_catalogue(source, facts, lambda _: None))


def test_both_sets_together(source: Path, catalogue: Catalogue) -> None:
    ratings = read_ratings(source, catalogue)
    heat, obscure, panther = (catalogue.index(film_id) for film_id in ("tt1", "tt4", "tt9"))
    given = {
        (int(user), int(item)): float(stars)
        for user, item, stars in zip(ratings.users, ratings.items, ratings.stars, strict=True)
    }
    assert given == {
        (0, heat): 4.0,  # 5 and 3 under two numbers of one film
        (0, obscure): 2.0,
        (1, heat): 4.0,
        (2, heat): 0.5,  # another person, though also numbered 1
        (2, panther): 4.5,
    }
    assert ratings.n_users == 3  # who rated only a lost film is left out
    assert len(ratings) == 5
    assert (ratings.users.dtype, ratings.items.dtype, ratings.stars.dtype) == (np.int32, np.int32, np.float32)


def test_review_figures(source: Path, catalogue: Catalogue) -> None:
    figures = read_review_figures(source, catalogue)
    heat = catalogue.index("tt1")
    assert figures.counts[heat] == 3
    assert figures.share_positive[heat] == pytest.approx(2 / 3)
    assert figures.counts.sum() == 3
    assert np.isnan(np.delete(figures.share_positive, heat)).all()
