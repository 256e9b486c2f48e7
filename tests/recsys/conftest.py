"""A recommender trained once on the toy world."""

from pathlib import Path

import numpy as np
import pytest

from data.pack import StarterPack
from recsys.recommender import Recommender
from recsys.training import train
from recsys.training.train import TrainConfig
from tests.recsys import toys


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("models")
    config = TrainConfig.model_validate(
        {
            "min_ratings": 3,
            "ease": {"reg": 5.0},
            "ials": {"factors": 4, "epochs": 5},
            "content": {"rank": 4},
            "graph": {"rank": 4},
            "stars": {"shrinkage": 2.0, "neighbours": 6},
        }
    )
    train(
        toys.catalogue(),
        toys.ratings(),
        out,
        rng=np.random.default_rng(0),
        progress=lambda _: None,
        config=config,
    )
    return out


@pytest.fixture(scope="session")
def recommender(models: Path) -> Recommender:
    return Recommender.load(toys.catalogue(), models)


@pytest.fixture(scope="session")
def starter() -> StarterPack:
    """The films and models that ship."""
    return StarterPack.load()


@pytest.fixture(scope="session")
def starter_recommender(starter: StarterPack) -> Recommender:
    return Recommender.load(starter.catalogue, starter.models)
