from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.pack import DEFAULT_FOLDER
from recsys.looks.faces import FaceDetector
from recsys.looks.figures import FIGURES
from recsys.looks.folder import MODEL
from recsys.looks.model import FACES, LookModel
from recsys.looks.phrases import read
from tests.recsys.looks import pictures

STARTER_MODEL = DEFAULT_FOLDER / "looks" / MODEL

pytestmark = pytest.mark.skipif(not STARTER_MODEL.exists(), reason="the starter pack has no look model")


@pytest.fixture(scope="module")
def portrait() -> np.ndarray:
    """A photograph in the public domain that matplotlib carries: Grace Hopper before a flag."""
    matplotlib = pytest.importorskip("matplotlib")
    with Image.open(Path(matplotlib.get_data_path()) / "sample_data" / "grace_hopper.jpg") as image:
        return np.asarray(image.convert("RGB"))


@pytest.fixture(scope="module")
def detector() -> FaceDetector:
    return FaceDetector(STARTER_MODEL / FACES)


def test_a_face_is_found_where_it_is(detector: FaceDetector, portrait: np.ndarray) -> None:
    (box,) = detector.find(portrait)
    left, top, right, bottom = box
    assert 0.3 < (left + right) / 2 < 0.7
    assert 0.1 < (top + bottom) / 2 < 0.5
    share, count = detector.figures(portrait)
    assert 0.03 < share < 0.3
    assert count == pytest.approx(1 / 8)


def test_faces_are_counted_one_by_one(detector: FaceDetector, portrait: np.ndarray) -> None:
    row = np.concatenate([portrait[:400]] * 3, axis=1)
    assert len(detector.find(row)) == 3


@pytest.mark.parametrize("picture", [pictures.noise(), pictures.plain(200, 150, 120), pictures.neon()])
def test_no_face_is_seen_where_there_is_none(detector: FaceDetector, picture: np.ndarray) -> None:
    assert detector.figures(picture).tolist() == [0, 0]


def test_a_face_tells_in_the_measured_aspects(portrait: np.ndarray) -> None:
    model = LookModel.load(STARTER_MODEL)
    seen = model.look_at([portrait, pictures.noise(size=(200, 200))])
    assert seen.figures[:, FIGURES.index("face")] == pytest.approx([0.1, 0], abs=0.09)
    from recsys.looks.aspects import NAMES

    standing = model.scale.score(seen.figures)
    assert standing[0, NAMES.index("close_up")] > standing[1, NAMES.index("close_up")]
    assert standing[0, NAMES.index("unpeopled")] < standing[1, NAMES.index("unpeopled")]


@pytest.mark.parametrize(
    ("phrase", "aspect"),
    [
        ("a close-up of a face", "close_up"),
        ("one giant face", "close_up"),
        ("a crowd of people", "crowd"),
        ("many faces", "crowd"),
        ("an empty street, no people", "unpeopled"),
    ],
)
def test_words_of_people(phrase: str, aspect: str) -> None:
    assert read(phrase).aspects[aspect] == 1
