"""A published split: ratings of 3 stars or more are interactions, 8:1:1 per user, all films ranked (ml-1m).

As in Lin et al., "Improving Graph Collaborative Filtering with Neighborhood-enriched Contrastive Learning"
(NCL), 2022, whose table holds LightGCN .2538 and NCL .2702 in NDCG@10. 836,478 interactions, as there.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from recsys.evaluation.bank import BankConfig, SignalBank, Viewers
from recsys.evaluation.blending import Standardised, learn_by_level, levels_of
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.metrics import Hits, top
from recsys.evaluation.protocol import LEVELS, known_by
from recsys.evaluation.splits import hold_out, take

PUBLISHED = {"lightgcn": 0.2538, "ncl": 0.2702}

LEAST_STARS = 3


def evaluate_published(
    dataset: Dataset, seed: int, *, progress: Callable[[str], None], config: BankConfig | None = None
) -> dict[str, Any]:
    """One seed, as plain JSON: NDCG@10 and Recall@10 of EASE alone and of the blend, every film relevant."""
    kept = dataset.ratings.stars >= LEAST_STARS
    part = hold_out(take(dataset.ratings, kept), seed)
    smaller = replace(dataset, ratings=take(dataset.ratings, kept), order=dataset.order[kept])
    progress(f"seed {seed}: fitting")
    bank = SignalBank(smaller, part.train, config or BankConfig(), np.random.default_rng(seed))
    train = take(smaller.ratings, part.train)
    raw = bank.score(Viewers.of(train, len(dataset.films)))
    allowed = np.repeat(bank.counts[None] > 0, train.n_users, axis=0)
    allowed[train.users, train.items] = False
    held = take(smaller.ratings, part.validation)
    levels = levels_of(known_by(train), LEVELS)
    progress(f"seed {seed}: learning weights")
    interactions = Viewers.of(held, len(dataset.films)).grades
    weights = learn_by_level(Standardised.of(raw, allowed), interactions, levels)
    allowed[held.users, held.items] = False
    relevant = Viewers.of(take(smaller.ratings, part.test), len(dataset.films)).grades
    blended = Standardised.of(raw, allowed).blended(weights[levels])
    found: dict[str, Any] = {"seed": seed, "published": PUBLISHED, "interactions": int(kept.sum())}
    for name, scores in {"ease": np.where(allowed, raw["ease"], -np.inf), "blend": blended}.items():
        hits = Hits.of(top(scores, 10), relevant)
        found[name] = {"ndcg@10": float(hits.ndcg().mean()), "recall@10": float(hits.recall().mean())}
    return found
