"""Several pictures on one sheet, numbered, each with its colours: where a surface shows one picture only."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from adapters.lettering import lettering, shortened
from recsys.looks.palette import Swatch

CELL_WIDTH, CELL_HEIGHT, GAP, STRIP, CAPTION = 300, 200, 12, 14, 26
GROUND, INK = (24, 25, 28), (236, 236, 232)
COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of the sheet."""

    caption: str
    palette: Sequence[Swatch] = ()
    """Largest share first."""
    picture: Image.Image | None = None
    """None where no picture may be shown: the colours fill its place."""


def contact_sheet(cells: Sequence[Cell], *, columns: int = COLUMNS, footer: str = "") -> bytes:
    """The sheet as a JPEG, left to right, top to bottom. `footer` is for credits."""
    columns = max(1, min(columns, len(cells)))
    rows = -(-len(cells) // columns)
    cell_height = CELL_HEIGHT + STRIP + CAPTION
    width = columns * (CELL_WIDTH + GAP) + GAP
    height = rows * (cell_height + GAP) + GAP + (CAPTION if footer else 0)
    sheet = Image.new("RGB", (width, height), GROUND)
    draw = ImageDraw.Draw(sheet)
    font = lettering(15)
    for number, cell in enumerate(cells):
        x = GAP + number % columns * (CELL_WIDTH + GAP)
        y = GAP + number // columns * (cell_height + GAP)
        if cell.picture is None:
            _swatches(draw, cell.palette, (x, y, CELL_WIDTH, CELL_HEIGHT))
        else:
            sheet.paste(*_fitted(cell.picture, x, y))
        _swatches(draw, cell.palette, (x, y + CELL_HEIGHT, CELL_WIDTH, STRIP))
        caption = shortened(f"{number + 1}  {cell.caption}", font, CELL_WIDTH)
        draw.text((x, y + CELL_HEIGHT + STRIP + 4), caption, INK, font)
    if footer:
        draw.text((GAP, height - CAPTION), shortened(footer, font, width - 2 * GAP), INK, font)
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def _fitted(picture: Image.Image, x: int, y: int) -> tuple[Image.Image, tuple[int, int]]:
    """The whole picture within the cell, and where its corner lies."""
    fitted = picture.convert("RGB")
    fitted.thumbnail((CELL_WIDTH, CELL_HEIGHT), Image.Resampling.LANCZOS)
    return fitted, (x + (CELL_WIDTH - fitted.width) // 2, y + (CELL_HEIGHT - fitted.height) // 2)


def _swatches(draw: ImageDraw.ImageDraw, palette: Sequence[Swatch], box: tuple[int, int, int, int]) -> None:
    """Each colour as wide as its share of all that are named."""
    x, y, width, height = box
    whole, before = sum(swatch.share for swatch in palette), 0.0
    for swatch in palette:
        left, right = (round(x + width * part / whole) for part in (before, before + swatch.share))
        draw.rectangle((left, y, max(left, right - 1), y + height - 1), fill=swatch.hex)
        before += swatch.share
