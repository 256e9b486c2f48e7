"""The rating rows of a MovieLens set: read in pieces, checked, and kept as plain arrays."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import SourceError

PIECE = 32_000_000
"""Bytes read at once."""

MOST_UNUSABLE = 0.01
"""Share of ratings off the scale from which a file is not taken for ratings of films at all."""

_ROW = np.dtype([("user", np.int32), ("movie", np.int32), ("stars", np.float32)])
_RATING = re.compile(rb"\s*(?:\d{1,9},\d{1,9},[\w.+-]+(?:,.*)?)?\s*$")


@dataclass(frozen=True, slots=True)
class RatingRows:
    """Ratings under MovieLens' own numbers."""

    users: NDArray[np.int32]
    """(n,)"""
    movies: NDArray[np.int32]
    """(n,)"""
    halves: NDArray[np.uint8]
    """(n,) half stars, 1 to 10."""

    def __len__(self) -> int:
        return len(self.users)


@dataclass(frozen=True, slots=True)
class Unusable:
    """Rows that were left out."""

    off_scale: int
    """Ratings that are not 0.5 to 5 stars in halves."""
    repeated: int
    """Ratings of a film that the same user rates again further down: the last one counts."""


def read_ratings(path: Path, progress: Callable[[int, int], None]) -> tuple[RatingRows, Unusable]:
    """Read `user,film,stars,…` with a heading (.csv), or `user::film::stars::…` without (.dat).

    `progress` is told the bytes read and the bytes there are. Raises SourceError naming the line that is no
    rating, and where there is no rating, or too many are off the scale.
    """
    total = path.stat().st_size
    pieces: list[NDArray[np.void]] = []
    line, done = 1, 0
    for piece in _pieces(path):
        text = piece
        if path.suffix == ".dat":
            text = piece.replace(b"::", b",")
        elif line == 1:
            heading, _, text = piece.partition(b"\n")
            if not heading.lower().startswith(b"userid,movieid,rating"):
                raise SourceError(
                    f"{path.name} does not begin with userId,movieId,rating: it holds no ratings."
                )
            line = 2
        if text.strip():
            pieces.append(_parsed(text, path.name, line))
        line += text.count(b"\n")
        done += len(piece)
        progress(done, total)
    if not pieces:
        raise SourceError(f"{path.name} holds no ratings.")
    return _checked(np.concatenate(pieces), path.name)


def _pieces(path: Path) -> Iterator[bytes]:
    """The file in pieces that end with a line."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece + file.readline()


def _parsed(text: bytes, name: str, first_line: int) -> NDArray[np.void]:
    try:
        return np.loadtxt(
            io.BytesIO(text),
            _ROW,
            delimiter=",",
            usecols=(0, 1, 2),
            ndmin=1,
            encoding="latin-1",
            comments=None,
        )
    except (ValueError, OverflowError) as error:
        bad = next((row for row, line in enumerate(text.split(b"\n")) if not _RATING.match(line)), None)
        where = "" if bad is None else f", line {first_line + bad}"
        raise SourceError(f"{name}{where}: this is no rating ({error}).") from error


def _checked(rows: NDArray[np.void], name: str) -> tuple[RatingRows, Unusable]:
    halves = rows["stars"] * 2
    right = (halves >= 1) & (halves <= 10) & (halves == np.round(halves))
    off_scale = int(len(rows) - right.sum())
    if off_scale > MOST_UNUSABLE * len(rows):
        raise SourceError(
            f"{name}: {off_scale:,} of {len(rows):,} ratings are not 0.5 to 5 stars; it is on another scale."
        )
    rows, halves = rows[right], halves[right]
    pairs = (rows["user"].astype(np.int64) << 32) | rows["movie"].astype(np.int64)
    _, last = np.unique(pairs[::-1], return_index=True)
    kept = np.sort(len(rows) - 1 - last)
    unusable = Unusable(off_scale, len(rows) - len(kept))
    users, movies = rows["user"][kept], rows["movie"][kept]
    return RatingRows(users, movies, halves[kept].astype(np.uint8)), unusable
