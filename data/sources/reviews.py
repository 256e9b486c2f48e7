"""The figures of the IMDb Large Movie Review Dataset. No sentence of it is read into memory."""

from pathlib import Path

import numpy as np

from data.catalogue import Catalogue
from data.reviews import ReviewFigures
from data.sources.tables import read_table


def read_review_figures(source: Path, catalogue: Catalogue) -> ReviewFigures:
    """Count the reviews of each film and the share that praises it. Raises BadInput if they are missing."""
    reviews = read_table(source, "reviews/imdb_reviews.parquet", ["imdb_id", "label"])
    position = {film.imdb_id: index for index, film in enumerate(catalogue.films) if film.imdb_id}
    reviews["item"] = reviews["imdb_id"].map(position)
    reviews = reviews.dropna(subset="item")
    items = reviews["item"].to_numpy(np.int64)
    counts = np.bincount(items, minlength=len(catalogue))
    positive = np.bincount(items, weights=reviews["label"] == "pos", minlength=len(catalogue))
    share = np.divide(positive, counts, out=np.full(len(catalogue), np.nan), where=counts > 0)
    return ReviewFigures(counts.astype(np.int32), share.astype(np.float32))
