"""Protocol A: rank all films that a user has not rated; their likes held out are relevant."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add
from typing import Any

import numpy as np
import scipy.sparse as sp

from recsys.diversity import likeness_vectors
from recsys.evaluation.bank import COLLABORATIVE, PARTS, BankConfig, SignalBank, Viewers
from recsys.evaluation.blending import Standardised, learn_by_level, levels_of
from recsys.evaluation.cost import Cost, metered, peak_mb
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.diversity import evaluate_diversity
from recsys.evaluation.metrics import paired_interval
from recsys.evaluation.peers import PEERS
from recsys.evaluation.protocol import LEVELS, Protocol, known_by
from recsys.evaluation.splits import hold_out
from recsys.evaluation.views import Learned, View, try_view
from recsys.types import SIGNALS, FloatArray, IntArray
from recsys.weights import SEED

Progress = Callable[[str], None]


def evaluate_ranking(
    dataset: Dataset,
    seed: int,
    *,
    progress: Progress,
    config: BankConfig | None = None,
    peers: bool = True,
    views: Mapping[str, View] | None = None,
) -> dict[str, Any]:
    """One seed of protocol A, as plain JSON: every signal alone, peers, the seed preset and the blend.

    Weights are learned on validation; nothing is refitted. Each signal's `ablation_95` is the paired interval
    of the blend less the blend learned without it. `views` are tried beside the six signals: alone, and by
    what the blend gains when it is learned with them too.
    """
    protocol = Protocol(dataset, hold_out(dataset.ratings, seed))
    testing, relevant = protocol.allowed(testing=True), protocol.relevant(protocol.split.test)
    found_peers = _peers(protocol, seed, progress) if peers else {}
    progress(f"seed {seed}: fitting")
    bank = SignalBank(dataset, protocol.split.train, config or BankConfig(), np.random.default_rng(seed))
    progress(f"seed {seed}: scoring")
    raw = bank.score(Viewers.of(protocol.train, protocol.n_columns))
    costs = {part: (bank.fitting.get(part, Cost()), bank.scoring[part]) for part in PARTS}

    def cost(parts: Sequence[str], *more: Cost) -> dict[str, float]:
        fits = reduce(add, (costs[part][0] for part in parts), Cost())
        scoring = reduce(add, [costs[part][1] for part in parts] + list(more), Cost())
        return _cost(fits, scoring, protocol.train.n_users)

    def alone(name: str) -> dict[str, float]:
        return protocol.alone(raw[name], testing, relevant)[0] | cost([name])

    progress(f"seed {seed}: learning the blend")
    validation = Standardised.of(raw, protocol.allowed(testing=False))
    levels = levels_of(known_by(protocol.train), LEVELS)
    liked = protocol.relevant(protocol.split.validation)
    weights = learn_by_level(validation, liked, levels)
    on_validation = protocol.report(validation.blended(weights[levels]), liked)[0]["ndcg@10"]
    with metered() as blending:
        standardised = Standardised.of(raw, testing)
        blended = standardised.blended(weights[levels])
    figures, hits = protocol.report(blended, relevant)
    ease_hits = protocol.alone(raw["ease"], testing, relevant)[1]

    signals: dict[str, Any] = {name: alone(name) for name in SIGNALS[1:] if name != "context"}
    signals["context"] = {"ndcg@10": None, "why": "the ratings say nothing of mood, company or hour"}
    collaborative = Standardised(standardised.scores[: len(COLLABORATIVE)], testing)
    own = collaborative.blended(weights[levels][:, : len(COLLABORATIVE)])
    signals["collaborative"] = protocol.report(own, relevant)[0] | cost(COLLABORATIVE)
    rng = np.random.default_rng(seed)
    for name in SIGNALS:
        if name != "context":
            progress(f"seed {seed}: the blend without {name}")
            places = [PARTS.index(part) for part in (COLLABORATIVE if name == "collaborative" else (name,))]
            without = _ablated(validation, standardised, liked, levels, places)
            lost = protocol.report(without, relevant)[1]
            signals[name]["ablation_95"] = paired_interval(hits.ndcg(), lost.ndcg(), rng=rng)
    shared = {part: SEED["collaborative"] * (part == "ease") for part in COLLABORATIVE}
    seed_weights = np.array([(shared | dict(SEED))[part] for part in PARTS], np.float32)
    preset = standardised.blended(np.tile(seed_weights, (len(levels), 1)))
    preset_parts = [part for part, weight in zip(PARTS, seed_weights, strict=True) if weight]
    found: dict[str, Any] = {
        "seed": seed,
        "signals": signals,
        "peers": {"ease": alone("ease"), "ials": alone("ials"), **found_peers},
        "seed_preset": protocol.report(preset, relevant)[0] | cost(preset_parts, blending),
        "blend": figures
        | cost(PARTS, blending)
        | {"validation_ndcg@10": on_validation}
        | {"weights": {str(level): _named(own) for level, own in enumerate(weights)}},
        "blend_less_ease_95": paired_interval(hits.ndcg(), ease_hits.ndcg(), rng=rng),
        "diversity": evaluate_diversity(
            blended, relevant, likeness_vectors(protocol.genres, bank.content.dense), protocol.genres
        ),
        "views": {},
    }
    blend = Learned(protocol, validation, standardised, levels, hits, on_validation)
    for name, view in (views or {}).items():
        progress(f"seed {seed}: {name.replace('_', ' ')}")
        found["views"][name] = try_view(view, bank, blend, rng=rng, progress=progress)
    found["peak_mb_while_evaluating"] = peak_mb()
    return found


def _peers(protocol: Protocol, seed: int, progress: Progress) -> dict[str, Any]:
    testing, relevant = protocol.allowed(testing=True), protocol.relevant(protocol.split.test)
    found: dict[str, Any] = {}
    for name, fit in PEERS.items():
        progress(f"seed {seed}: peer {name}")
        try:
            with metered() as fitting:
                scores = fit(protocol.train, protocol.n_columns, seed)
        except ModuleNotFoundError as error:
            found[name] = {"ndcg@10": None, "why": f"{error.name} is not installed"}
            continue
        with metered() as scoring:
            ready = scores()
        figures, _ = protocol.alone(ready, testing, relevant)
        found[name] = figures | _cost(fitting, scoring, protocol.train.n_users)
    return found


def _cost(fitting: Cost, scoring: Cost, n_users: int) -> dict[str, float]:
    return {
        "fit_seconds": fitting.seconds,
        "fit_cpu_seconds": fitting.cpu_seconds,
        "fit_peak_mb": fitting.peak_mb,
        "ms_per_user": 1000 * scoring.seconds / n_users,
        "peak_mb": (fitting + scoring).peak_mb,
    }


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
