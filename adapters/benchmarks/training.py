"""Training on ratings of growing number: its time, its memory, and what it cut to stay within them."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import numpy as np

from adapters.benchmarks.measure import Result
from data.catalogue import Catalogue
from data.pack import StarterPack
from recsys.columns import most_rated
from recsys.evaluation.cost import metered
from recsys.evaluation.synthetic import synthetic_ratings
from recsys.training import train
from recsys.training.scale import columns_within
from recsys.training.train import TrainConfig

SEED = 42
GOAL_MB = 16_000.0
FILMS_AT_1M, GROWTH = 3_700, 0.9
"""MovieLens has 3,700 rated films at a million ratings and 84,000 at 32 million: n to this power."""


def bench_training(
    starter: Path, millions: Sequence[float], memory_gb: float, progress: Callable[[str], None]
) -> Iterator[Result]:
    """One result a size, each measured in a process of its own, so that none inherits another's memory."""
    for size in millions:
        progress(f"training on {size:g} million ratings")
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            yield fresh.submit(_train, starter, round(size * 1e6), memory_gb).result()


def _train(starter: Path, n_ratings: int, memory_gb: float) -> Result:
    rng = np.random.default_rng(SEED)
    n_films = round(FILMS_AT_1M * (n_ratings / 1e6) ** GROWTH)
    catalogue = _catalogue(starter, n_films)
    ratings = synthetic_ratings(n_ratings, n_films, rng=rng)
    columns = columns_within(memory_gb * 1e9, len(ratings))
    steps: dict[str, float] = {}
    begun: list[tuple[str, float]] = []

    def progress(what: str) -> None:
        if begun:
            name, since = begun[-1]
            steps[name] = round(perf_counter() - since, 1)
        begun.append((what, perf_counter()))

    with tempfile.TemporaryDirectory(prefix="cine-bench-") as out, metered() as cost:
        train(catalogue, ratings, Path(out), rng=rng, progress=progress, config=TrainConfig(columns=columns))
        progress("")
        size_mb = sum(path.stat().st_size for path in Path(out).iterdir()) / 1e6
    counts = np.bincount(ratings.items, minlength=n_films)
    known = most_rated(counts, TrainConfig().min_ratings, columns)
    return Result(
        benchmark="train",
        figure=round(cost.peak_mb, 1),
        unit="MB of memory at the peak",
        goal=GOAL_MB,
        sizes={"ratings": len(ratings), "viewers": ratings.n_users, "films": n_films},
        more={
            "seconds": round(cost.seconds, 1),
            "steps_s": steps,
            "collaborative_films": len(known),
            "share_of_ratings_in_them": round(float(counts[known].sum() / len(ratings)), 3),
            "memory_gb": memory_gb,
            "models_mb": round(size_mb, 1),
        },
    )


def _catalogue(starter: Path, n_films: int) -> Catalogue:
    """The starter's films, again and again under other ids, until there are enough."""
    films = StarterPack.load(starter).catalogue.films
    return Catalogue(
        [
            replace(films[number % len(films)], id=f"{films[number % len(films)].id}-{number // len(films)}")
            for number in range(n_films)
        ]
    )
