"""What reviewers thought of each film, as figures. No sentence of theirs is read into memory."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.catalogue import Catalogue
from data.sources.tables import read_table


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """Per film, in the order of the catalogue."""

    counts: NDArray[np.int32]
    """(films,) number of reviews."""
    share_positive: NDArray[np.float32]
    """(films,) 0 to 1, NaN where there is no review."""


def read_review_figures(source: Path, catalogue: Catalogue) -> ReviewFigures:
    """Figures of the IMDb Large Movie Review Dataset. Raises BadInput if it is missing."""
    reviews = read_table(source, "reviews/imdb_reviews.parquet", ["imdb_id", "label"])
    position = {film.imdb_id: index for index, film in enumerate(catalogue.films) if film.imdb_id}
    reviews["item"] = reviews["imdb_id"].map(position)
    reviews = reviews.dropna(subset="item")
    items = reviews["item"].to_numpy(np.int64)
    counts = np.bincount(items, minlength=len(catalogue))
    positive = np.bincount(items, weights=reviews["label"] == "pos", minlength=len(catalogue))
    with np.errstate(invalid="ignore"):
        share = (positive / counts).astype(np.float32)
    return ReviewFigures(counts.astype(np.int32), share)
