"""One viewer's question end to end (fold in, score, constrain, vary, explain): how long, how it grows."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import scipy.sparse as sp

from data.catalogue import Catalogue
from recsys.collaborative import CollaborativeScorer
from recsys.columns import Columns
from recsys.content import ContentScorer
from recsys.context import ContextScorer
from recsys.graph import GraphScorer
from recsys.graph_filter import GraphFilter
from recsys.ials import Ials
from recsys.neighbours import Neighbours
from recsys.popularity import PopularityScorer
from recsys.recommender import Recommender
from recsys.sentiment import SentimentScorer
from recsys.stars import StarsModel
from recsys.types import Constraints, Request, Taste
from recsys.weights import BlendConfig


def time_requests(
    recommender: Recommender, n_films: int, *, rng: np.random.Generator, requests: int = 300
) -> dict[str, float]:
    """Milliseconds of `recommend` for viewers who know 1 to 100 films, drawn from the first half."""
    times = []
    for _ in range(requests):
        known = rng.choice(n_films // 2, int(rng.integers(1, 101)), replace=False).astype(np.int32)
        taste = Taste(known, rng.integers(1, 6, len(known)).astype(np.float32))
        seen = Constraints(exclude_items=frozenset(known.tolist()))
        started = perf_counter()
        recommender.recommend(Request(taste, constraints=seen, count=10))
        times.append(1000 * (perf_counter() - started))
    return {"ms_median": float(np.median(times)), "ms_p99": float(np.percentile(times, 99))}


def evaluate_growth(
    catalogue: Catalogue, folder: Path, sizes: Sequence[int], *, rng: np.random.Generator
) -> dict[str, Any]:
    """`time_requests` for catalogues of each size, made by repeating the films and models of `folder`."""
    found = {}
    for size in sizes:
        recommender = _repeated(catalogue, folder, -(-size // len(catalogue)))
        found[str(size)] = time_requests(recommender, size, rng=rng)
    return found


def _repeated(catalogue: Catalogue, folder: Path, times: int) -> Recommender:
    """A recommender over `times` copies of the catalogue; every copy's films are near those of all copies."""
    n = len(catalogue)
    copies = Catalogue(
        [replace(film, id=f"{film.id}-{copy}") for copy in range(times) for film in catalogue.films]
    )
    content = ContentScorer.load(folder)
    terms = sp.csr_array(sp.vstack([content.terms] * times))
    dense = np.tile(content.dense, (times, 1))
    content = ContentScorer(terms, dense, content.vocabulary, content.config)
    old = CollaborativeScorer.load(folder)
    width = len(old.columns)
    columns = Columns(
        np.concatenate([old.columns.films + n * copy for copy in range(times)]).astype(np.int32), n * times
    )
    index = np.concatenate([old.ease.index.astype(np.int32) + width * copy for copy in range(times)])
    ease = Neighbours(index, np.tile(old.ease.weight, (times, 1)))
    ials = Ials(np.tile(old.ials.films, (times, 1)), old.ials.config)
    graph = GraphScorer.load(folder).filter
    stars = StarsModel.load(folder)
    likeness = np.concatenate([stars.alike.index.astype(np.int32) + n * copy for copy in range(times)])
    return Recommender(
        copies,
        [
            CollaborativeScorer(columns, ease, ials, old.config),
            content,
            GraphScorer(GraphFilter(np.tile(graph.inward, (times, 1)), np.tile(graph.outward, (times, 1)))),
            SentimentScorer(np.tile(SentimentScorer.load(folder).figures, times)),
            PopularityScorer(np.tile(PopularityScorer.load(folder).figures, times)),
            ContextScorer(copies, *content.keyword_films()),
        ],
        StarsModel(
            stars.mean,
            np.tile(stars.film_bias, times),
            np.tile(stars.counts, times),
            Neighbours(likeness, np.tile(stars.alike.weight, (times, 1))),
            stars.config,
        ),
        BlendConfig(),
    )
