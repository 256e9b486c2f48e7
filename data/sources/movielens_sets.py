"""The MovieLens sets that GroupLens publishes: what their archives hold, and how their files are read."""

import csv
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.errors import SourceError
from data.films import Film
from data.sources.archives import UNREADABLE
from data.sources.movielens import Link, link

BASE = "https://files.grouplens.org/datasets/movielens"
"""Where the archives lie."""

LICENCE = """\
MovieLens data sets, (c) GroupLens Research, University of Minnesota. In short:
- for research and private, non-commercial use; anything that earns money needs GroupLens' permission;
- say nowhere that the University of Minnesota or GroupLens endorse what you do with it;
- acknowledge it in publications: F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets:
  History and Context. ACM TiiS 5, 4, Article 19. https://doi.org/10.1145/2827872
- provided as is, without any warranty. 1m may not be passed on to others without permission.
The full terms come in the README of the set, and stand at https://grouplens.org/datasets/movielens/."""

_GENRES = {
    "Children": "Family",
    "Children's": "Family",
    "Musical": "Music",
    "Sci-Fi": "Science Fiction",
    **{
        name: name
        for name in (
            *("Action", "Adventure", "Animation", "Comedy", "Crime", "Documentary", "Drama", "Fantasy"),
            *("Horror", "Mystery", "Romance", "Thriller", "War", "Western"),
        )
    },
}
"""MovieLens' genres as ours; those that are none (IMAX, Film-Noir) are left out."""


@dataclass(frozen=True, slots=True)
class MovieLensSet:
    """One published set."""

    size: str
    ratings: int
    """About how many."""
    suffix: str = "csv"
    files: tuple[str, ...] = ("ratings", "movies", "links")

    @property
    def folder(self) -> str:
        """The folder inside the archive."""
        return f"ml-{self.size}"

    @property
    def archive(self) -> str:
        """The archive's file name."""
        return f"{self.folder}.zip"

    @property
    def names(self) -> tuple[str, ...]:
        """The files that are needed."""
        return tuple(f"{name}.{self.suffix}" for name in self.files)


SETS: Mapping[str, MovieLensSet] = {
    one.size: one
    for one in (
        MovieLensSet("latest-small", 100_000),
        MovieLensSet("1m", 1_000_000, "dat", ("ratings", "movies")),
        MovieLensSet("25m", 25_000_000),
        MovieLensSet("32m", 32_000_000),
    )
}
"""By size, the smallest first."""

_LARGEST = 2_500_000_000
"""Bytes that a file of a set may have when unpacked; ratings.csv of 32m has 0.9 GB."""
_MOST_PACKED = 50
"""Times that a file may be smaller in the archive; those published are smaller by 3 to 6."""


def unpack(archive: Path, which: MovieLensSet, out: Path) -> None:
    """Write the files needed of an archive to the folder `out`, under their plain names.

    Only the names expected are looked for, so that nothing in the archive decides where anything is written;
    what is far larger unpacked than it can be is refused. Raises SourceError where it is another archive or
    damaged, OSError where the disk is full.
    """
    try:
        with zipfile.ZipFile(archive) as packed:
            known = {info.filename: info for info in packed.infolist()}
            readme = next((name for name in known if name.startswith(f"{which.folder}/README")), None)
            for name in (*which.names, *((Path(readme).name,) if readme else ())):
                info = known.get(f"{which.folder}/{name}")
                if info is None:
                    raise SourceError(
                        f"{archive.name} holds no {which.folder}/{name}; it is not the set {which.size}."
                    )
                if info.file_size > min(_LARGEST, _MOST_PACKED * max(info.compress_size, 100_000)):
                    raise SourceError(
                        f"{name} in {archive.name} would have {info.file_size / 1e9:.1f} GB unpacked: "
                        "this is not what GroupLens publishes."
                    )
                with packed.open(info) as inside, (out / name).open("wb") as outside:
                    shutil.copyfileobj(inside, outside, 1 << 20)
    except UNREADABLE as error:
        raise SourceError(
            f"{archive.name} is no sound zip archive ({error}). Delete it and fetch it again."
        ) from error


@dataclass(frozen=True, slots=True)
class Listed:
    """A film as MovieLens lists it."""

    link: Link
    film: Film
    """The bare facts MovieLens knows; its id is left empty."""


def read_films(folder: Path, which: MovieLensSet) -> list[Listed]:
    """The films that have a year, from an unpacked set. Raises SourceError naming file and line."""
    ids: dict[str, tuple[str, str]] = {}
    if "links" in which.files:
        ids = {row[0]: (row[1], row[2]) for row in _rows(folder / "links.csv", 3)}
    path = folder / which.names[which.files.index("movies")]
    films = []
    for number, title, genres in _rows(path, 3):
        imdb, tmdb = ids.get(number, ("", ""))
        if not number.isdecimal() or not (imdb.isdecimal() or not imdb) or not (tmdb.isdecimal() or not tmdb):
            raise SourceError(f"{path.name}: the film {number!r} has ids that are no numbers.")
        found = link(int(number), title, f"tt{imdb.zfill(7)}" if imdb else None, int(tmdb) if tmdb else None)
        if found.year:
            films.append(Listed(found, _film(found, genres)))
    return films


def _film(found: Link, genres: str) -> Film:
    return Film(
        id="",
        title=found.plain_title,
        year=found.year or 0,
        genres=tuple(dict.fromkeys(_GENRES[name] for name in genres.split("|") if name in _GENRES)),
        imdb_id=found.imdb_id,
        tmdb_id=found.tmdb_id,
    )


def _rows(path: Path, width: int) -> Iterator[list[str]]:
    """The rows of a CSV file with a heading, or of a ::-separated one without."""
    dat = path.suffix == ".dat"
    with path.open(encoding="latin-1" if dat else "utf-8", newline="") as file:
        lines = (line.rstrip("\r\n").split("::") for line in file) if dat else csv.reader(file, strict=True)
        try:
            for number, row in enumerate(lines, 1):
                if len(row) < width:
                    raise SourceError(f"{path.name}, line {number}: {len(row)} columns instead of {width}.")
                if dat or number > 1:
                    yield row[:width]
        except (csv.Error, UnicodeDecodeError) as error:
            raise SourceError(f"{path.name} cannot be read: {error}.") from error
