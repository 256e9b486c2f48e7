"""Protocol A's terms: what may be ranked, what is relevant, and every measure of the lists."""

import numpy as np
import scipy.sparse as sp

from data.films import GENRES
from data.ratings import Ratings
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.metrics import Hits, gini, intra_list_diversity, novelty, top
from recsys.evaluation.splits import Split, take
from recsys.types import BoolArray, FloatArray, IntArray

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

    def alone(
        self, raw: FloatArray, allowed: BoolArray, relevant: sp.csr_array
    ) -> tuple[dict[str, float], Hits]:
        """Every measure of raw scores (users, columns), those it does not know last."""
        return self.report(np.where(allowed, np.nan_to_num(raw, nan=-np.inf), -np.inf), relevant)

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
