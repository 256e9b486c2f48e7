from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from data.errors import BadInput
from data.sources.video import frames, is_empty, is_title_card

av = pytest.importorskip("av", reason="needs the video extra")

RATE = 12


def drawn(seed: int) -> NDArray[np.uint8]:
    blocks = np.random.default_rng(seed).integers(30, 230, (6, 8, 3))
    return np.kron(blocks, np.ones((20, 20, 1))).astype(np.uint8)


def title_card() -> NDArray[np.uint8]:
    picture = np.zeros((120, 160, 3), np.uint8)
    picture[50:60, 40:120:4] = 250
    return picture


def write_video(path: Path, shots: list[tuple[NDArray[np.uint8], float]]) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=RATE)
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 160, 120, "yuv420p", 2_000_000
        for picture, seconds in shots:
            for _ in range(round(seconds * RATE)):
                container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())


def test_one_frame_of_every_shot_without_black_cards_and_doubles(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    black = np.zeros((120, 160, 3), np.uint8)
    write_video(
        path, [(black, 1), (title_card(), 2), (drawn(1), 2), (drawn(2), 2), (drawn(1), 2), (drawn(3), 2)]
    )
    found = frames(path)
    assert len(found) == 3
    assert [5 > one.seconds > 3 for one in found] == [True, False, False]
    for one, seed in zip(found, (1, 2, 3), strict=True):
        assert np.abs(one.picture.astype(float) - drawn(seed)).mean() < 12


def test_no_more_frames_than_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    write_video(path, [(drawn(seed), 1) for seed in range(8)])
    assert len(frames(path, limit=3)) == 3


def test_a_video_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    write_video(path, [(drawn(seed), 2) for seed in range(4)])
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    assert 1 <= len(frames(path)) < 4


def test_what_is_no_video_is_said_in_words(tmp_path: Path) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("not a video")
    with pytest.raises(BadInput, match=r"notes\.mp4 is not a video"):
        frames(text)
    with pytest.raises(BadInput, match="There is no file"):
        frames(tmp_path / "gone.mp4")
    sound = tmp_path / "sound.wav"
    with av.open(str(sound), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        samples = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), layout="mono")
        samples.sample_rate = 8000
        container.mux(stream.encode(samples))
    with pytest.raises(BadInput, match="no picture track"):
        frames(sound)


def test_empty_frames_and_title_cards_are_known() -> None:
    assert is_empty(np.zeros((60, 80, 3), np.uint8))
    assert is_empty(np.full((60, 80, 3), 250, np.uint8))
    assert is_title_card(title_card())
    assert not is_empty(drawn(1))
    assert not is_title_card(drawn(1))
