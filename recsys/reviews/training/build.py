"""Everything of the starter pack that comes out of reviews: the compact classifier, and figures per film."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from data.films import Film
from data.sources.review_texts import LabelledReviews, read_labelled_reviews, read_labelled_sentences
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.figures import Figures, ReadReview, figures
from recsys.reviews.ngrams import words
from recsys.reviews.reading import Reader
from recsys.reviews.starter_figures import StarterFigures
from recsys.reviews.text import clean
from recsys.reviews.training.compact import CompactConfig, train_compact

SEED = 42
_AT_ONCE = 500


def build_reviews(
    films: Sequence[Film],
    source: Path,
    models: Path,
    figures_folder: Path,
    *,
    progress: Callable[[str], None],
    config: CompactConfig | None = None,
) -> int:
    """Train the classifier into `models`, count into `figures_folder` (both existing); how many reviews.

    The classifier never sees the held-out films, so what is measured on them holds for the pack.
    Needs the train extra. Raises BadInput for sources that are missing.
    """
    reviews = read_labelled_reviews(source)
    progress("training the reader of reviews")
    classifier = train_on(reviews, source, config or CompactConfig())
    classifier.save(models)
    progress("reading the reviews")
    collect_figures(films, reviews, Reader(classifier)).save(figures_folder)
    return len(reviews.texts)


def train_on(reviews: LabelledReviews, source: Path, config: CompactConfig) -> SentimentClassifier:
    """The classifier, from the part of the reviews that is not held out."""
    seen = reviews.part(~reviews.held_out)
    sentences, sides = read_labelled_sentences(source)
    half = len(sentences) // 2  # the other half is for measuring
    _, film_numbers = np.unique(np.array(seen.films), return_inverse=True)
    return train_compact(
        [clean(text) for text in seen.texts],
        seen.positive,
        film_numbers.astype(np.int64),
        ([words(sentence) for sentence in sentences[:half]], sides[:half]),
        config=config,
        rng=np.random.default_rng(SEED),
    )


def collect_figures(films: Sequence[Film], reviews: LabelledReviews, reader: Reader) -> StarterFigures:
    """Figures for each film in order."""
    titles = [film.title for film in films]
    position = {film.imdb_id: item for item, film in enumerate(films) if film.imdb_id}
    rows = [row for row, film in enumerate(reviews.films) if film in position]
    of_film: defaultdict[int, list[ReadReview]] = defaultdict(list)
    for start in range(0, len(rows), _AT_ONCE):
        chunk = rows[start : start + _AT_ONCE]
        texts = [clean(reviews.texts[row]) for row in chunk]
        about = [titles[position[reviews.films[row]]] for row in chunk]
        for row, reading in zip(chunk, reader.read(texts, about), strict=True):
            # Only the counts are wanted: without the text, a film's reviews take little memory.
            review = ReadReview("", reading, float(reviews.stars[row]))
            of_film[position[reviews.films[row]]].append(review)
    found: list[Figures | None] = [
        figures(of_film[item]) if item in of_film else None for item in range(len(films))
    ]
    return StarterFigures.collect(found)
