import numpy as np
import pytest

from recsys.evidence import TASTE_BESIDE_EXAMPLES, feedback, gather
from recsys.types import Request, Taste


def test_feedback_grows_with_the_stars_and_changes_sign() -> None:
    stars = np.arange(1, 11, dtype=np.float32) / 2
    values = feedback(stars)
    assert (np.diff(values) > 0).all()
    assert values[0] < 0 < values[-1] == 1


def test_examples_come_first_and_dominate() -> None:
    taste = Taste(np.array([7, 8, 9], np.int32), np.array([5, 5, 5], np.float32))
    proof = gather(Request(taste, like=(3, 8, 3)))
    assert proof.items.tolist() == [3, 8, 7, 9]
    assert proof.named == 2
    assert proof.weights[:2].tolist() == [1, 1]
    assert proof.weights[2:].sum() == pytest.approx(TASTE_BESIDE_EXAMPLES)


def test_nothing_told() -> None:
    assert len(gather(Request(Taste.empty())).items) == 0
