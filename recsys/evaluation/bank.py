"""All signals fitted on one set of ratings, scoring many viewers at once: what the protocols measure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from pydantic import BaseModel, ConfigDict

from data.ratings import Ratings
from recsys.content import ContentConfig, ContentScorer
from recsys.ease import EaseConfig, fit_ease
from recsys.evaluation.cost import Cost, metered
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.splits import places_in_history, take
from recsys.evidence import feedback
from recsys.graph_filter import GraphFilter, GraphFilterConfig
from recsys.ials import Ials, IalsConfig
from recsys.popularity import PopularityConfig, PopularityScorer
from recsys.sentiment import SentimentConfig, SentimentScorer
from recsys.stars import StarsConfig, StarsModel
from recsys.types import SIGNALS, BoolArray, FloatArray

COLLABORATIVE = ("ease", "ials", "stars")
"""The parts of the collaborative signal, weighed against each other together with the other signals."""

PARTS = (*COLLABORATIVE, *SIGNALS[1:])


class BankConfig(BaseModel):
    """Settings of every model, chosen on validation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ease: EaseConfig = EaseConfig(reg=300.0, dropout=0.5, nearby=4.0, span=60.0, content=0.1)
    ials: IalsConfig = IalsConfig(factors=128, epochs=8, unobserved=0.3, reg=0.007)
    stars: StarsConfig = StarsConfig(neighbours=60)
    graph: GraphFilterConfig = GraphFilterConfig(rank=200, facts=0.0)
    content: ContentConfig = ContentConfig()
    sentiment: SentimentConfig = SentimentConfig()
    popularity: PopularityConfig = PopularityConfig(votes_share=0.0)


@dataclass(frozen=True, slots=True)
class Viewers:
    """What is known of some viewers, as CSR (viewers, columns)."""

    grades: sp.csr_array
    """Stars / 5."""
    feedback: sp.csr_array
    """Signed, see `recsys.evidence.feedback`."""

    @staticmethod
    def of(ratings: Ratings, n_columns: int) -> "Viewers":
        """Of everyone in `ratings`."""
        shape = (ratings.n_users, n_columns)
        places = (ratings.users, ratings.items)
        return Viewers(
            sp.csr_array((ratings.stars / np.float32(5), places), shape=shape),
            sp.csr_array((feedback(ratings.stars), places), shape=shape),
        )


class SignalBank:
    """The six signals and the parts that the collaborative one is made of."""

    def __init__(
        self, dataset: Dataset, rows: BoolArray, config: BankConfig, rng: np.random.Generator
    ) -> None:
        """Fit on the ratings where `rows` is True."""
        ratings = take(dataset.ratings, rows)
        n_columns = len(dataset.films)
        shape = (ratings.n_users, n_columns)
        grades = Viewers.of(ratings, n_columns).grades
        places = places_in_history(ratings, dataset.order[rows])
        order = sp.csr_array((places, (ratings.users, ratings.items)), shape=shape)
        counts = np.bincount(ratings.items, minlength=n_columns).astype(np.float32)
        self.config = config
        self.counts = counts
        self.fitting: dict[str, Cost] = {}
        """By part."""
        self.scoring: dict[str, Cost] = {}
        """By part, of the last call to `score`."""
        with self._fitting("content"):
            self.content = ContentScorer.fit(dataset.films, config.content, rng=rng)
        with self._fitting("ease"):
            alike = self.content.alike(np.arange(n_columns, dtype=np.int32)) if config.ease.content else None
            self.ease = fit_ease(grades, config.ease, order, alike)
            del alike
        with self._fitting("ials"):
            self.ials = Ials.fit(grades, config.ials, rng=rng)
        with self._fitting("graph"):
            self.graph = GraphFilter.fit(grades, sp.csr_array(self.content.terms.T), config.graph, rng=rng)
        with self._fitting("sentiment"):
            self.sentiment = SentimentScorer.fit(dataset.films, ratings, config.sentiment)
        with self._fitting("stars"):
            self.stars = StarsModel.fit(ratings, self.sentiment.figures, config.stars)
        with self._fitting("popularity"):
            self.popularity = PopularityScorer.fit(dataset.films, counts, config.popularity)

    @contextmanager
    def _fitting(self, part: str) -> Iterator[None]:
        with metered() as cost:
            yield
        self.fitting[part] = cost

    def score(self, viewers: Viewers) -> dict[str, FloatArray]:
        """(viewers, columns) raw scores by the names of `PARTS`; context knows nothing here: NaN."""
        everyone = np.ones((viewers.grades.shape[0], 1), np.float32)
        parts: dict[str, Callable[[], FloatArray]] = {
            "ease": lambda: np.asarray(viewers.grades @ self.ease, np.float32),
            "ials": lambda: self.ials.fold_in_rows(viewers.grades) @ self.ials.films.T,
            "stars": lambda: self.stars.predict_rows(sp.csr_array(5 * viewers.grades)),
            "content": lambda: self.content.score_rows(viewers.feedback),
            "graph": lambda: self.graph.score_rows(viewers.grades),
            "sentiment": lambda: everyone * self.sentiment.figures,
            "popularity": lambda: everyone * self.popularity.figures,
            "context": lambda: np.full(viewers.grades.shape, np.nan, np.float32),
        }
        scores = {}
        for name, of_part in parts.items():
            with metered() as self.scoring[name]:
                scores[name] = of_part()
        return scores
