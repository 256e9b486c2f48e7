import shutil
from pathlib import Path

import numpy as np
import pytest

from data.errors import BadInput, StarterPackError
from data.pack import DEFAULT_FOLDER
from recsys.looks.folder import MODEL, PARTS, IndexFolder, Picture
from recsys.looks.indexing import Indexer
from recsys.looks.looks import Looks
from recsys.looks.model import CARD, LookModel
from tests.recsys.looks import pictures
from tests.recsys.looks.toy_model import toy_model

STARTER_MODEL = DEFAULT_FOLDER / "looks" / MODEL

pytestmark = pytest.mark.skipif(not STARTER_MODEL.exists(), reason="the starter pack has no look model")


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    return IndexFolder.create(tmp_path / "index", STARTER_MODEL, ["Drawn here."])


def picture(film: str, key: str) -> Picture:
    return Picture(film, key, "still", "")


def test_what_is_indexed_is_read_again(folder: IndexFolder) -> None:
    model = toy_model()
    with Indexer(folder, model, batch=2) as indexer:
        for number in range(5):
            indexer.add(picture(f"film-{number}", "a.jpg"), pictures.noise(number))
        indexer.add(picture("film-0", "a.jpg"), pictures.noise(0))  # known: left out
    assert indexer.added == 5
    again = IndexFolder.open(folder.folder)
    assert [one.film_id for one in again.contents().pictures] == [f"film-{n}" for n in range(5)]
    assert len(list((folder.folder / PARTS).iterdir())) == 3
    assert again.attribution == ("Drawn here.",)
    assert Indexer(again, model).has("film-3", "a.jpg")


def test_a_run_cut_short_goes_on_where_it_stopped(folder: IndexFolder) -> None:
    model = toy_model()

    def run(until: int) -> int:
        with Indexer(folder, model, batch=2) as indexer:
            for number in range(6):
                if number == until:
                    raise KeyboardInterrupt
                indexer.add(picture(f"film-{number}", "a.jpg"), pictures.noise(number))
        return indexer.added

    with pytest.raises(KeyboardInterrupt):
        run(until=3)
    half_written = folder.folder / PARTS / "000009.writing"
    half_written.write_bytes(b"PK\x03\x04 killed here")
    assert run(until=6) == 3
    assert len(folder.contents().pictures) == 6


def test_a_damaged_part_is_named_with_its_mend(folder: IndexFolder) -> None:
    with Indexer(folder, toy_model()) as indexer:
        indexer.add(picture("film", "a.jpg"), pictures.noise())
    part = folder.folder / PARTS / "000000.npz"
    part.write_bytes(part.read_bytes()[:200])
    with pytest.raises(StarterPackError, match=r"000000\.npz .* damaged\. Delete that file"):
        folder.contents()


def test_an_index_of_another_model_is_not_extended(folder: IndexFolder, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(STARTER_MODEL, other)
    card = other / CARD
    card.write_text(card.read_text().replace('"name": "', '"name": "not-'))
    with pytest.raises(BadInput, match="cannot be compared"):
        IndexFolder.create(folder.folder, other)


@pytest.mark.parametrize("content", ["", "{}", '{"format": 1}', '{"format": 99, "model": {}}'])
def test_a_damaged_card_is_said_to_be_damaged(folder: IndexFolder, content: str) -> None:
    (folder.folder / "looks.json").write_text(content)
    with pytest.raises(StarterPackError):
        IndexFolder.open(folder.folder)


def test_no_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StarterPackError, match="cineaesthete looks index"):
        IndexFolder.open(tmp_path)


def test_ones_own_pictures_join_the_starters(folder: IndexFolder) -> None:
    model = LookModel.load(STARTER_MODEL)
    with Indexer(folder, model) as indexer:
        indexer.add(picture("my-film-2020", "a.jpg"), pictures.neon())
    looks = Looks.load(STARTER_MODEL.parent, folder.folder)
    starter = Looks.load(STARTER_MODEL.parent)
    assert len(looks) == len(starter) + 1
    glance, sight = looks.look_at(pictures.neon())
    query = looks.by_glance(glance)
    assert query is not None
    best = looks.search(query, 1)[0]
    assert best.film_id == "my-film-2020"
    assert "dark" in [seen.aspect for seen in looks.sight(best).impressions]
    assert sight.palette[0].name == "black"


def test_the_starters_model_reads_and_sees_without_torch() -> None:
    model = LookModel.load(STARTER_MODEL)
    vectors = model.read(["neon rain at night", "snow"])
    assert vectors.shape == (2, model.width)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-3)
    seen = model.look_at([pictures.noise(), pictures.plain(1, 2, 3, (30, 200))])
    assert np.linalg.norm(seen.vectors, axis=1) == pytest.approx(1, abs=1e-3)
    assert np.isfinite(seen.figures).all()
