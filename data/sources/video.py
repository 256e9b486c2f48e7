"""Frames out of a video file: one of every shot, without black frames, title cards and near-doubles."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.errors import BadInput
from data.sources.pictures import LONGEST_SIDE

SAMPLES = 900
"""Frames looked at in all, evenly over the film."""

SHOT_SECONDS = 3.0
"""One frame for every so many seconds of a shot, at least one."""

MAX_FRAMES = 120
"""Frames kept of one film."""

_EXACT_S = 0.02  # two moments within it are one: places are written to a hundredth of a second

_CUT = 0.16  # mean difference of thumbnails, 0 to 1, above which a new shot begins
_TWIN = 0.045  # below which two frames show the same
_BLACK, _FLAT = 14.0, 6.0  # mean and spread of lightness, 0 to 255


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame worth keeping."""

    seconds: float
    picture: NDArray[np.uint8]
    """(h, w, 3)."""


def frames(path: Path, *, limit: int = MAX_FRAMES) -> list[Frame]:
    """The frames worth keeping, in order of time.

    Raises BadInput if the file is missing, no video, or nothing in it can be decoded.
    """
    kept: list[tuple[Frame, NDArray[np.float32]]] = []
    shot: list[tuple[Frame, NDArray[np.float32]]] = []
    looked_at = 0
    for frame in _samples(path):
        looked_at += 1
        small = _thumbnail(frame.picture)
        if shot and float(np.abs(small - shot[-1][1]).mean()) > _CUT:
            _keep(shot, kept)
            shot = []
        shot.append((frame, small))
    _keep(shot, kept)
    if not looked_at:
        raise BadInput(f"No frame of {path.name} can be decoded; the video is damaged or cut off.")
    if len(kept) > limit:
        kept = [kept[index] for index in np.linspace(0, len(kept) - 1, limit).astype(int)]
    return [frame for frame, _ in kept]


def frame_at(path: Path, seconds: float) -> NDArray[np.uint8]:
    """(h, w, 3) what is shown at that moment.

    Raises BadInput if the file has gone or cannot be read there.
    """
    with _opened(path) as (container, stream):
        container.seek(int(seconds / stream.time_base), stream=stream)
        for frame in _decoded(container, stream):
            if float(frame.time or 0.0) >= seconds - _EXACT_S:
                return _as_picture(frame)
    raise BadInput(f"{path.name} has no frame at {seconds:.2f} s.")


def is_empty(picture: NDArray[np.uint8]) -> bool:
    """Black, white or nearly of one tone: nothing to look at."""
    light = picture.mean(axis=2)
    return bool(light.mean() < _BLACK or light.std() < _FLAT)


def is_title_card(picture: NDArray[np.uint8]) -> bool:
    """Letters on a plain ground: most of the frame one tone, the rest thin and of strong contrast."""
    light = picture.mean(axis=2)
    counts, edges = np.histogram(light, bins=32, range=(0, 256))
    ground = int(counts.argmax())
    share = float(counts[max(0, ground - 1) : ground + 2].sum() / light.size)
    tone = float(edges[ground] + 4)
    away = np.abs(light - tone) > 70
    colours = picture[away].astype(np.int16) if away.any() else np.zeros((1, 3), np.int16)
    one_ink = bool((colours.max(axis=1) - colours.min(axis=1)).mean() < 40 or colours.std(axis=0).mean() < 30)
    return share > 0.8 and 0.003 < float(away.mean()) < 0.2 and one_ink


def _keep(
    shot: list[tuple[Frame, NDArray[np.float32]]], kept: list[tuple[Frame, NDArray[np.float32]]]
) -> None:
    """Keep frames spread evenly over a shot, less those that are empty, title cards or shown before."""
    if not shot:
        return
    count = max(1, int((shot[-1][0].seconds - shot[0][0].seconds) / SHOT_SECONDS))
    middles = [int((part + 0.5) * len(shot) / count) for part in range(count)]
    for frame, small in (shot[middle] for middle in middles):
        if is_empty(frame.picture) or is_title_card(frame.picture):
            continue
        if all(float(np.abs(small - other).mean()) > _TWIN for _, other in kept):
            kept.append((frame, small))


def _samples(path: Path) -> Iterator[Frame]:
    with _opened(path) as (container, stream):
        every = _interval(container, stream)
        due = 0.0
        for frame in _decoded(container, stream):
            at = float(frame.time or 0.0)
            if at + 1e-6 >= due:
                due = at + every
                yield Frame(at, _as_picture(frame))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Any, Any]]:
    """PyAV's container and its picture track. Raises BadInput if there is none."""
    try:
        import av
    except ImportError:
        raise BadInput(
            "Reading videos needs the video extra: run `pip install 'cineaesthete[video]'`."
        ) from None
    try:
        container = av.open(str(path))
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}.") from None
    except (av.FFmpegError, OSError, ValueError) as error:
        raise BadInput(f"{path.name} is not a video that can be read.") from error
    with container:
        if not container.streams.video:
            raise BadInput(f"{path.name} has no picture track; frames need a video.")
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        yield container, stream


def _decoded(container: Any, stream: Any) -> Iterator[Any]:  # noqa: ANN401 - both are PyAV's, imported lazily
    """The frames from here on, up to where the file is damaged or cut off: what came before it is good."""
    import av

    with suppress(av.FFmpegError):
        yield from container.decode(stream)


def _interval(container: Any, stream: Any) -> float:  # noqa: ANN401 - both are PyAV's, imported lazily
    """Seconds between the frames looked at."""
    import av

    if stream.duration and stream.time_base:
        seconds = float(stream.duration * stream.time_base)
    else:
        seconds = float(container.duration or 0) / av.time_base
    return max(0.25, seconds / SAMPLES)


def _as_picture(frame: Any) -> NDArray[np.uint8]:  # noqa: ANN401 - PyAV's frame
    scale = min(1.0, LONGEST_SIDE / max(frame.width, frame.height))
    width, height = max(2, round(frame.width * scale)), max(2, round(frame.height * scale))
    picture: NDArray[np.uint8] = frame.reformat(width, height, format="rgb24").to_ndarray()
    return picture


def _thumbnail(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(12, 16, 3) values 0 to 1, the means of tiles."""
    thin = picture[:: max(1, picture.shape[0] // 96), :: max(1, picture.shape[1] // 128)]
    rows = np.array_split(np.arange(thin.shape[0]), 12)
    columns = np.array_split(np.arange(thin.shape[1]), 16)
    tiles = [[thin[r[0] : r[-1] + 1, c[0] : c[-1] + 1].mean(axis=(0, 1)) for c in columns] for r in rows]
    return (np.array(tiles) / 255).astype(np.float32)
