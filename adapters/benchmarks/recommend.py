"""Recommending itself: fold in, score every film, filter, diversify, explain."""

import numpy as np

from adapters.benchmarks.measure import Result, percentiles, time_ms
from data.pack import StarterPack
from recsys.recommender import Recommender
from recsys.types import Constraints, Request, Taste

CALLS = 300


def bench_recommend(pack: StarterPack, recommender: Recommender, seed: int = 42) -> list[Result]:
    """Random viewers with 0 to 60 ratings, every second one under two hours and without horror.

    The peer scores the same viewers by one dense product of the same size, the cost nobody can avoid.
    """
    rng = np.random.default_rng(seed)
    n_films = len(pack.catalogue)
    known = np.argsort([-film.vote_count for film in pack.catalogue.films])[:2000].astype(np.int32)
    requests = [_request(rng, known, filtered=bool(k % 2)) for k in range(CALLS)]
    durations = []
    for request in requests:
        durations += time_ms(lambda request=request: recommender.recommend(request), 1, warm_up=1)  # type: ignore[misc]
    factors = rng.standard_normal((n_films, 128), dtype=np.float32)
    viewer = rng.standard_normal(128, dtype=np.float32)
    peer = percentiles(time_ms(lambda: np.argsort(factors @ viewer), CALLS))
    figures = percentiles(durations)
    return [
        Result(
            benchmark="recommend",
            figure=figures["p50"],
            unit="ms a request, median",
            goal=5.0,
            sizes={"films": n_films, "requests": CALLS, "ratings": "0 to 60"},
            more=figures,
            peer={
                "name": "one dense product of 128 factors and a sort",
                "figure": peer["p50"],
                "ratio": round(figures["p50"] / peer["p50"], 1),
            },
        )
    ]


def _request(rng: np.random.Generator, known: np.ndarray, *, filtered: bool) -> Request:
    items = rng.choice(known, size=int(rng.integers(0, 61)), replace=False).astype(np.int32)
    stars = rng.choice(np.arange(1, 11) / 2, size=len(items)).astype(np.float32)
    limits = Constraints(max_runtime=120, exclude_genres=("Horror",)) if filtered else Constraints()
    return Request(taste=Taste(items, stars), constraints=limits)
