"""Trains all models of the recommender and writes them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from data.catalogue import Catalogue
from data.ratings import Ratings
from recsys import recommender, store
from recsys.collaborative import CollaborativeConfig, CollaborativeScorer
from recsys.columns import Columns, most_rated
from recsys.content import ContentConfig, ContentScorer
from recsys.ease import EaseConfig
from recsys.graph import GraphScorer
from recsys.graph_filter import GraphFilter, GraphFilterConfig
from recsys.ials import Ials, IalsConfig
from recsys.neighbours import Neighbours
from recsys.popularity import PopularityConfig, PopularityScorer
from recsys.sentiment import SentimentConfig, SentimentScorer
from recsys.stars import StarsConfig, StarsModel
from recsys.training.eras import chances, ease_by_era, horizons
from recsys.training.grades import GradesConfig, graded
from recsys.training.quiz import QuizConfig, fit_quiz
from recsys.training.scale import drawn
from recsys.weights import BlendConfig

LIKED_FROM = 4.0
"""Stars."""


class TrainConfig(BaseModel):
    """Every setting of a training run."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    min_ratings: int = Field(5, ge=1)
    """The collaborative signal leaves out films with fewer ratings."""
    columns: int = Field(12_000, ge=1)
    """Most films that the collaborative signal knows, the most rated ones; see `recsys.training.scale`."""
    neighbours: int = Field(140, ge=1)
    """How many weights of EASE are kept of each film."""
    sample: int = Field(5_000_000, ge=1)
    """Most ratings that iALS and the likeness in stars learn from; beyond, viewers are drawn at random."""
    grades: GradesConfig = GradesConfig()
    ease: EaseConfig = EaseConfig(reg=200.0, dropout=0.1)
    """Without likeness in content: beside the content signal it counts the same people twice, which shows in
    lists like a named film ("like Fury Road" gave Babe: Pig in the City, by the same director)."""
    ials: IalsConfig = IalsConfig()
    collaborative: CollaborativeConfig = CollaborativeConfig()
    content: ContentConfig = ContentConfig()
    graph: GraphFilterConfig = GraphFilterConfig()
    popularity: PopularityConfig = PopularityConfig()
    sentiment: SentimentConfig = SentimentConfig()
    stars: StarsConfig = StarsConfig()
    quiz: QuizConfig = QuizConfig()
    blend: BlendConfig = BlendConfig()


def train(
    catalogue: Catalogue,
    ratings: Ratings,
    out: Path,
    *,
    rng: np.random.Generator,
    progress: Callable[[str], None],
    config: TrainConfig | None = None,
) -> None:
    """Train on all ratings and write the models to `out`, which is made if need be.

    `progress` is told in a few words what is being done. The same ratings and `rng` give the same models.
    Raises ValueError where there are no ratings.
    """
    if not len(ratings):
        raise ValueError("There are no ratings to train on.")
    config = config or TrainConfig()
    out.mkdir(parents=True, exist_ok=True)
    films = catalogue.films
    grades = graded(ratings, len(films), config.grades)

    progress("content: keywords, people and genres")
    content = ContentScorer.fit(films, config.content, rng=rng)
    content.save(out)

    progress("popularity and sentiment")
    horizon = horizons(ratings, catalogue.years)
    chance = chances(ratings, catalogue.years, horizon)
    counts = np.bincount(ratings.items, minlength=len(films)) * chance
    PopularityScorer.fit(films, counts.astype(np.float32), config.popularity).save(out)
    sentiment = SentimentScorer.fit(films, ratings, config.sentiment)
    sentiment.save(out)

    progress("stars: biases and neighbours")
    sample = drawn(ratings, config.sample, rng=rng)
    StarsModel.fit(ratings, sentiment.figures, config.stars, sample).save(out)

    progress("quiz: types of taste")
    # A generator of its own: the other models do not hang on how this one is fitted.
    fit_quiz(_likes(sample, len(films)), config.quiz, rng=rng.spawn(1)[0], chances=chance).save(out)

    columns = Columns(
        most_rated(np.bincount(ratings.items, minlength=len(films)), config.min_ratings, config.columns),
        len(films),
    )
    progress("collaborative: iALS")
    some = graded(sample, len(films), config.grades)[:, columns.films]
    ials = Ials.fit(sp.csr_array(some), config.ials, rng=rng)
    del sample, some
    progress("collaborative: EASE")
    ease = _ease(grades, columns, catalogue.years, horizon, config)
    CollaborativeScorer(columns, ease, ials, config.collaborative).save(out)

    progress("graph: closed-form filter")
    facts = sp.csr_array(content.terms.T)
    GraphScorer(GraphFilter.fit(grades, facts, config.graph, rng=rng)).save(out)

    ids = store.fingerprint(film.id for film in films)
    store.write(out, recommender.NAME, {}, {"films": ids, "blend": config.blend.model_dump()})


def _likes(ratings: Ratings, n_films: int) -> sp.csr_array:
    """(users, films) 1 where a rating is of a film liked."""
    liked = ratings.stars >= LIKED_FROM
    ones = np.ones(int(liked.sum()), np.float32)
    return sp.csr_array(
        (ones, (ratings.users[liked], ratings.items[liked])), shape=(ratings.n_users, n_films)
    )


def _ease(
    grades: sp.csr_array,
    columns: Columns,
    years: NDArray[np.int16],
    horizon: NDArray[np.int16],
    config: TrainConfig,
) -> Neighbours:
    own = sp.csr_array(grades[:, columns.films])
    weights = ease_by_era(own, years[columns.films], horizon, config.ease)
    return Neighbours.strongest(weights, config.neighbours)
