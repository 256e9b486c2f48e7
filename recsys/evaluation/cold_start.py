"""Protocol C: users never trained on reveal k liked films; all their other likes are relevant."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np
import scipy.sparse as sp

from recsys.ease import EaseConfig, fit_ease
from recsys.evaluation.bank import PARTS, BankConfig, SignalBank, Viewers
from recsys.evaluation.blending import Standardised, learn_by_level
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.knn import item_knn
from recsys.evaluation.metrics import Hits, top
from recsys.evaluation.protocol import likes
from recsys.evaluation.splits import set_aside, take
from recsys.graph_filter import GraphFilterConfig
from recsys.ials import IalsConfig
from recsys.types import BoolArray, FloatArray, IntArray

REVEALED = (1, 3, 5, 10)
REPEATS = 3
DRAWS = ("uniform", "popular")

COLD = BankConfig(
    ease=EaseConfig(reg=1000.0, dropout=0.7, nearby=4.0, span=60.0),
    ials=IalsConfig(factors=48, epochs=6, unobserved=0.2, reg=0.01),
    graph=GraphFilterConfig(rank=48, facts=0.0),
)
"""Stronger penalties than for known users: with few films known, only what is certain helps."""


def evaluate_cold_start(
    dataset: Dataset, seed: int = 42, *, progress: Callable[[str], None], config: BankConfig = COLD
) -> dict[str, Any]:
    """NDCG@10 by draw and k, as plain JSON, of the blend, of each signal and of the peers.

    Weights are learned for each k on the validation users of both draws.
    """
    aside = set_aside(dataset.ratings, seed)
    progress("fitting")
    rng = np.random.default_rng(seed)
    bank = SignalBank(dataset, aside.train, config, rng)
    liked = likes(dataset.ratings, len(dataset.films))
    train = likes(take(dataset.ratings, aside.train), len(dataset.films))
    knn = item_knn(train)
    plain = fit_ease(train, EaseConfig(reg=config.ease.reg, dropout=config.ease.dropout))

    weights = {}
    for k in REVEALED:
        progress(f"learning weights for k = {k}")
        shown = [reveal(liked[aside.validation], k, draw, bank.counts, rng) for draw in DRAWS]
        known = sp.csr_array(sp.vstack(shown))
        rest = sp.csr_array(sp.vstack([liked[aside.validation]] * len(DRAWS)) - known)
        rest.eliminate_zeros()
        standardised, _ = score(bank, known)
        one_level = np.zeros(known.shape[0], np.int32)
        weights[k] = learn_by_level(standardised, rest, one_level)[0]

    found: dict[str, Any] = {"seed": seed, "draws": {}, "weights": {}}
    for k, own in weights.items():
        found["weights"][str(k)] = dict(zip(PARTS, np.round(own, 4).tolist(), strict=True))
    for draw in DRAWS:
        found["draws"][draw] = {}
        for k in REVEALED:
            progress(f"testing k = {k}, {draw} draw")
            test = sp.csr_array(sp.vstack([liked[aside.test]] * REPEATS))
            known = reveal(test, k, draw, bank.counts, rng)
            rest = sp.csr_array(test - known)
            rest.eliminate_zeros()
            started = perf_counter()
            standardised, raw = score(bank, known)
            blended = standardised.blended(np.tile(weights[k], (known.shape[0], 1)))
            ms = 1000 * (perf_counter() - started) / known.shape[0]
            others = {name: raw[name] for name in PARTS if name != "context"}
            others |= {"item_knn": known @ knn, "ease_on_likes": known @ plain}
            figures = {name: _ndcg(scores, standardised.allowed, rest) for name, scores in others.items()}
            blend = float(Hits.of(top(blended, 10), rest).ndcg().mean())
            found["draws"][draw][str(k)] = {"blend": blend, **figures, "ms_per_user": ms}
    return found


def reveal(
    liked: sp.csr_array, k: int, draw: str, counts: FloatArray, rng: np.random.Generator
) -> sp.csr_array:
    """(users, columns) 1 at k liked films of each user, drawn uniformly or in proportion to popularity."""
    chosen = []
    for user in range(liked.shape[0]):
        own = liked.indices[liked.indptr[user] : liked.indptr[user + 1]]
        own = own[counts[own] > 0]
        odds = counts[own] / counts[own].sum() if draw == "popular" else None
        chosen.append(rng.choice(own, k, replace=False, p=odds))
    columns = np.concatenate(chosen)
    rows = np.repeat(np.arange(len(chosen)), k)
    return sp.csr_array((np.ones(len(columns), np.float32), (rows, columns)), shape=liked.shape)


def score(
    bank: SignalBank, known: sp.csr_array, hidden: sp.csr_array | None = None
) -> tuple[Standardised, dict[str, FloatArray]]:
    """Of viewers who revealed the films `known` (viewers, columns): comparable scores, and the raw ones.

    Neither those films nor the `hidden` ones are ranked.
    """
    raw = bank.score(Viewers(grades=known, feedback=known))
    allowed = np.repeat(bank.counts[None] > 0, known.shape[0], axis=0)
    allowed[known.nonzero()] = False
    if hidden is not None:
        allowed[hidden.nonzero()] = False
    return Standardised.of(raw, allowed), raw


def _ndcg(scores: FloatArray, allowed: BoolArray, rest: sp.csr_array) -> float:
    known = np.where(allowed, np.nan_to_num(scores, nan=-np.inf), -np.inf)
    ranked: IntArray = top(known, 10)
    return float(Hits.of(ranked, rest).ndcg().mean())
