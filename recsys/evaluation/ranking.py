"""Protocol A: rank all films that a user has not rated; their likes held out are relevant."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

import numpy as np
import scipy.sparse as sp

from data.films import GENRES
from data.ratings import Ratings
from recsys.diversity import likeness_vectors
from recsys.evaluation.bank import COLLABORATIVE, PARTS, BankConfig, SignalBank, Viewers
from recsys.evaluation.blending import Standardised, learn_by_level, levels_of
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.diversity import evaluate_diversity
from recsys.evaluation.memory import peak_mb
from recsys.evaluation.metrics import Hits, gini, intra_list_diversity, novelty, paired_interval, top
from recsys.evaluation.splits import Split, hold_out, take
from recsys.types import SIGNALS, BoolArray, FloatArray, IntArray
from recsys.weights import SEED

K = 10
LEVELS = (36, 78, 168)
"""Least numbers of known films of the second, third and fourth activity level: about quarters of ml-1m."""


class Protocol:
    """One seed's split, the films that may be ranked, and what is relevant."""

    def __init__(self, dataset: Dataset, split: Split) -> None:
        self.dataset = dataset
        self.split = split
        self.train = take(dataset.ratings, split.train)
        self.n_columns = len(dataset.films)
        self.counts = np.bincount(self.train.items, minlength=self.n_columns).astype(np.int32)
        self.genres = genre_table(dataset)

    def allowed(self, *, testing: bool) -> BoolArray:
        """(users, columns): trained on, and not rated by the user in train or, when testing, validation."""
        ok = np.repeat(self.counts[None] > 0, self.train.n_users, axis=0)
        ok[self.train.users, self.train.items] = False
        if testing:
            held = take(self.dataset.ratings, self.split.validation)
            ok[held.users, held.items] = False
        return ok

    def relevant(self, rows: BoolArray) -> sp.csr_array:
        """(users, columns) likes among these rows."""
        return likes(take(self.dataset.ratings, rows), self.n_columns)

    def report(self, scores: FloatArray, relevant: sp.csr_array) -> tuple[dict[str, float], Hits]:
        """Every measure of the top ten lists."""
        ranked = top(scores, K)
        hits = Hits.of(ranked, relevant)
        shown = np.bincount(ranked.ravel(), minlength=self.n_columns)[self.counts > 0].astype(np.int32)
        figures = {
            "ndcg@10": float(hits.ndcg().mean()),
            "recall@10": float(hits.recall().mean()),
            "hit_rate@10": hits.hit_rate(),
            "coverage": float((shown > 0).mean()),
            "gini": gini(shown),
            "novelty_bits": novelty(ranked, self.counts, self.train.n_users),
            "intra_list_diversity": float(intra_list_diversity(ranked, self.genres).mean()),
        }
        return figures, hits


def evaluate_ranking(
    dataset: Dataset,
    seed: int,
    *,
    progress: Callable[[str], None],
    config: BankConfig | None = None,
    peers: bool = False,
) -> dict[str, Any]:
    """One seed of protocol A, as plain JSON: every signal alone, peers, the seed preset and the blend.

    Weights are learned on validation; nothing is refitted. Each signal's `ablation_95` is the paired interval
    of the blend less the blend learned without it.
    """
    protocol = Protocol(dataset, hold_out(dataset.ratings, seed))
    progress(f"seed {seed}: fitting")
    started = perf_counter()
    bank = SignalBank(dataset, protocol.split.train, config or BankConfig(), np.random.default_rng(seed))
    fit_seconds, fit_peak_mb = perf_counter() - started, peak_mb()
    progress(f"seed {seed}: scoring")
    started = perf_counter()
    raw = bank.score(Viewers.of(protocol.train, protocol.n_columns))
    score_ms = 1000 * (perf_counter() - started) / protocol.train.n_users

    validation = Standardised.of(raw, protocol.allowed(testing=False))
    levels = levels_of(known_by(protocol.train), LEVELS)
    liked = protocol.relevant(protocol.split.validation)
    weights = learn_by_level(validation, liked, levels)

    on_validation, _ = protocol.report(validation.blended(weights[levels]), liked)
    testing = protocol.allowed(testing=True)
    relevant = protocol.relevant(protocol.split.test)
    standardised = Standardised.of(raw, testing)
    rng = np.random.default_rng(seed)

    def alone(name: str) -> tuple[dict[str, float], Hits]:
        known = np.where(testing, np.nan_to_num(raw[name], nan=-np.inf), -np.inf)
        return protocol.report(known, relevant)

    signals: dict[str, Any] = {name: alone(name)[0] for name in SIGNALS[1:] if name != "context"}
    signals["context"] = {"ndcg@10": None, "why": "the ratings say nothing of mood, company or hour"}
    collaborative = Standardised(standardised.scores[: len(COLLABORATIVE)], testing)
    own = weights[levels][:, : len(COLLABORATIVE)]
    signals["collaborative"] = protocol.report(collaborative.blended(own), relevant)[0]
    blended = standardised.blended(weights[levels])
    blend_figures, blend_hits = protocol.report(blended, relevant)
    ease_figures, ease_hits = alone("ease")
    progress(f"seed {seed}: ablations")
    for name in SIGNALS:
        if name != "context":
            places = [PARTS.index(part) for part in (COLLABORATIVE if name == "collaborative" else (name,))]
            without = _ablated(validation, standardised, liked, levels, places)
            interval = paired_interval(
                blend_hits.ndcg(), protocol.report(without, relevant)[1].ndcg(), rng=rng
            )
            signals[name]["ablation_95"] = interval
    shared = {part: SEED["collaborative"] * (part == "ease") for part in COLLABORATIVE}
    seed_weights = np.array([(shared | dict(SEED))[part] for part in PARTS], np.float32)
    preset = standardised.blended(np.tile(seed_weights, (len(levels), 1)))
    found: dict[str, Any] = {
        "seed": seed,
        "signals": signals,
        "peers": {"ease": ease_figures, "ials": alone("ials")[0]},
        "seed_preset": protocol.report(preset, relevant)[0],
        "blend": blend_figures
        | {"validation_ndcg@10": on_validation["ndcg@10"]}
        | {"weights": {str(level): _named(own) for level, own in enumerate(weights)}},
        "blend_less_ease_95": paired_interval(blend_hits.ndcg(), ease_hits.ndcg(), rng=rng),
        "diversity": evaluate_diversity(
            blended, relevant, likeness_vectors(protocol.genres, bank.content.dense), protocol.genres
        ),
        "fit_seconds": fit_seconds,
        "fit_peak_mb": fit_peak_mb,
        "ms_per_user": score_ms,
        "peak_mb": peak_mb(),
    }
    if peers:
        from recsys.evaluation.peers import surprise_svd

        progress(f"seed {seed}: Surprise SVD")
        svd = np.where(testing, surprise_svd(protocol.train, protocol.n_columns, seed), -np.inf)
        found["peers"]["surprise_svd"] = protocol.report(svd, relevant)[0]
    return found


def _ablated(
    validation: Standardised, test: Standardised, liked: sp.csr_array, levels: IntArray, places: Sequence[int]
) -> FloatArray:
    """Test scores of a blend learned anew without these parts."""
    kept = [other for other in range(len(PARTS)) if other not in places]
    fewer = Standardised(validation.scores[kept], validation.allowed)
    weights = learn_by_level(fewer, liked, levels)
    return Standardised(test.scores[kept], test.allowed).blended(weights[levels])


def _named(weights: FloatArray) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(PARTS, weights, strict=True)}


def known_by(ratings: Ratings) -> IntArray:
    """(users,) how many films each has rated."""
    return np.bincount(ratings.users, minlength=ratings.n_users).astype(np.int32)


def likes(ratings: Ratings, n_columns: int) -> sp.csr_array:
    """(users, columns) 1 where a rating is 4 stars or more."""
    liked = ratings.stars >= 4
    ones = np.ones(int(liked.sum()), np.float32)
    return sp.csr_array(
        (ones, (ratings.users[liked], ratings.items[liked])), shape=(ratings.n_users, n_columns)
    )


def genre_table(dataset: Dataset) -> FloatArray:
    """(columns, genres) 1 where a film is of a genre."""
    table = np.zeros((len(dataset.films), len(GENRES)), np.float32)
    for column, film in enumerate(dataset.films):
        for genre in film.genres:
            if genre in GENRES:
                table[column, GENRES.index(genre)] = 1
    return table
