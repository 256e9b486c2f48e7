"""Small packs of films and models, made in a second."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from data.catalogue import Catalogue
from data.films import Film
from data.films_file import write_films
from data.manifest import write_manifest
from data.pack import FILMS, MODELS
from data.ratings import Ratings
from recsys.training import train
from recsys.training.train import TrainConfig
from tests.recsys import toys

TINY = TrainConfig.model_validate(
    {
        "min_ratings": 3,
        "ease": {"reg": 5.0},
        "ials": {"factors": 4, "epochs": 5},
        "content": {"rank": 4},
        "graph": {"rank": 4},
        "stars": {"shrinkage": 2.0, "neighbours": 6},
    }
)


def write_pack(folder: Path, films: Sequence[Film] = (), ratings: Ratings | None = None) -> Path:
    """The toy world's films and models, with these films besides."""
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = Catalogue((*toys.catalogue().films, *films))
    write_films(catalogue.films, folder / FILMS)
    train(
        catalogue,
        ratings or toys.ratings(),
        folder / MODELS,
        rng=np.random.default_rng(0),
        progress=lambda _: None,
        config=TINY,
    )
    write_manifest(folder, {"films": len(catalogue)})
    return folder
