"""The MovieLens sets as published, read from a folder, with the facts of their films."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from data.catalogue import Catalogue
from data.errors import BadInput
from data.films import Film
from data.names import title_key
from data.ratings import Ratings
from recsys.types import IntArray

if TYPE_CHECKING:
    import pandas as pd

_TITLE = re.compile(r"^(.*?)\s*(?:\([^()]*\)\s*)*\((\d{4})\)\s*$")

GENRES = {
    "Children's": "Family",
    "Children": "Family",
    "Film-Noir": "Crime",
    "Musical": "Music",
    "Sci-Fi": "Science Fiction",
}
"""MovieLens's names that are not TMDb's."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Ratings whose films are columns in the order of their MovieLens numbers."""

    ratings: Ratings
    order: IntArray
    """(n,) place of each rating in its user's history, 1 the oldest."""
    films: tuple[Film, ...]
    """By column: the catalogue's facts where it knows the film, else title, year and genres as published."""


def read_dataset(name: str, folder: Path, catalogue: Catalogue) -> Dataset:
    """Read "ml-1m" or "ml-100k"; of a film that a user rated twice the last rating counts.

    Raises BadInput for another name, a folder without the files, and files that are not as published.
    """
    import pandas as pd

    readers = {"ml-1m": _read_1m, "ml-100k": _read_100k}
    if name not in readers:
        raise BadInput(f"There is no dataset {name}; there are {', '.join(readers)}.")
    try:
        ratings, titles = readers[name](folder)
    except FileNotFoundError as error:
        missing = f"{folder} lacks {Path(error.filename).name}"
        raise BadInput(f"{missing}, a file of {name}; give the folder with --path.") from None
    except (ValueError, IndexError, UnicodeDecodeError) as error:
        raise BadInput(f"The files in {folder} are not those of {name} as published ({error}).") from error
    ratings = ratings.apply(pd.to_numeric, errors="coerce")
    if not len(ratings):
        raise BadInput(f"{folder} holds no ratings.")
    if ratings.isna().any(axis=None) or not ratings["film"].isin(list(titles)).all():
        raise BadInput(f"{folder} holds rows that are no ratings, or ratings of films that are not listed.")
    ratings = ratings.sort_values("time", kind="stable").drop_duplicates(["user", "film"], keep="last")
    ratings = ratings.sort_index()
    users, _ = pd.factorize(ratings["user"], sort=True)
    items, numbers = pd.factorize(ratings["film"], sort=True)
    order = ratings.groupby("user")["time"].rank(method="first").to_numpy(np.int32)
    stars = ratings["stars"].to_numpy(np.float32)
    if not ((stars >= 0.5) & (stars <= 5)).all():
        raise BadInput(f"{folder} holds ratings outside 0.5 to 5 stars.")
    arrays = users.astype(np.int32), items.astype(np.int32), stars
    found = _Facts(catalogue)
    films = tuple(found.film(*titles[number]) for number in numbers)
    return Dataset(Ratings(*arrays, n_users=int(users.max()) + 1), order, films)


Titles = dict[int, tuple[str, tuple[str, ...]]]


def _read_1m(folder: Path) -> tuple["pd.DataFrame", Titles]:
    import pandas as pd

    if (folder / "ratings.parquet").exists():
        ratings = pd.read_parquet(folder / "ratings.parquet")
        ratings.columns = ["user", "film", "stars", "time"]
    else:
        names = ["user", "film", "stars", "time"]
        ratings = pd.read_csv(folder / "ratings.dat", sep="::", engine="python", names=names)
    lines = (folder / "movies.dat").read_text(encoding="latin-1").splitlines()
    rows = (line.split("::") for line in lines)
    return ratings, {int(number): (title, tuple(genres.split("|"))) for number, title, genres in rows}


def _read_100k(folder: Path) -> tuple["pd.DataFrame", Titles]:
    import pandas as pd

    ratings = pd.read_csv(folder / "u.data", sep="\t", names=["user", "film", "stars", "time"])
    genres = [line.partition("|")[0] for line in (folder / "u.genre").read_text().split()]
    rows = [line.split("|") for line in (folder / "u.item").read_text(encoding="latin-1").splitlines()]
    marks = {int(row[0]): (row[1], zip(genres, row[5:], strict=False)) for row in rows}
    titles = {
        number: (title, tuple(genre for genre, mark in pairs if mark == "1"))
        for number, (title, pairs) in marks.items()
    }
    return ratings, titles


class _Facts:
    """Finds the catalogue's film of a MovieLens title."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known: dict[tuple[str, int], Film] = {}
        for film in catalogue.films:
            for title in (film.title, film.original_title):
                if title:
                    self._known.setdefault((title_key(title), film.year), film)

    def film(self, published: str, genres: tuple[str, ...]) -> Film:
        match = _TITLE.match(published)
        title, year = (match[1], int(match[2])) if match else (published, 0)
        for near in (year, year - 1, year + 1):
            known = self._known.get((title_key(title), near))
            if known is not None:
                return known
        return Film(published, title, year, genres=tuple(GENRES.get(genre, genre) for genre in genres))
