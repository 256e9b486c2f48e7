from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.errors import BadInput
from data.sources.places import picture_at, place_of_frame
from tests.data.sources.test_video import drawn, write_video


def test_a_picture_file_is_a_place(tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), (10, 200, 30)).save(tmp_path / "a #t=b.png")
    assert picture_at(str(tmp_path / "a #t=b.png")).shape == (30, 40, 3)


def test_so_is_a_moment_of_a_video(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    write_video(path, [(drawn(seed), 2) for seed in range(4)])
    for seconds, seed in ((0.0, 0), (3.0, 1), (7.5, 3)):
        shown = picture_at(place_of_frame(path, seconds))
        assert np.abs(shown.astype(float) - drawn(seed)).mean() < 12
    with pytest.raises(BadInput, match="no frame at 90"):
        picture_at(place_of_frame(path, 90))


@pytest.mark.parametrize("place", ["https://pictures.example/a.jpg", "gone.jpg", "gone.mp4#t=1.00", ""])
def test_what_is_not_here_is_said(place: str) -> None:
    with pytest.raises(BadInput):
        picture_at(place)
