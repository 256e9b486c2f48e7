"""Pictures out of files and folders, whatever state they are in."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from data.errors import BadInput

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff"})

MAX_BYTES = 40 * 2**20
MAX_PIXELS = 89_000_000
MIN_SIDE = 16
LONGEST_SIDE = 1024
"""Pictures are reduced to this when read; no model sees more."""

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
"""JPEG, PNG, GIF, BMP and both kinds of TIFF."""

_FILM_ID = re.compile(r"(tt\d{6,10}|[a-z0-9]+(?:-[a-z0-9]+)*-(?:18|19|20)\d\d)(?=$|[_. (-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A picture file and the film it names."""

    path: Path
    film_id: str


def is_picture(content: bytes) -> bool:
    """Whether the content begins as a picture does; it may be damaged all the same."""
    return content.startswith(_BEGINNINGS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def decode(content: bytes, name: str = "the picture") -> NDArray[np.uint8]:
    """(h, w, 3) sRGB, upright, at most LONGEST_SIDE pixels long; of an animation the first frame.

    Raises BadInput where the content is no picture, is broken, far too large or too small to have a look.
    """
    if len(content) > MAX_BYTES:
        raise BadInput(f"{name} is larger than {MAX_BYTES // 2**20} MB; send a smaller copy.")
    try:
        with Image.open(io.BytesIO(content)) as image:
            _check_size(image.size, name)
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            return _upright(image)
    except BadInput:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadInput(f"{name} has too many pixels to open; send a smaller copy.") from error
    except (
        Exception
    ) as error:  # Pillow's decoders raise OSError, ValueError, SyntaxError, struct.error and more
        raise BadInput(f"{name} is not a picture that can be read, or is damaged.") from error


def _check_size(size: tuple[int, int], name: str) -> None:
    width, height = size
    if width * height > MAX_PIXELS:
        raise BadInput(f"{name} has {width} × {height} pixels, too many to open; send a smaller copy.")
    if min(width, height) < MIN_SIDE:
        raise BadInput(f"{name} is only {width} × {height} pixels, too small to have a look.")


def _upright(image: Image.Image) -> NDArray[np.uint8]:
    turned = ImageOps.exif_transpose(image)
    if "A" in turned.getbands() or "transparency" in turned.info:
        layered = turned.convert("RGBA")
        ground = Image.new("RGBA", layered.size, (255, 255, 255, 255))  # as a page would show it
        turned = Image.alpha_composite(ground, layered)
    plain = turned.convert("RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return np.asarray(plain)


def read_picture(path: Path) -> NDArray[np.uint8]:
    """Decode a file; see `decode`. Raises BadInput naming the file."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadInput(f"{path.name} is larger than {MAX_BYTES // 2**20} MB.")
        return decode(path.read_bytes(), path.name)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}.") from error


def list_pictures(folder: Path) -> list[Path]:
    """Every picture file below a folder, by its suffix, in order of path.

    Raises BadInput if it is no folder.
    """
    if not folder.is_dir():
        raise BadInput(f"{folder} is not a folder of pictures.")
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def film_id_of(path: Path) -> str | None:
    """The film a file names: "tt0113277.jpg", "parasite-2019_2.jpg", or a folder so named."""
    for part in (path.stem, path.parent.name):
        match = _FILM_ID.match(part)
        if match:
            return match.group(1).lower()
    return None


def pictures_of_films(folder: Path, known: frozenset[str]) -> Iterator[Found | Path]:
    """Picture files named after films that are known; files of no such film come as their bare path."""
    for path in list_pictures(folder):
        film_id = film_id_of(path)
        yield Found(path, film_id) if film_id in known and film_id else path
