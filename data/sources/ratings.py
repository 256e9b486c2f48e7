"""The ratings of ml-1m and ml-latest-small together, on the films of the catalogue."""

from pathlib import Path

import numpy as np

from data.catalogue import Catalogue
from data.ratings import Ratings
from data.sources.movielens import Linker, read_links
from data.sources.tables import read_table


def read_ratings(source: Path, catalogue: Catalogue) -> Ratings:
    """Both sets as one; users of the two sets are different people, ml-1m's first.

    Where two MovieLens numbers mean one film and a user rated both, the mean counts. Ratings of films outside
    the catalogue are left out, and so are users who have no other. Raises BadInput for missing sources.
    """
    import pandas as pd

    linker = Linker(catalogue.films)
    item_of = {link.movie_id: linker.find(link) for link in read_links(source)}
    older = read_table(source, "ml-1m/ratings.parquet", ["user_id", "movie_id", "rating"])
    newer = read_table(source, "ml-latest-small/ratings.csv", ["userId", "movieId", "rating"])
    newer = newer.rename(columns={"userId": "user_id", "movieId": "movie_id"})
    newer["user_id"] += older["user_id"].max()
    both = pd.concat([older, newer])
    both["item"] = both["movie_id"].map(item_of)
    stars = both.dropna(subset="item").groupby(["user_id", "item"], sort=True)["rating"].mean()
    users, names = pd.factorize(stars.index.get_level_values("user_id"), sort=True)
    return Ratings(
        users.astype(np.int32),
        stars.index.get_level_values("item").to_numpy(np.int32),
        stars.to_numpy(np.float32),
        len(names),
    )
