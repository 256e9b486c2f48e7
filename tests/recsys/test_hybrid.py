import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recsys.hybrid import blend, standardise

NAN = np.float32(np.nan)


def test_standardise_keeps_the_order_and_the_unknown() -> None:
    scores = np.array([[3, 1, NAN, 2, 900], [7, 7, 7, 7, 7]], np.float32)
    z, means = standardise(scores, tail=2.0)
    assert means.tolist() == pytest.approx([226.5, 7])
    assert np.isnan(z[0, 2])
    assert z[0, 1] < z[0, 3] < z[0, 0] < z[0, 4]
    assert (z[1] == 0).all()


def test_contributions_are_weighted_scores_where_all_is_known() -> None:
    z = np.array([[1, -1], [0.5, 2]], np.float32)
    got = blend(z, np.array([3, 1], np.float32), trust=0.25)
    np.testing.assert_allclose(got, [[0.75, -0.75], [0.125, 0.5]])


def test_a_signal_that_knows_nothing_gives_its_weight_away() -> None:
    z = np.array([[NAN, NAN], [0.5, 2]], np.float32)
    got = blend(z, np.array([3, 1], np.float32), trust=0.25)
    np.testing.assert_allclose(got, [[0, 0], [0.5, 2]])


def test_a_film_known_to_few_signals_is_held_back() -> None:
    z = np.array([[2, NAN], [2, 2]], np.float32)
    known, unknown = blend(z, np.array([1, 1], np.float32), trust=0.25).sum(axis=0)
    assert known == pytest.approx(2)
    assert unknown == pytest.approx(2 * (0.5 + 0.25 * 0.5))


def test_nothing_known_at_all_is_zero() -> None:
    assert not blend(np.full((2, 3), NAN), np.array([1, 1], np.float32), trust=0.5).any()


@given(
    st.lists(st.floats(-5, 5, width=32), min_size=6, max_size=6),
    st.lists(st.booleans(), min_size=6, max_size=6),
    st.lists(st.floats(0, 1, width=32), min_size=2, max_size=2),
)
def test_never_unknown_and_never_larger_than_the_largest(
    values: list[float], holes: list[bool], weights: list[float]
) -> None:
    z = np.where(holes, np.nan, values).astype(np.float32).reshape(2, 3)
    scores = blend(z, np.array(weights, np.float32), trust=0.25).sum(axis=0)
    assert np.isfinite(scores).all()
    assert np.abs(scores).max() <= np.nanmax(np.abs(z), initial=0) + 1e-4


def test_a_weight_next_to_nothing_does_no_harm() -> None:
    z = np.array([[1, NAN], [2, 2]], np.float32)
    assert np.isfinite(blend(z, np.array([1e-44, 1], np.float32), trust=0.25)).all()
    assert np.isfinite(blend(z, np.array([1, 1e-44], np.float32), trust=0.25)).all()
