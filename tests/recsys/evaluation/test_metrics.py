import numpy as np
import pytest
import scipy.sparse as sp

from recsys.evaluation.metrics import Hits, gini, intra_list_diversity, novelty, paired_interval, top


def test_top_is_sorted() -> None:
    assert top(np.array([[0.1, 0.9, 0.5, -np.inf]], np.float32), 3).tolist() == [[1, 2, 0]]


def test_hits_by_hand() -> None:
    ranked = np.array([[4, 1, 2], [0, 1, 2], [0, 1, 2]], np.int32)
    relevant = sp.csr_array(np.array([[0, 1, 0, 1, 1], [0, 0, 0, 0, 1], [0, 0, 0, 0, 0]]))
    hits = Hits.of(ranked, relevant)
    ideal = 1 + 1 / np.log2(3) + 0.5
    assert hits.ndcg().tolist() == pytest.approx([(1 + 1 / np.log2(3)) / ideal, 0])
    assert hits.recall().tolist() == pytest.approx([2 / 3, 0])
    assert hits.hit_rate() == 0.5


def test_gini_from_even_to_one() -> None:
    assert gini(np.array([5, 5, 5, 5], np.int32)) == pytest.approx(0)
    assert gini(np.array([0, 0, 0, 9], np.int32)) == pytest.approx(0.75)


def test_novelty_in_bits() -> None:
    assert novelty(np.array([[0, 1]], np.int32), np.array([50, 25], np.int32), 100) == pytest.approx(1.5)


def test_diversity_of_twins_and_strangers() -> None:
    vectors = np.array([[1, 0], [2, 0], [0, 3]], np.float32)
    lists = np.array([[0, 1], [0, 2]], np.int32)
    assert intra_list_diversity(lists, vectors).tolist() == pytest.approx([0, 1])


def test_the_interval_holds_the_difference() -> None:
    rng = np.random.default_rng(0)
    base = rng.random(500)
    low, high = paired_interval(base + 0.1 + 0.01 * rng.standard_normal(500), base, rng=rng)
    assert 0.09 < low < 0.1 < high < 0.11
