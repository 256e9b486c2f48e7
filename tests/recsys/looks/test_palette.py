import pytest

from recsys.looks.palette import Swatch, pack, palette, unpack
from tests.recsys.looks import pictures


def test_two_halves_give_two_swatches() -> None:
    swatches = palette(pictures.halves((200, 30, 35), (20, 125, 130)))
    assert {swatch.name for swatch in swatches} == {"red", "teal"}
    assert [swatch.share for swatch in swatches] == pytest.approx([0.5, 0.5])


def test_a_small_accent_is_not_averaged_away() -> None:
    picture = pictures.plain(12, 12, 14)
    picture[:16, :20] = (235, 30, 35)
    assert [swatch.name for swatch in palette(picture)] == ["black", "red"]


def test_likenesses_of_one_colour_become_one_swatch() -> None:
    assert len(palette(pictures.noise(low=100, high=112))) == 1


def test_packed_and_unpacked_is_the_same() -> None:
    swatches = (Swatch((1, 2, 3), 0.75), Swatch((250, 0, 128), 0.25))
    assert unpack(pack(swatches)) == swatches
    assert swatches[1].hex == "#fa0080"
