"""The star rating shown beside a film: biases and neighbours, folding in a viewer of this minute.

Koren, "Factor in the Neighbors", 2010: b_ui = mean + b_u + b_i, then the weighted mean of how the viewer's
ratings of similar films departed from their baselines.
"""

from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from data.errors import StarterPackError
from data.ratings import Ratings
from recsys import store
from recsys.columns import Columns, most_rated
from recsys.gram import blocks
from recsys.neighbours import Neighbours
from recsys.types import DoubleArray, FloatArray, IntArray, Taste

NAME = "stars"


class StarsConfig(BaseModel):
    """How the biases and likenesses are held back where little is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    user_prior: float = Field(7.0, gt=0)
    """Ratings at zero departure that a viewer starts with."""
    film_prior: float = Field(8.0, gt=0)
    shrinkage: float = Field(60.0, gt=0)
    """Common raters that a likeness of zero counts as."""
    neighbours: int = Field(40, ge=1)
    films: int = Field(12_000, ge=1)
    """Most films that have neighbours, the most rated ones."""
    neighbour_prior: float = Field(0.6, gt=0)
    """Likeness at zero departure added to every weighted mean."""


class StarsModel:
    """Predicts 0.5 to 5 stars for any viewer who has rated some films, or a film's mean for a newcomer."""

    def __init__(
        self, mean: float, film_bias: FloatArray, counts: FloatArray, alike: Neighbours, config: StarsConfig
    ) -> None:
        self.mean = mean
        self.film_bias = film_bias
        """(films,) stars above the mean, NaN for a film of no known rating."""
        self.counts = counts
        """(films,) ratings each film has."""
        self.alike = alike
        self.config = config

    @classmethod
    def fit(
        cls, ratings: Ratings, acclaim: FloatArray, config: StarsConfig, sample: Ratings | None = None
    ) -> "StarsModel":
        """Biases from all ratings, likenesses from `sample` (all where it is None).

        `acclaim` (films,) stars stands in for the bias where there are none.
        """
        n_films = len(acclaim)
        mean = float(ratings.stars.mean()) if len(ratings.stars) else 3.5
        film_bias = np.zeros(n_films)
        user_bias = np.zeros(ratings.n_users)
        counts = np.bincount(ratings.items, minlength=n_films)
        user_counts = np.bincount(ratings.users, minlength=ratings.n_users)
        for _ in range(10):
            rest = ratings.stars - mean - user_bias[ratings.users]
            sums = np.bincount(ratings.items, rest, minlength=n_films)
            film_bias = sums / (counts + config.film_prior)
            rest = ratings.stars - mean - film_bias[ratings.items]
            sums = np.bincount(ratings.users, rest, minlength=ratings.n_users)
            user_bias = sums / (user_counts + config.user_prior)
        alike = _likenesses(sample or ratings, mean, film_bias, config)
        bias = np.where(counts > 0, film_bias, acclaim - mean)
        return cls(mean, bias.astype(np.float32), counts.astype(np.float32), alike, config)

    def predict(self, taste: Taste, item: int) -> float | None:
        """Stars this viewer would give, 0.5 to 5; None for a film of which no rating is known."""
        stars = float(self.predict_all(taste, np.array([item], np.int32))[0])
        return None if np.isnan(stars) else stars

    def predict_all(self, taste: Taste, targets: IntArray) -> FloatArray:
        """(targets,) stars this viewer would give; NaN for a film of which no rating is known."""
        known = ~np.isnan(self.film_bias[taste.items])
        items = taste.items[known]
        rest = taste.ratings[known] - self.mean - self.film_bias[items]
        viewer = float(rest.sum()) / (len(items) + self.config.user_prior)
        likeness = self.alike.between(items, targets)
        totals = np.abs(likeness).sum(axis=1) + self.config.neighbour_prior
        by_neighbours = likeness @ (rest - viewer) / totals
        stars = self.mean + viewer + self.film_bias[targets] + by_neighbours
        return np.asarray(np.clip(stars, 0.5, 5.0), np.float32)

    def predict_rows(self, ratings: sp.csr_array) -> FloatArray:
        """(users, films) stars of many viewers at once from CSR (users, films) stars; NaN where unknown."""
        counts = np.diff(ratings.indptr)
        users = np.repeat(np.arange(ratings.shape[0]), counts)
        rest = ratings.data - self.mean - np.nan_to_num(self.film_bias)[ratings.indices]
        sums = np.bincount(users, rest, minlength=ratings.shape[0])
        viewers = sums / (counts + self.config.user_prior)
        shape = ratings.shape
        departures = sp.csr_array((rest - viewers[users], ratings.indices, ratings.indptr), shape=shape)
        rated = sp.csr_array((np.ones_like(departures.data), ratings.indices, ratings.indptr), shape=shape)
        alike = self.alike.symmetric()
        total = (rated @ alike).toarray() + self.config.neighbour_prior
        by_neighbours = (departures @ alike).toarray() / total
        stars = self.mean + viewers[:, None] + self.film_bias + by_neighbours
        return np.asarray(np.clip(stars, 0.5, 5.0), np.float32)

    def mean_rating(self, item: int) -> float | None:
        """The audiences' mean in stars, held back where few rated; None where none is known."""
        bias = float(self.film_bias[item])
        return None if np.isnan(bias) else float(np.clip(self.mean + bias, 0.5, 5.0))

    def save(self, folder: Path) -> None:
        """Write the arrays below `folder`."""
        arrays: dict[str, NDArray[Any]] = {
            "film_bias": self.film_bias.astype(np.float16),
            "counts": self.counts,
            "index": self.alike.index,
            "likeness": self.alike.weight,
        }
        store.write(folder, NAME, arrays, {"config": self.config.model_dump(), "mean": self.mean})

    @classmethod
    def load(cls, folder: Path) -> "StarsModel":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        stored = store.read(folder, NAME)
        try:
            return cls(
                float(stored.meta["mean"]),
                np.array(stored.arrays["film_bias"], np.float32),
                stored.arrays["counts"],
                Neighbours(stored.arrays["index"], stored.arrays["likeness"]),
                StarsConfig(**stored.meta["config"]),
            )
        except (KeyError, ValueError) as error:
            raise StarterPackError(f"The trained model {NAME} is damaged. {store.MEND}") from error


def _likenesses(ratings: Ratings, mean: float, film_bias: DoubleArray, config: StarsConfig) -> Neighbours:
    """Correlation of two films' departures over their common raters, shrunk by how many there are.

    Only the most rated films have any: those of few raters would all be shrunk to nothing.
    """
    n_films = len(film_bias)
    counts = np.bincount(ratings.items, minlength=n_films)
    columns = Columns(most_rated(counts, 1, config.films), n_films)
    column = columns.position[ratings.items]
    kept = column >= 0
    users = ratings.users[kept]
    rest = ratings.stars[kept] - mean - film_bias[ratings.items[kept]]
    sums = np.bincount(users, rest, minlength=ratings.n_users)
    per_user = np.bincount(users, minlength=ratings.n_users) + config.user_prior
    rest -= (sums / per_user)[users]
    places = (users, column[kept])
    shape = (ratings.n_users, len(columns))
    departures = sp.csr_array((rest.astype(np.float32), places), shape=shape)
    ones = sp.csr_array((np.ones(len(rest), np.float32), places), shape=shape)
    squares = sp.csr_array((departures.data**2, departures.indices, departures.indptr), shape=shape)
    by_film = [sp.csc_array(table) for table in (departures, ones, squares)]
    small = np.uint16 if n_films <= np.iinfo(np.uint16).max else np.int32
    index = np.zeros((n_films, config.neighbours), small)
    weight = np.zeros((n_films, config.neighbours), np.float16)
    # In slices of films: the dense products of a large catalogue would not fit into memory at once.
    for span in blocks(len(columns)):
        of_these = [sp.csr_array(table[:, span].T) for table in by_film]
        correlation = _dense(of_these[0] @ departures)
        lengths = np.sqrt(_dense(of_these[2] @ ones) * _dense(of_these[1] @ squares))
        correlation /= np.maximum(lengths, np.float32(1e-6))
        common = _dense(of_these[1] @ ones)
        correlation *= common / (common + np.float32(config.shrinkage))
        correlation[np.arange(span.stop - span.start), np.arange(span.start, span.stop)] = 0
        found = Neighbours.strongest(np.maximum(correlation, 0), config.neighbours)
        width = found.index.shape[1]
        index[columns.films[span], :width] = columns.films[found.index]
        weight[columns.films[span], :width] = found.weight
    return Neighbours(index, weight)


def _dense(product: sp.csr_array) -> FloatArray:
    return np.asarray(product.toarray(), np.float32)
