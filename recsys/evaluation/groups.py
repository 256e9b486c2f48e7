"""Films for several people: who is how happy after ten nights together, by the rule that picks the films.

People are protocol C's test users, whom no model has seen; each reveals ten of the films they like and keeps
the others back. Groups of two to eight are drawn at random from them. On each of ten nights a group watches
the film that a rule puts first among those it has not watched and nobody has revealed. A member was happy
with a night if its film is among the likes they kept back: a lower bound, as of most films nothing is known.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
import scipy.sparse as sp

from recsys import groups
from recsys.evaluation.bank import BankConfig, SignalBank
from recsys.evaluation.blending import learn_by_level
from recsys.evaluation.cold_start import COLD, reveal, score
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.metrics import paired_interval, top
from recsys.evaluation.protocol import likes
from recsys.evaluation.splits import set_aside
from recsys.types import BoolArray, DoubleArray, FloatArray

SIZES = (2, 3, 4, 5, 6, 7, 8)
GROUPS = 100
"""Of each size."""
NIGHTS = 10
REMEMBERED = 5
"""Nights that count for fairness, as many as in the product."""
REVEALED = 10

Rule = Callable[[FloatArray, FloatArray, FloatArray], FloatArray]
"""From the films' popularity (films,), utilities (people, films) and weights (people,): what comes first."""

RULES: Final[Mapping[str, Rule]] = {
    "most_popular": lambda counts, _of_people, _weights: counts,
    "average": lambda _counts, of_people, weights: groups.average(of_people, np.ones_like(weights)),
    "least_misery": lambda _counts, of_people, _weights: groups.least_misery(of_people),
    "half_and_half": lambda _counts, of_people, weights: (
        groups.average(of_people, np.ones_like(weights)) + groups.least_misery(of_people)
    ),
    "average_fair": lambda _counts, of_people, weights: groups.average(of_people, weights),
}
"""`fair`: who liked fewer of the last nights weighs more; that is what the product does."""
OURS = "average_fair"
AGAINST = ("most_popular", "average", "least_misery")
FAIRNESS = 3.0
"""How much more somebody weighs who liked none of them, as in the product."""


def evaluate_groups(
    dataset: Dataset,
    seed: int = 42,
    *,
    progress: Callable[[str], None],
    config: BankConfig = COLD,
    n_groups: int = GROUPS,
) -> dict[str, Any]:
    """Share of nights that the mean and the least happy member liked, by rule and size, as plain JSON."""
    aside = set_aside(dataset.ratings, seed)
    rng = np.random.default_rng(seed)
    liked = likes(dataset.ratings, len(dataset.films))
    progress("fitting the recommender")
    bank = SignalBank(dataset, aside.train, config, rng)
    weights = _weights(bank, liked[aside.validation], rng)
    known = reveal(liked[aside.test], REVEALED, "uniform", bank.counts, rng)
    kept_back = sp.csr_array(liked[aside.test] - known)
    kept_back.eliminate_zeros()
    progress("scoring")
    standardised, _ = score(bank, known)
    scores = standardised.blended(np.tile(weights, (known.shape[0], 1)))
    happy = np.asarray(kept_back.toarray(), np.bool_)
    alone = np.take_along_axis(happy, top(scores, NIGHTS), axis=1).mean(axis=1)

    found: dict[str, Any] = {"seed": seed, "nights": NIGHTS, "groups_of_each_size": n_groups, "sizes": {}}
    means: dict[str, list[float]] = {name: [] for name in RULES}
    leasts: dict[str, list[float]] = {name: [] for name in RULES}
    for size in SIZES:
        progress(f"groups of {size}")
        members = [rng.choice(len(happy), size, replace=False) for _ in range(n_groups)]
        at = len(means[OURS])
        for group in members:
            for name, rule in RULES.items():
                shares = _nights(rule, bank.counts, scores[group], happy[group])
                means[name].append(float(shares.mean()))
                leasts[name].append(float(shares.min()))
        found["sizes"][str(size)] = {
            "alone": round(float(alone[np.concatenate(members)].mean()), 4),
            **{name: _figures(means[name][at:], leasts[name][at:]) for name in RULES},
        }
    found["all"] = {name: _figures(means[name], leasts[name]) for name in RULES}
    for other in AGAINST:
        for kind, shares_of in (("mean", means), ("least_happy", leasts)):
            ours, theirs = np.array(shares_of[OURS]), np.array(shares_of[other])
            interval = paired_interval(ours, theirs, rng=rng)
            found[f"{kind}_less_{other}_95"] = [round(bound, 4) for bound in interval]
    return found


def _nights(rule: Rule, counts: FloatArray, scores: FloatArray, happy: BoolArray) -> DoubleArray:
    """(people,) share of the nights that each liked; `scores` (people, films) -inf where revealed."""
    allowed: BoolArray = np.all(np.isfinite(scores), axis=0)
    liked = np.zeros((NIGHTS, len(scores)), np.float64)
    for night in range(NIGHTS):
        past = liked[max(night - REMEMBERED, 0) : night]
        weights = np.asarray(
            1 + FAIRNESS * (1 - past.mean(axis=0)) if night else np.ones(len(scores)), np.float32
        )
        of_people = groups.utilities(np.where(allowed, scores, 0), allowed)
        film = int(np.argmax(np.where(allowed, rule(counts, of_people, weights), -np.inf)))
        liked[night] = happy[:, film]
        allowed[film] = False
    return np.asarray(liked.mean(axis=0))


def _figures(means: list[float], leasts: list[float]) -> dict[str, float]:
    return {"mean": round(float(np.mean(means)), 4), "least_happy": round(float(np.mean(leasts)), 4)}


def _weights(bank: SignalBank, liked: sp.csr_array, rng: np.random.Generator) -> FloatArray:
    """(signals,) of the blend where so many likes are known, learned on other people."""
    known = reveal(liked, REVEALED, "uniform", bank.counts, rng)
    rest = sp.csr_array(liked - known)
    rest.eliminate_zeros()
    standardised, _ = score(bank, known)
    return np.asarray(learn_by_level(standardised, rest, np.zeros(known.shape[0], np.int32))[0])
