"""Making a new version of films and models out of what was brought in on this machine."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from adapters.settings import Settings
from adapters.stock import LOOKS, load_pack, trained_version
from data.catalogue import Catalogue
from data.errors import AppError, BadInput, StarterPackError
from data.films import Film
from data.films_file import write_films
from data.manifest import write_manifest
from data.models_folder import FOLDER, ModelsFolder
from data.pack import FIGURES, FILMS, MODELS, StarterPack
from data.sources.joined import with_movielens, with_tmdb
from data.sources.movielens_store import Ingested
from data.sources.own_ratings import own_ratings, rated
from data.sources.tmdb_store import FOLDER as TMDB_FOLDER
from data.sources.tmdb_store import TmdbStore
from recsys.reviews.starter_figures import StarterFigures
from recsys.training import train
from recsys.training.extend import extend
from recsys.training.scale import columns_within
from recsys.training.train import TrainConfig

SEED = 42

REVIEW_READER = "review_sentiment.*"
"""What reads reviews; it belongs to no film, and goes along."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A version that was made and taken into use."""

    version: str
    films: int
    new: int
    """Films that the version before, or the starter pack, had not."""
    ratings: int


def with_new_films(settings: Settings, progress: Progress) -> Made | None:
    """The models in use, with the films that TMDb brought since; None where it brought nothing new.

    Raises AppError with the mend.
    """
    version, problem = trained_version(settings)
    try:
        before = load_pack(settings, None if problem else version)
    except AppError:
        if version is None:
            raise
        before = load_pack(settings, None)  # a damaged version is mended by starting from the starter pack
    films = with_tmdb(before.catalogue.films, _fetched(settings))
    if films == list(before.catalogue.films):
        return None
    catalogue = Catalogue(films)

    def models(out: Path) -> None:
        rng = np.random.default_rng(SEED)
        extend(catalogue, before.models, out, rng=rng, progress=progress)

    return _publish(settings, before, catalogue, dict(before.manifest.counts), models)


def from_ratings(
    settings: Settings,
    ingested: Ingested,
    memory_bytes: float,
    progress: Progress,
    config: TrainConfig | None = None,
) -> Made:
    """Everything trained on a MovieLens set, for the starter's films and those of TMDb and MovieLens.

    Raises BadInput where the memory does not do or no rating is of a film known; AppError with the mend.
    """
    progress("joining the films")
    starter = load_pack(settings, None)
    films = with_tmdb(starter.catalogue.films, _fetched(settings))
    catalogue = Catalogue(with_movielens(films, ingested.films, rated(ingested)))
    ratings = own_ratings(catalogue.films, ingested)
    if not len(ratings):
        raise BadInput(f"MovieLens {ingested.size} holds no rating of any film that could be identified.")
    config = config or TrainConfig()
    try:
        columns = min(config.columns, columns_within(memory_bytes, len(ratings)))
    except ValueError as error:
        raise BadInput(f"{error} Take a smaller set, or say --memory-gb.") from error
    config = config.model_copy(update={"columns": columns})

    def models(out: Path) -> None:
        rng = np.random.default_rng(SEED)
        train(catalogue, ratings, out, rng=rng, progress=progress, config=config)

    counts = {**starter.manifest.counts, "ratings": len(ratings), "raters": ratings.n_users}
    counts["rated_films"] = len(np.unique(ratings.items))
    return _publish(settings, starter, catalogue, counts, models)


def _fetched(settings: Settings) -> Sequence[Film]:
    return [one.film for one in TmdbStore(settings.home / TMDB_FOLDER).films()]


def _publish(
    settings: Settings,
    before: StarterPack,
    catalogue: Catalogue,
    counts: dict[str, int],
    make_models: Callable[[Path], None],
) -> Made:
    folder = ModelsFolder(settings.home / FOLDER)
    try:
        with folder.building() as work:
            write_films(catalogue.films, work / FILMS)
            make_models(work / MODELS)
            _take_along(before, work, len(catalogue))
            counts |= {
                "films": len(catalogue),
                "with_credits": sum(bool(film.directors and film.cast) for film in catalogue.films),
                "since_2018": sum(film.year >= 2018 for film in catalogue.films),
                "with_poster": sum(film.poster_path is not None for film in catalogue.films),
            }
            write_manifest(work, counts)
            version = folder.publish(work, datetime.now(UTC))
    except OSError as error:
        raise BadInput(f"{folder.root} cannot be written to: {error.strerror or error}.") from error
    return Made(version, len(catalogue), len(catalogue) - len(before.catalogue), counts.get("ratings", 0))


def _take_along(before: StarterPack, work: Path, n_films: int) -> None:
    """What belongs to a pack and is not learned from ratings: figures of reviews, looks, terms."""
    for path in sorted(before.models.glob(REVIEW_READER)):
        shutil.copy2(path, work / MODELS / path.name)
    if (before.folder / LOOKS).is_dir():
        shutil.copytree(before.folder / LOOKS, work / LOOKS)
    for path in before.folder.glob("*.md"):
        shutil.copy2(path, work / path.name)
    try:
        figures = StarterFigures.load(before.figures, len(before.catalogue))
    except StarterPackError:
        return  # a pack made without any; see `load_review_desk`
    (work / FIGURES).mkdir()
    figures.extended(n_films).save(work / FIGURES)
