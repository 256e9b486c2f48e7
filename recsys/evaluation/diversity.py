"""What variety costs: lists by relevance alone against lists by maximal marginal relevance."""

from time import perf_counter
from typing import Any

import numpy as np
import scipy.sparse as sp

from recsys.diversity import POOL, mmr
from recsys.evaluation.metrics import Hits, intra_list_diversity, top
from recsys.tuning import RELEVANCE_SHARE
from recsys.types import FloatArray, IntArray


def evaluate_diversity(
    scores: FloatArray, relevant: sp.csr_array, vectors: FloatArray, genres: FloatArray
) -> dict[str, Any]:
    """NDCG@10 and genre diversity of top ten lists with and without MMR, and its time.

    `scores` (users, columns), -inf where a film may not be shown; `vectors` (columns, rank) as served.
    """
    plain = top(scores, 10)
    pools = top(scores, POOL)
    varied = np.empty_like(plain)
    times = []
    for user, pool in enumerate(pools):
        relevance, alike = scores[user, pool], vectors[pool]
        started = perf_counter()
        varied[user] = pool[mmr(relevance, alike, 10)]
        times.append(1000 * (perf_counter() - started))
    before, after = _figures(plain, relevant, genres), _figures(varied, relevant, genres)
    return {
        "lambda": RELEVANCE_SHARE,
        "pool": POOL,
        "by_relevance": before,
        "by_mmr": after,
        "diversity_gain": after["genre_diversity"] / before["genre_diversity"] - 1,
        "ndcg_loss": 1 - after["ndcg@10"] / before["ndcg@10"],
        "ms_median": float(np.median(times)),
        "ms_p99": float(np.percentile(times, 99)),
    }


def _figures(ranked: IntArray, relevant: sp.csr_array, genres: FloatArray) -> dict[str, float]:
    return {
        "ndcg@10": float(Hits.of(ranked, relevant).ndcg().mean()),
        "genre_diversity": float(intra_list_diversity(ranked, genres).mean()),
    }
