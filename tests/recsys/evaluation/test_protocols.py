"""The protocols end to end on two tastes, where a sound recommender must do far better than chance."""

from pathlib import Path

import numpy as np
import pytest

from data.films import GENRES, Film
from data.ratings import Ratings
from recsys.ease import EaseConfig
from recsys.evaluation.bank import BankConfig
from recsys.evaluation.cold_start import evaluate_cold_start
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.groups import RULES, evaluate_groups
from recsys.evaluation.peers import PEERS
from recsys.evaluation.plots import plot_cold_start, plot_signals
from recsys.evaluation.published import evaluate_published
from recsys.evaluation.ranking import evaluate_ranking
from recsys.evaluation.views import review_view
from recsys.graph_filter import GraphFilterConfig
from recsys.ials import IalsConfig
from recsys.reviews.figures import Figures

N_USERS, N_FILMS = 1300, 340
SMALL = BankConfig(
    ease=EaseConfig(reg=20.0, nearby=1.0),
    ials=IalsConfig(factors=4, epochs=2),
    graph=GraphFilterConfig(rank=4, facts=0.0),
)
REPORTED = {
    *("ndcg@10", "recall@10", "hit_rate@10", "coverage", "gini", "novelty_bits", "intra_list_diversity"),
    *("fit_seconds", "fit_cpu_seconds", "ms_per_user", "peak_mb"),
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """As many as set users aside twice."""
    return two_tastes(N_USERS)


def two_tastes(n_users: int) -> Dataset:
    """Each user likes 30 films of one half and dislikes two of the other."""
    rng = np.random.default_rng(0)
    half = N_FILMS // 2
    users, items, stars = [], [], []
    for user in range(n_users):
        own, other = (0, half) if user % 2 else (half, 0)
        items += [*(own + rng.choice(half, 30, replace=False)), *(other + rng.choice(half, 2, replace=False))]
        stars += [*rng.choice([4, 5], 30), 1, 2]
        users += [user] * 32
    arrays = np.array(users, np.int32), np.array(items, np.int32), np.array(stars, np.float32)
    films = tuple(
        Film(
            str(number),
            str(number),
            1990,
            genres=("Comedy" if number < half else "Horror", GENRES[number % 5]),
        )
        for number in range(N_FILMS)
    )
    order = np.tile(np.arange(1, 33), n_users).astype(np.int32)
    return Dataset(Ratings(*arrays, n_users=n_users), order, films)


def test_ranking(tmp_path: Path) -> None:
    praise = [Figures(9, 9, 0) if number % 2 else None for number in range(N_FILMS)]
    views = {"reviews": review_view(praise)}
    found = evaluate_ranking(two_tastes(300), 42, progress=lambda _: None, config=SMALL, views=views)
    assert found["blend"]["ndcg@10"] > 1.5 * found["signals"]["popularity"]["ndcg@10"]
    assert found["blend_less_ease_95"][0] < found["blend_less_ease_95"][1]
    assert found["signals"]["context"]["ndcg@10"] is None
    plot_signals([found], tmp_path / "signals.svg")
    assert "seed 42" in (tmp_path / "signals.svg").read_text()
    assert {"seed", "signals", "peers", "seed_preset", "blend", "blend_less_ease_95"} <= found.keys()
    for peer in PEERS:
        assert found["peers"][peer]["ndcg@10"] > 0 or found["peers"][peer]["why"]
    everything = [found["blend"], found["seed_preset"], *found["peers"].values(), *found["signals"].values()]
    assert all(each.keys() >= REPORTED for each in everything if each["ndcg@10"] is not None)
    low, high = found["views"]["reviews"]["gain_95"]
    assert low <= 0 <= high
    assert found["diversity"]["by_mmr"].keys() == found["diversity"]["by_relevance"].keys()


def test_cold_start(dataset: Dataset, tmp_path: Path) -> None:
    found = evaluate_cold_start(dataset, progress=lambda _: None, config=SMALL)
    for draw in found["draws"].values():
        assert list(draw) == ["1", "3", "5", "10"]
        assert draw["3"]["blend"] > 1.3 * draw["3"]["popularity"]
    plot_cold_start(found, tmp_path / "curves.png")
    assert (tmp_path / "curves.png").read_bytes().startswith(b"\x89PNG")


def test_groups(dataset: Dataset) -> None:
    """People of two tastes: who looks at the least happy serves them better than who looks at the mean."""
    found = evaluate_groups(dataset, progress=lambda _: None, config=SMALL, n_groups=6)
    assert list(found["sizes"]) == ["2", "3", "4", "5", "6", "7", "8"]
    for figures in [*found["sizes"].values(), found["all"]]:
        assert all(figures[name]["least_happy"] <= figures[name]["mean"] for name in RULES)
    assert found["all"]["average_fair"]["least_happy"] >= found["all"]["average"]["least_happy"]
    assert found["all"]["average"]["mean"] > found["all"]["most_popular"]["mean"]


def test_published(dataset: Dataset) -> None:
    found = evaluate_published(dataset, 42, progress=lambda _: None, config=SMALL)
    assert found["interactions"] == 30 * N_USERS
    assert 0 < found["blend"]["ndcg@10"] <= 1
