import numpy as np
import pytest
import scipy.sparse as sp

from recsys.evaluation.blending import Standardised, learn_by_level, levels_of
from recsys.training.learn_weights import learn_weights

N_USERS, N_FILMS = 40, 320


@pytest.fixture
def world() -> tuple[Standardised, sp.csr_array]:
    """The first signal knows what is liked, the second is noise, the third speaks against it."""
    rng = np.random.default_rng(0)
    liked = np.zeros((N_USERS, N_FILMS), np.float32)
    for user in range(N_USERS):
        liked[user, rng.choice(N_FILMS, 8, replace=False)] = 1
    noise = rng.standard_normal((3, N_USERS, N_FILMS)).astype(np.float32)
    raw = {"good": noise[0] + 2 * liked, "noise": noise[1], "bad": noise[2] - 2 * liked}
    allowed = np.ones((N_USERS, N_FILMS), np.bool_)
    return Standardised.of(raw, allowed, tuple(raw)), sp.csr_array(liked)


def test_the_signal_that_knows_gets_the_weight(world: tuple[Standardised, sp.csr_array]) -> None:
    standardised, liked = world
    (weights,) = learn_by_level(standardised, liked, np.zeros(N_USERS, np.int32))
    assert weights[0] > 0.9
    assert (weights >= 0).all()
    assert weights.sum() == pytest.approx(1)


def test_a_signal_without_a_word_gets_none() -> None:
    features = np.zeros((2, 4, 2), np.float32)
    features[:, 0, 0] = 1
    relevant = np.array([[1, 0, 0, 0], [1, 0, 0, 0]], np.float32)
    assert learn_weights(features, relevant)[1] == 0


def test_what_may_not_be_shown_is_never_ranked(world: tuple[Standardised, sp.csr_array]) -> None:
    standardised, _ = world
    hidden = Standardised(standardised.scores, standardised.allowed & (np.arange(N_FILMS) > 5))
    scores = hidden.blended(np.tile(np.array([1, 1, 1], np.float32), (N_USERS, 1)))
    assert np.isneginf(scores[:, :6]).all()
    assert np.isfinite(scores[:, 6:]).all()


def test_levels_by_how_much_is_known() -> None:
    assert levels_of(np.array([1, 5, 9, 10, 99], np.int32), (5, 10)).tolist() == [0, 1, 1, 2, 2]
