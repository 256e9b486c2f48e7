"""`cineaesthete starter`: building the starter pack."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from data.catalogue import Catalogue
from data.errors import BadInput
from data.films_file import write_films
from data.manifest import MANIFEST, write_manifest
from data.pack import DEFAULT_FOLDER, FIGURES, FILMS, MODELS, StarterPack

DEFAULT_SOURCE = Path("../shared/data")
DEFAULT_FACTS = DEFAULT_FOLDER.parent / "facts"
MOST_BYTES = 25_000_000
SEED = 42
STEPS = 14
"""Steps of a build, about; only the bar depends on it."""


@click.group()
def starter() -> None:
    """Build the starter pack."""


@starter.command()
@click.option(
    "--source",
    type=click.Path(path_type=Path),
    default=DEFAULT_SOURCE,
    show_default=True,
    help="Folder of the data sets that it is built from.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=DEFAULT_FOLDER,
    help="Folder to write it to, instead of the one that comes with the program.",
)
def build(source: Path, out: Path) -> None:
    """Build catalogue, models and figures from the source data; a pack already there is replaced at last."""
    if out.exists() and not (out / MANIFEST).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise BadInput(f"{out} is not a starter pack; give an empty or a new folder with --out.")
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise BadInput(f"{out.parent} cannot be written to: {error.strerror}.") from error
    try:
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("", total=STEPS)

            def progress(what: str) -> None:
                bar.update(task, description=what, advance=1)

            build_pack(source, DEFAULT_FACTS, work, progress)
            bar.update(task, completed=STEPS)
        _carry_over(out, work)
        pack = StarterPack.load(work)
        if pack.size_bytes > MOST_BYTES:
            raise BadInput(f"The pack has {pack.size_bytes / 1e6:.1f} MB, more than {MOST_BYTES / 1e6:.0f}.")
        _replace(out, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    click.echo(f"Built {out}: {len(pack.catalogue):,} films, {pack.size_bytes / 1e6:.1f} MB.")


def build_pack(source: Path, facts: Path, out: Path, progress: Callable[[str], None]) -> None:
    """Write a whole pack to the empty folder `out`. The same sources give the same bytes.

    Raises BadInput for sources that are missing or cannot be read, and if the train extra is not installed.
    """
    import numpy as np

    try:
        from recsys.reviews.training.build import build_reviews
        from recsys.training import train
    except ImportError as error:
        raise BadInput(
            "Building the starter pack needs the train extra: run `pip install 'cineaesthete[train]'`."
        ) from error
    from data.sources.catalogue import build_catalogue
    from data.sources.datacard import CARD, datacard
    from data.sources.keywords import MOST
    from data.sources.ratings import read_ratings
    from data.sources.reviews import read_review_figures

    catalogue = Catalogue(build_catalogue(source, facts, progress))
    write_films(catalogue.films, out / FILMS)
    progress("reading the ratings")
    ratings = read_ratings(source, catalogue)
    progress("reading the review figures")
    reviews = read_review_figures(source, catalogue)
    (out / FIGURES).mkdir()
    reviews.save(out / FIGURES)
    train(catalogue, ratings, out / MODELS, rng=np.random.default_rng(SEED), progress=progress)
    films = catalogue.films
    build_reviews(films, source, out / MODELS, out / FIGURES, progress=progress)
    counts = {
        "films": len(films),
        "with_credits": sum(bool(film.directors and film.cast) for film in films),
        "since_2018": sum(film.year >= 2018 for film in films),
        "with_poster": sum(film.poster_path is not None for film in films),
        "ratings": len(ratings),
        "raters": ratings.n_users,
        "rated_films": len(set(ratings.items.tolist())),
        "reviewed_films": int((reviews.counts > 0).sum()),
    }
    (out / CARD).write_text(datacard(counts, MOST), encoding="utf-8", newline="\n")
    write_manifest(out, counts)


def _carry_over(out: Path, work: Path) -> None:
    """Take along the folders that other commands put into the old pack, for example the index of looks."""
    others = [path for path in out.iterdir() if path.is_dir()] if out.is_dir() else []
    for path in others:
        if not (work / path.name).exists():
            shutil.copytree(path, work / path.name)
    write_manifest(work, StarterPack.load(work).manifest.counts)


def _replace(out: Path, work: Path) -> None:
    """Put the finished pack in the place of the old one, which stays until then."""
    work.chmod(0o755)
    if out.exists():
        old = work.with_name(f"{work.name}-old")
        out.rename(old)
        work.rename(out)
        shutil.rmtree(old)
    else:
        work.rename(out)
