from pathlib import Path

import numpy as np
import pytest

from data.errors import StarterPackError
from recsys import store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store.write(tmp_path, "model", {"weights": np.arange(6, dtype=np.float16).reshape(2, 3)}, {"reg": 0.5})
    return tmp_path


def test_round_trip(folder: Path) -> None:
    stored = store.read(folder, "model")
    assert stored.arrays["weights"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert stored.meta == {"reg": 0.5}


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(StarterPackError, match="no trained model model"):
        store.read(tmp_path, "model")


@pytest.mark.parametrize("damage", ["model.json", "model.weights.npy"])
def test_damaged(folder: Path, damage: str) -> None:
    (folder / damage).write_bytes((folder / damage).read_bytes()[:40])
    with pytest.raises(StarterPackError, match="is damaged"):
        store.read(folder, "model")


def test_an_array_is_gone(folder: Path) -> None:
    (folder / "model.weights.npy").unlink()
    with pytest.raises(StarterPackError, match="is damaged"):
        store.read(folder, "model")


def test_another_version(folder: Path) -> None:
    path = folder / "model.json"
    path.write_text(path.read_text().replace('"format": 1', '"format": 99'))
    with pytest.raises(StarterPackError, match="format 99"):
        store.read(folder, "model")


def test_pickled_objects_are_refused(folder: Path) -> None:
    np.save(folder / "model.weights.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(StarterPackError, match="is damaged"):
        store.read(folder, "model")
