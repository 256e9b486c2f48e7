"""The MovieLens sets on this machine: their ratings as arrays, their films and terms as published."""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from data.errors import BadInput, SourceError
from data.sources.movielens_ratings import RatingRows, Unusable, read_ratings
from data.sources.movielens_sets import SETS, Listed, MovieLensSet, read_films, unpack

FOLDER = Path("sources") / "movielens"
"""Below the data folder."""

FORMAT = 1
CARD = "set.json"
_ARRAYS = ("users", "movies", "halves")


@dataclass(frozen=True, slots=True)
class Ingested:
    """A set on this machine."""

    size: str
    films: list[Listed]
    ratings: RatingRows
    """Memory-mapped."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was brought in."""

    ratings: int
    users: int
    films: int
    unusable: Unusable


class MovieLensStore:
    """One folder a set, each whole or not there at all."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def sizes(self) -> list[str]:
        """The sets that are there, the smallest first."""
        return [size for size in SETS if (self.root / size / CARD).is_file()]

    def add(self, archive: Path, which: MovieLensSet, progress: Callable[[int, int], None]) -> Report:
        """Unpack and read an archive; a set of that size already there is replaced at last.

        Raises SourceError where the archive is not as it should be, OSError where the disk is full.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{which.size}-", dir=self.root))
        try:
            unpack(archive, which, work)
            films = read_films(work, which)
            table = work / which.names[0]
            rows, unusable = read_ratings(table, progress)
            table.unlink()
            for name in _ARRAYS:
                np.save(work / f"{name}.npy", getattr(rows, name), allow_pickle=False)
            report = Report(len(rows), len(np.unique(rows.users)), len(films), unusable)
            card = {"format": FORMAT, "size": which.size, "ratings": report.ratings, "users": report.users}
            (work / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
            target = self.root / which.size
            shutil.rmtree(target, ignore_errors=True)
            work.rename(target)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        return report

    def load(self, size: str) -> Ingested:
        """A set that is there. Raises BadInput if it is not, SourceError if it is damaged."""
        folder = self.root / size
        again = f"Run `cineaesthete ingest movielens --size {size}` to bring it in again."
        if not (folder / CARD).is_file():
            raise BadInput(f"MovieLens {size} is not here. {again}")
        try:
            card: Any = json.loads((folder / CARD).read_text(encoding="utf-8"))
            arrays = [np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _ARRAYS]
            sound = card["format"] == FORMAT and {len(array) for array in arrays} == {card["ratings"]}
        except (OSError, ValueError, KeyError, TypeError, EOFError):
            sound = False
        if not sound:
            raise SourceError(f"What is in {folder} is damaged or of another version. {again}")
        return Ingested(size, read_films(folder, SETS[size]), RatingRows(*arrays))
