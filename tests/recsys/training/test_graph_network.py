"""The network on two tastes: trained, exported as arrays, and folding in a viewer it never saw."""

import numpy as np
import pytest
import scipy.sparse as sp

pytest.importorskip("torch_geometric", reason="training needs the train extra")

from recsys.graph_filter import GraphFilter
from recsys.training.graph_network import GraphNetworkConfig, train_graph_network

N_USERS, N_FILMS, HALF = 60, 20, 10
SMALL = GraphNetworkConfig(dims=8, steps=40, check=10, rate=0.1, patience=2)


@pytest.fixture(scope="module")
def ratings() -> sp.csr_array:
    """Each viewer rates six films of one half."""
    rng = np.random.default_rng(0)
    table = np.zeros((N_USERS, N_FILMS), np.float32)
    for user in range(N_USERS):
        table[user, (user % 2) * HALF + rng.choice(HALF, 6, replace=False)] = 1
    return sp.csr_array(table)


@pytest.fixture(scope="module")
def facts() -> sp.csr_array:
    """One term a half."""
    table = np.zeros((2, N_FILMS), np.float32)
    table[0, :HALF] = table[1, HALF:] = 1
    return sp.csr_array(table)


def lead(network: GraphFilter) -> float:
    """How far a viewer of three films of the first half prefers the other films of that half."""
    viewer = np.zeros((1, N_FILMS), np.float32)
    viewer[0, :3] = 1
    scores = network.score_rows(sp.csr_array(viewer))[0]
    return float(scores[3:HALF].min() - scores[HALF:].max())


def test_a_viewer_never_seen_is_folded_in(ratings: sp.csr_array, facts: sp.csr_array) -> None:
    told: list[str] = []
    network = train_graph_network(ratings, facts, SMALL, seed=1, quality=lead, progress=told.append)
    assert lead(network) > 0
    assert told[0].startswith("graph network: step 10, ")
    assert network.inward.shape == network.outward.shape == (N_FILMS, SMALL.dims)


def test_training_ends_without_gain_and_keeps_the_best(ratings: sp.csr_array, facts: sp.csr_array) -> None:
    looks = iter([0.1, 0.3, 0.2, 0.2, 0.9])
    seen: list[GraphFilter] = []

    def quality(network: GraphFilter) -> float:
        seen.append(network)
        return next(looks)

    best = train_graph_network(ratings, facts, SMALL, seed=1, quality=quality, progress=lambda _: None)
    assert len(seen) == 4
    assert best is seen[1]


def test_the_same_seed_gives_the_same_network(ratings: sp.csr_array, facts: sp.csr_array) -> None:
    first, again = (
        train_graph_network(ratings, facts, SMALL, seed=3, quality=lead, progress=lambda _: None)
        for _ in range(2)
    )
    np.testing.assert_allclose(first.inward, again.inward, rtol=1e-4, atol=1e-6)
