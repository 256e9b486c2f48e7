"""Where an indexed picture lies on this machine: a picture file, or a moment of a video."""

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import BadInput
from data.sources.pictures import read_picture

_MOMENT = re.compile(r"(?P<file>.+)#t=(?P<seconds>\d+(?:\.\d+)?)", re.DOTALL)
"""A media fragment, as W3C's "Media Fragments URI" writes it."""


def place_of_frame(path: Path, seconds: float) -> str:
    """The place of a video's frame."""
    return f"{path.resolve()}#t={seconds:.2f}"


def picture_at(place: str) -> NDArray[np.uint8]:
    """(h, w, 3) the picture at a place.

    Raises BadInput if it is an address elsewhere, has gone, or cannot be read.
    """
    if "://" in place:
        raise BadInput(f"{place} does not lie on this machine.")
    moment = _MOMENT.fullmatch(place)
    if moment is None:
        return read_picture(Path(place))
    from data.sources.video import frame_at

    return frame_at(Path(moment["file"]), float(moment["seconds"]))
