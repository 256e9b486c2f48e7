"""Which pictures a chat searches."""

from pathlib import Path

import pytest

from adapters.settings import Settings
from adapters.stock import LOOKS, load_looks, load_palettes
from data.pack import DEFAULT_FOLDER, StarterPack
from recsys.looks.folder import MODEL, IndexFolder, Picture
from recsys.looks.indexing import Indexer
from recsys.looks.model import LookModel
from tests.recsys.looks import pictures

STARTER = DEFAULT_FOLDER / LOOKS

pytestmark = pytest.mark.skipif(not STARTER.exists(), reason="the starter pack has no look index")


@pytest.fixture(scope="module")
def pack() -> StarterPack:
    return StarterPack.load()


def settings(home: Path) -> Settings:
    return Settings(home=home)


def test_a_fresh_machine_searches_the_starters_posters(pack: StarterPack, tmp_path: Path) -> None:
    looks = load_looks(settings(tmp_path), pack)
    assert looks is not None
    assert len(looks) > 1000


def test_ones_own_pictures_are_searched_too_unless_they_are_damaged(
    pack: StarterPack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own = IndexFolder.create(tmp_path / LOOKS, STARTER / MODEL)
    with Indexer(own, LookModel.load(STARTER / MODEL)) as indexer:
        indexer.add(Picture("tt0113277", "mine.jpg", "still", ""), pictures.neon())
    alone = load_looks(settings(tmp_path / "elsewhere"), pack)
    both = load_looks(settings(tmp_path), pack)
    assert alone is not None
    assert both is not None
    assert len(both) == len(alone) + 1

    next((tmp_path / LOOKS / "parts").glob("*.npz")).write_bytes(b"")
    left = load_looks(settings(tmp_path), pack)
    assert left is not None
    assert len(left) == len(alone)
    assert "Delete that file" in caplog.text


def test_the_colours_of_films_stand_in_for_pictures(pack: StarterPack, tmp_path: Path) -> None:
    palettes = load_palettes(settings(tmp_path), pack)
    assert palettes is not None
    assert len(palettes) == len(pack.catalogue)
    heat = palettes.of("tt0113277")
    assert heat is not None
    assert heat.swatches
