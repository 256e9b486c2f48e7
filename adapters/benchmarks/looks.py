"""Searching the pictures of many films by a phrase: speed, memory, and what FAISS misses."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from adapters.benchmarks.measure import Result, percentiles, resident_mb, time_ms
from recsys.looks.aspects import ASPECTS
from recsys.looks.figures import FIGURES
from recsys.looks.folder import Contents, Picture
from recsys.looks.index import LookIndex
from recsys.looks.model import LookModel
from recsys.looks.palette import SWATCHES
from recsys.looks.query import LookQuery, by_phrase

PICTURES, FILMS, CALLS, TOP = 100_000, 20_000, 200, 10

PHRASES = (
    "neon rain at night",
    "pastel and symmetrical, like a doll's house",
    "black and white, deep shadows",
    "sun-bleached desert",
    "a ship in a storm",
    "icy blue mountains",
    "teal and orange, explosions",
    "golden light in an old library",
)

IDLE = """
import faiss, numpy, onnxruntime, PIL.Image, psutil, scipy.special
print(psutil.Process().memory_info().rss)
"""


def bench_looks(model_folder: Path, seed: int = 42) -> list[Result]:
    """Phrases over made-up pictures whose vectors crowd together as real ones do. Needs no picture.

    The peer is one exact product in float32 over the same numbers, which is also the truth for recall.
    """
    rng = np.random.default_rng(seed)
    model = LookModel.load(model_folder)
    index = LookIndex(_made_up(model, rng), model.scale, model.fingerprint)
    queries = [by_phrase(model, phrase) for phrase in PHRASES]
    calls = [PHRASES[number % len(PHRASES)] for number in range(CALLS)]
    whole = [ms for phrase in calls for ms in time_ms(_asking(index, model, phrase), 1, warm_up=0)]
    figures = percentiles(whole[len(PHRASES) :])  # the first round loads the text tower
    filtered = frozenset(index.film_ids[::10])
    alone = percentiles([ms for query in queries for ms in time_ms(partial(index.search, query, TOP), 10)])
    narrowed = percentiles(
        [ms for query in queries for ms in time_ms(partial(index.search, query, TOP, filtered), 5)]
    )
    exact = percentiles([ms for query in queries for ms in time_ms(partial(index.score, query), 3, 1)])
    sizes = {"pictures": PICTURES, "films": FILMS, "width": model.width + len(ASPECTS)}
    memory = resident_mb() - _idle_mb()
    return [
        Result(
            benchmark="looks.query",
            figure=figures["p99"],
            unit="ms a phrase, 99th percentile",
            goal=30.0,
            sizes=sizes,
            more={"whole": figures, "search alone": alone, "within a tenth of the films": narrowed},
            peer={
                "name": "exact product in float32",
                "figure": exact["p50"],
                "ratio": round(alone["p50"] / exact["p50"], 2),
            },
        ),
        Result(
            benchmark="looks.memory",
            figure=round(resident_mb(), 1),
            unit="MB resident, everything included",
            goal=1000.0,
            sizes=sizes,
            more={"over the libraries alone": round(memory, 1)},
        ),
        Result(
            benchmark="looks.recall",
            figure=float(np.mean([_recall(index, query) for query in queries])),
            unit="recall@10 against exact search (at least)",
            goal=0.98,
            sizes=sizes,
        ),
    ]


def _asking(index: LookIndex, model: LookModel, phrase: str) -> Callable[[], object]:
    """A whole question: the phrase is read, embedded and searched."""
    return lambda: index.search(by_phrase(model, phrase), TOP)


def _made_up(model: LookModel, rng: np.random.Generator) -> Contents:
    centres = rng.standard_normal((500, model.width), dtype=np.float32)
    vectors = centres[rng.integers(0, len(centres), PICTURES)]
    vectors += 0.7 * rng.standard_normal(vectors.shape, dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Contents(
        tuple(Picture(f"film-{number % FILMS}", str(number), "still", "") for number in range(PICTURES)),
        vectors.astype(np.float16),
        (rng.random((PICTURES, len(FIGURES)), dtype=np.float32) ** 3).astype(np.float16),
        np.zeros((PICTURES, SWATCHES, 4), np.uint8),
    )


def _recall(index: LookIndex, query: LookQuery) -> float:
    scores = index.score(query)
    best_rows = index.best_rows(scores)
    truth = sorted(best_rows, key=lambda film_id: -scores[best_rows[film_id]])[:TOP]
    found = {hit.film_id for hit in index.search(query, TOP)}
    return len(found & set(truth)) / TOP


def _idle_mb() -> float:
    """Resident memory of a process that has only imported the libraries, MB."""
    done = subprocess.run([sys.executable, "-c", IDLE], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return int(done.stdout) / 2**20
