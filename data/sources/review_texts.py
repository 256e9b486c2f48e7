"""Labelled reviews to learn from, held in memory only: no sentence of theirs goes into the starter pack."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.sources.tables import read_table


@dataclass(frozen=True, slots=True)
class LabelledReviews:
    """Reviews with the side they take."""

    texts: list[str]
    """As published, markup included."""
    positive: NDArray[np.bool_]
    """(reviews,)"""
    films: list[str]
    """(reviews,) IMDb ids."""
    stars: NDArray[np.float32]
    """(reviews,) 0.5 to 5."""
    held_out: NDArray[np.bool_]
    """(reviews,) of films that training must not see; no film is in both parts."""

    def part(self, rows: NDArray[np.bool_]) -> "LabelledReviews":
        """Those of the rows that are True."""
        places = np.flatnonzero(rows)
        return LabelledReviews(
            [self.texts[place] for place in places],
            self.positive[places],
            [self.films[place] for place in places],
            self.stars[places],
            self.held_out[places],
        )


def read_labelled_reviews(source: Path) -> LabelledReviews:
    """The IMDb Large Movie Review Dataset (Maas et al. 2011), each text once. Raises BadInput."""
    columns = ["imdb_id", "rating_10", "label", "split", "review"]
    reviews = read_table(source, "reviews/imdb_reviews.parquet", columns)
    # A text that stands under films of both parts belongs to the one that is learned from.
    reviews = reviews.sort_values("split", ascending=False, kind="stable").drop_duplicates("review")
    return LabelledReviews(
        reviews["review"].tolist(),
        (reviews["label"] == "pos").to_numpy(np.bool_),
        reviews["imdb_id"].tolist(),
        (reviews["rating_10"] / 2).to_numpy(np.float32),
        (reviews["split"] == "test").to_numpy(np.bool_),
    )


def read_labelled_sentences(source: Path) -> tuple[list[str], NDArray[np.bool_]]:
    """Sentences of the Stanford Sentiment Treebank (Socher et al. 2013) and whether each is positive.

    Raises BadInput if they are missing.
    """
    table = read_table(source, "reviews/sst2_dev.tsv", ["sentence", "label"], sep="\t", quoting=3)
    joined = [text.replace(" n't", "n't").replace(" '", "'") for text in table["sentence"]]
    return joined, table["label"].to_numpy(np.bool_)
