"""Films that have come since: a place for them in models trained before, without those models' ratings.

What is learned from facts is learned anew. What is learned from ratings stays as it is and says nothing of
the new films; they are recommended by their content, their votes and the situation until there are ratings.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.catalogue import Catalogue
from data.errors import StarterPackError
from data.fame import VOTES_END
from recsys import recommender, store
from recsys.collaborative import CollaborativeScorer
from recsys.columns import Columns
from recsys.content import ContentScorer
from recsys.graph import GraphScorer
from recsys.graph_filter import GraphFilter
from recsys.neighbours import Neighbours
from recsys.popularity import PopularityConfig, PopularityScorer
from recsys.sentiment import SentimentScorer
from recsys.stars import StarsModel


def extend(
    catalogue: Catalogue,
    models: Path,
    out: Path,
    *,
    rng: np.random.Generator,
    progress: Callable[[str], None],
) -> None:
    """Write to `out` the models of the folder `models` for a catalogue with films more at its end.

    Raises StarterPackError if the models cannot be used, or belong to other films than the catalogue's first.
    """
    films = catalogue.films
    n_before = len(PopularityScorer.load(models).figures)
    old_meta = store.read(models, recommender.NAME).meta
    if old_meta.get("films") != store.fingerprint(film.id for film in films[:n_before]):
        raise StarterPackError(f"The models in {models} were trained for other films. {store.MEND}")
    more = len(films) - n_before
    out.mkdir(parents=True, exist_ok=True)

    progress("content: keywords, people and genres")
    ContentScorer.fit(films, ContentScorer.load(models).config, rng=rng).save(out)

    progress("places for the new films")
    stars = StarsModel.load(models)
    counts = _padded(stars.counts, more)
    # Told by TMDb's votes of today: what is new, and what came after the votes and has no ratings.
    told = np.array([film.year > VOTES_END and film.vote_count > 0 for film in films]) & (counts == 0)
    told[n_before:] = True
    by_votes = PopularityScorer.fit(films, np.zeros(len(films), np.float32), PopularityConfig()).figures
    popularity = np.where(told, by_votes, _padded(PopularityScorer.load(models).figures, more))
    PopularityScorer(popularity).save(out)
    old_sentiment = SentimentScorer.load(models)
    by_mean_vote = old_sentiment.by_votes(films)
    sentiment = np.where(told, by_mean_vote, _padded(old_sentiment.figures, more))
    SentimentScorer(sentiment).save(out)

    bias = np.where(told, sentiment - np.float32(stars.mean), _padded(stars.film_bias, more))
    alike = Neighbours(_padded(stars.alike.index, more), _padded(stars.alike.weight, more))
    StarsModel(stars.mean, bias, counts, alike, stars.config).save(out)

    old = CollaborativeScorer.load(models)
    CollaborativeScorer(Columns(old.columns.films, len(films)), old.ease, old.ials, old.config).save(out)

    graph = GraphScorer.load(models).filter
    GraphScorer(GraphFilter(_padded(graph.inward, more), _padded(graph.outward, more))).save(out)

    ids = store.fingerprint(film.id for film in films)
    store.write(out, recommender.NAME, {}, {**old_meta, "films": ids})


def _padded(array: NDArray[Any], rows: int) -> NDArray[Any]:
    """With so many rows of zeros more."""
    return np.pad(array, [(0, rows), *[(0, 0)] * (array.ndim - 1)])
