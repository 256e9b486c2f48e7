import io

import pytest
from PIL import Image

from adapters.contact_sheet import CELL_HEIGHT, CELL_WIDTH, GAP, Cell, contact_sheet
from recsys.looks.palette import Swatch


def sheet(*cells: Cell, footer: str = "") -> Image.Image:
    return Image.open(io.BytesIO(contact_sheet(cells, footer=footer)))


def near(colour: object, expected: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(part - wanted) < 12 for part, wanted in zip(colour, expected, strict=True))


def test_pictures_stand_side_by_side_with_their_colours_below() -> None:
    drawn = sheet(
        Cell("Red", (Swatch((200, 30, 30), 0.9),), Image.new("RGB", (600, 400), (200, 30, 30))),
        Cell("Blue", (Swatch((30, 60, 200), 0.9),), Image.new("RGB", (100, 400), (30, 60, 200))),
    )
    middle = GAP + CELL_HEIGHT // 2
    assert near(drawn.getpixel((GAP + CELL_WIDTH // 2, middle)), (200, 30, 30))
    assert near(drawn.getpixel((2 * GAP + CELL_WIDTH * 3 // 2, middle)), (30, 60, 200))
    assert near(drawn.getpixel((2 * GAP + CELL_WIDTH * 3 // 2, GAP + CELL_HEIGHT + 6)), (30, 60, 200))


def test_colours_stand_in_for_a_picture_that_may_not_be_shown() -> None:
    drawn = sheet(Cell("Heat", (Swatch((16, 32, 64), 0.6), Swatch((192, 128, 48), 0.2))))
    assert near(drawn.getpixel((GAP + 20, GAP + 100)), (16, 32, 64))
    assert near(drawn.getpixel((GAP + CELL_WIDTH * 7 // 10, GAP + 100)), (16, 32, 64))  # as wide as its share
    assert near(drawn.getpixel((GAP + CELL_WIDTH - 20, GAP + 100)), (192, 128, 48))


@pytest.mark.parametrize(
    "caption", ["", "A title that goes on and on " * 9, "Amélie – Le fabuleux destin", "千と千尋"]
)
def test_any_caption_fits(caption: str) -> None:
    assert sheet(Cell(caption)).width == CELL_WIDTH + 2 * GAP


def test_twelve_films_make_three_rows_and_credits_a_line_more() -> None:
    cells = [Cell(str(number)) for number in range(12)]
    without, with_credits = sheet(*cells), sheet(*cells, footer="(c) Blender Foundation")
    assert without.width == 5 * (CELL_WIDTH + GAP) + GAP
    assert with_credits.height > without.height > 3 * CELL_HEIGHT
