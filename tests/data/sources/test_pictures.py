import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from data.errors import BadInput
from data.sources.pictures import (
    LONGEST_SIDE,
    Found,
    decode,
    film_id_of,
    list_pictures,
    pictures_of_films,
    read_picture,
)


def encoded(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P", "RGBA", "LA", "CMYK", "I;16", "YCbCr"])
def test_every_kind_of_picture_becomes_rgb(mode: str) -> None:
    image = Image.new("L", (40, 30), 200).convert(mode) if mode != "I;16" else Image.new("I;16", (40, 30))
    form = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "PNG")
    picture = decode(encoded(image, form))
    assert picture.shape == (30, 40, 3)
    assert picture.dtype == np.uint8


def test_of_an_animation_the_first_frame_is_taken() -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    picture = decode(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert picture[0, 0].tolist() == [255, 0, 0]


def test_a_large_picture_is_reduced_and_a_turned_one_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    picture = decode(encoded(Image.new("RGB", (3000, 1500)), "JPEG", exif=exif))
    assert picture.shape == (LONGEST_SIDE, LONGEST_SIDE // 2, 3)


def test_what_is_transparent_stands_on_white() -> None:
    assert decode(encoded(Image.new("RGBA", (20, 20), (0, 0, 0, 0))))[0, 0].tolist() == [255, 255, 255]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a picture"),
        (b"GIF89a", "not a picture"),
        (encoded(Image.new("RGB", (200, 200)), "JPEG")[:300], "damaged"),
        (encoded(Image.new("RGB", (1, 1))), "only 1 × 1 pixels"),
        (encoded(Image.new("1", (40_000, 4_000))), "too many"),
        (b"\x89PNG" + bytes(41 * 2**20), "larger than 40 MB"),
    ],
)
def test_what_cannot_be_used_is_said_in_words(content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        decode(content)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"gone\.jpg cannot be read"):
        read_picture(tmp_path / "gone.jpg")
    with pytest.raises(BadInput, match="not a folder"):
        list_pictures(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "film"),
    [
        ("tt0113277.jpg", "tt0113277"),
        ("TT0113277_2.png", "tt0113277"),
        ("tt0113277 (still).jpg", "tt0113277"),
        ("parasite-2019.jpg", "parasite-2019"),
        ("the-thing-1982_poster.webp", "the-thing-1982"),
        ("tt0113277/one.jpg", "tt0113277"),
        ("IMG_1234.jpg", None),
        ("holiday.jpg", None),
    ],
)
def test_a_file_names_its_film(name: str, film: str | None) -> None:
    assert film_id_of(Path("pictures") / name) == film


def test_files_of_no_film_are_told_apart(tmp_path: Path) -> None:
    for name in ("tt0113277.jpg", "tt9999999.jpg", "holiday.jpg", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    found = list(pictures_of_films(tmp_path, frozenset({"tt0113277"})))
    assert [one.film_id for one in found if isinstance(one, Found)] == ["tt0113277"]
    assert [one.name for one in found if isinstance(one, Path)] == ["holiday.jpg", "tt9999999.jpg"]
