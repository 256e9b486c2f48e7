import numpy as np

from recsys.diversity import mmr

TWINS = np.array([[1, 0], [1, 0], [0, 1]], np.float32)


def test_the_best_comes_first_and_its_twin_last() -> None:
    relevance = np.array([1.0, 0.9, 0.8, 0.0], np.float32)
    assert mmr(relevance, np.vstack([TWINS, [[0, 1]]]).astype(np.float32), 3).tolist() == [0, 2, 1]


def test_relevance_alone_is_a_plain_ranking() -> None:
    assert mmr(np.array([0.1, 0.9, 0.7], np.float32), TWINS, 3, 1.0).tolist() == [1, 2, 0]


def test_never_more_than_there_are_and_none_twice() -> None:
    taken = mmr(np.array([0.5, 0.5, 0.5], np.float32), TWINS, 10)
    assert sorted(taken.tolist()) == [0, 1, 2]
    assert mmr(np.empty(0, np.float32), np.empty((0, 2), np.float32), 5).tolist() == []
