"""Further views on the films, tried beside the six signals: alone, and by what the blend gains with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from recsys.evaluation.bank import SignalBank, Viewers
from recsys.evaluation.blending import Standardised, learn_by_level
from recsys.evaluation.cost import metered
from recsys.evaluation.metrics import Hits, paired_interval
from recsys.evaluation.protocol import Protocol
from recsys.graph_filter import GraphFilter
from recsys.reviews.figures import Figures
from recsys.types import FloatArray, IntArray

REVIEWS_PRIOR = 10.0
"""Reviews of the usual tone that a film's share of praise starts with."""

Progress = Callable[[str], None]

View = Callable[[Protocol, SignalBank, Progress], FloatArray]
"""Makes (users, columns) scores from what a seed trains on; validation may be looked at, test may not."""


@dataclass(frozen=True, slots=True)
class Learned:
    """The blend of the six signals that a view is held against."""

    protocol: Protocol
    validation: Standardised
    testing: Standardised
    levels: IntArray
    hits: Hits
    """On test."""
    on_validation: float
    """NDCG@10."""


def try_view(
    view: View, bank: SignalBank, blend: Learned, *, rng: np.random.Generator, progress: Progress
) -> dict[str, Any]:
    """Every measure of the view alone, and the gain of a blend learned with it, as plain JSON."""
    protocol = blend.protocol
    with metered() as making:
        scores = view(protocol, bank, progress)
    validation = blend.validation.beside(scores)
    liked = protocol.relevant(protocol.split.validation)
    weights = learn_by_level(validation, liked, blend.levels)
    then, _ = protocol.report(validation.blended(weights[blend.levels]), liked)
    relevant = protocol.relevant(protocol.split.test)
    blended = blend.testing.beside(scores).blended(weights[blend.levels])
    figures, hits = protocol.report(blended, relevant)
    return protocol.alone(scores, blend.testing.allowed, relevant)[0] | {
        "fit_seconds": making.seconds,
        "fit_cpu_seconds": making.cpu_seconds,
        "peak_mb": making.peak_mb,
        "weights": weights[:, -1].round(4).tolist(),
        "blend_with_it_ndcg@10": figures["ndcg@10"],
        "gain_on_validation": then["ndcg@10"] - blend.on_validation,
        "gain_95": paired_interval(hits.ndcg(), blend.hits.ndcg(), rng=rng),
    }


def review_view(figures: Sequence[Figures | None]) -> View:
    """How well reviews speak of a film: the share of praise, by column; None where there are no reviews."""
    sides = np.array([(each.positive, each.negative) if each else (0, 0) for each in figures], np.float64)
    read = sides.sum(axis=1)
    usual = float(sides[:, 0].sum()) / max(float(read.sum()), 1.0)
    share = (sides[:, 0] + REVIEWS_PRIOR * usual) / (read + REVIEWS_PRIOR)
    known = np.where(read > 0, share, np.nan).astype(np.float32)

    def view(protocol: Protocol, bank: SignalBank, progress: Progress) -> FloatArray:  # noqa: ARG001 - a view's
        return np.tile(known, (protocol.train.n_users, 1))

    return view


def network_view(seed: int) -> View:
    """LightGCN, stopped by validation; see `recsys.training.graph_network`."""

    def view(protocol: Protocol, bank: SignalBank, progress: Progress) -> FloatArray:
        from recsys.training.graph_network import GraphNetworkConfig, train_graph_network

        grades = Viewers.of(protocol.train, protocol.n_columns).grades
        allowed = protocol.allowed(testing=False)
        liked = protocol.relevant(protocol.split.validation)

        def quality(network: GraphFilter) -> float:
            return protocol.alone(network.score_rows(grades), allowed, liked)[0]["ndcg@10"]

        facts = sp.csr_array(bank.content.terms.T)
        config = GraphNetworkConfig()
        network = train_graph_network(grades, facts, config, seed=seed, quality=quality, progress=progress)
        return network.score_rows(grades)

    return view
