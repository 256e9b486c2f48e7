"""A taste drawn as a picture: genres, eras, stars, directors and the colours of the films loved."""

import colorsys
import io
from collections.abc import Sequence
from typing import Final, TypeVar

from PIL import Image, ImageDraw, ImageFont

from adapters.lettering import lettering, shortened
from agent.events import TasteCard
from recsys.looks.palette import Swatch
from tools.taste_figures import STARS, Share

WIDTH, HEIGHT, EDGE, GAP = 1080, 1350, 64, 48
GROUND, PANEL, INK, DIM, EVERYBODY = (
    (19, 19, 24),
    (30, 30, 38),
    (243, 240, 233),
    (160, 157, 152),
    (214, 208, 190),
)
ACCENT: Final = (232, 163, 61)
"""Where no film lends its colour."""
HALF = (WIDTH - 2 * EDGE - GAP) // 2
BAND, BAND_TOP = 158, 256
FOOT = 40
FORMAT = "JPEG"

T = TypeVar("T")
Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]
"""Left, top, width, height."""


def taste_card(card: TasteCard) -> bytes:
    """A JPEG of 1080 × 1350. Takes a moment: run it off the loop."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    _Drawing(ImageDraw.Draw(image), card).draw()
    out = io.BytesIO()
    image.save(out, FORMAT, quality=90, optimize=True)
    return out.getvalue()


class _Drawing:
    """One card on its way to paper."""

    def __init__(self, draw: ImageDraw.ImageDraw, card: TasteCard) -> None:
        self._draw = draw
        self._card = card
        self._figures = card.figures
        self._accent = accent(card.colours)

    def draw(self) -> None:
        card, right = self._card, EDGE + HALF + GAP
        wide = WIDTH - 2 * EDGE
        self._text((EDGE, 58), card.title, lettering(62, bold=True), INK, wide)
        self._text((EDGE, 142), card.subtitle, lettering(30), DIM, wide)
        self._heading((EDGE, BAND_TOP - 40), "loved", wide)
        self._band((EDGE, BAND_TOP, wide, BAND))
        top = BAND_TOP + BAND + 56
        self._genres((EDGE, top, HALF, 420))
        self._directors((right, top, HALF, 420))
        below = top + 420 + 56
        self._columns((EDGE, below, HALF, 270), "eras", [(share.name, share) for share in self._eras()])
        if self._figures.months:
            self._plain((right, below, HALF, 270), "months", self._card.months, self._figures.months)
        else:
            labels = [f"{stars:g}" if stars.is_integer() else "" for stars in STARS]
            self._plain((right, below, HALF, 270), "ratings", labels, self._figures.stars)
        foot = HEIGHT - FOOT - 34
        self._text((EDGE, foot), self._card.means, lettering(25), DIM, wide - 250)
        name, font = "CineAesthete", lettering(25, bold=True)
        self._draw.text((WIDTH - EDGE - font.getlength(name), foot), name, self._accent, font)

    def _eras(self) -> Sequence[Share]:
        """The last ten decades; what is older joins the first of them."""
        return self._figures.decades[-10:]

    def _text(
        self, at: tuple[int, int], text: str, font: ImageFont.FreeTypeFont, fill: Colour, width: int
    ) -> None:
        self._draw.text(at, shortened(text, font, width), fill, font)

    def _heading(self, at: tuple[int, int], key: str, width: int) -> None:
        self._text(at, self._card.headings[key], lettering(27, bold=True), self._accent, width)

    def _band(self, box: Box) -> None:
        """A stripe for each film loved, of its own colours from the darkest to the lightest."""
        x, y, width, height = box
        stripes = self._card.colours or ((Swatch(PANEL, 1.0),),)
        for number, swatches in enumerate(stripes):
            left = x + round(width * number / len(stripes))
            right = x + round(width * (number + 1) / len(stripes)) - (4 if number + 1 < len(stripes) else 0)
            whole, before = sum(swatch.share for swatch in swatches) or 1.0, 0.0
            for swatch in sorted(swatches, key=lambda each: sum(each.rgb)):
                upper, lower = (y + round(height * part / whole) for part in (before, before + swatch.share))
                self._draw.rectangle((left, upper, right, max(upper, lower)), fill=swatch.rgb)
                before += swatch.share

    def _genres(self, box: Box) -> None:
        """Bars of one's own share, each with a mark where everybody's ends."""
        x, y, width, height = box
        self._heading((x, y - 6), "genres", width - 170)
        self._legend(x + width, y)
        most = max(max(share.own, share.everybody) for share in self._figures.genres)
        step, font = (height - 44) // max(len(self._figures.genres), 5), lettering(25)
        for number, (label, share) in enumerate(zip(self._card.genres, self._figures.genres, strict=True)):
            top = y + 44 + number * step
            self._text((x, top), label, font, INK, width - 80)
            percent = f"{round(100 * share.own)}%"
            self._draw.text((x + width - font.getlength(percent), top), percent, DIM, font)
            line = top + 34
            self._draw.rounded_rectangle((x, line, x + width, line + 9), 4, PANEL)
            if own := round(width * share.own / most):
                self._draw.rounded_rectangle((x, line, x + own, line + 9), 4, self._accent)
            mark = x + round((width - 4) * share.everybody / most)
            self._draw.rectangle((mark, line - 5, mark + 3, line + 14), fill=EVERYBODY)

    def _legend(self, right: int, y: int) -> None:
        """What the mark means."""
        label, font = self._card.headings["everybody"], lettering(22)
        left = right - font.getlength(label)
        self._draw.text((left, y), label, DIM, font)
        self._draw.rectangle((left - 14, y + 3, left - 11, y + 22), fill=EVERYBODY)

    def _directors(self, box: Box) -> None:
        x, y, width, height = box
        self._heading((x, y - 6), "directors", width)
        step, big, small = (height - 44) // 5, lettering(31), lettering(24)
        for number, maker in enumerate(self._figures.directors):
            top = y + 44 + number * step
            count = f"{maker.films}×"
            self._draw.text((x, top), count, self._accent, lettering(31, bold=True))
            self._text((x + 74, top), maker.name, big, INK, width - 74)
            if maker.stars is not None:
                self._stars(x + 74, top + 41, maker.stars)
            elif maker.films:
                self._text((x + 74, top + 40), "–", small, DIM, width)

    def _stars(self, x: int, y: int, stars: float) -> None:
        """Five of them, filled as far as the mean goes."""
        for number in range(5):
            left = x + number * 26
            self._star(left, y, PANEL)
            filled = min(max(stars - number, 0.0), 1.0)
            if filled >= 0.25:
                self._star(left, y, self._accent if filled >= 0.75 else _mixed(self._accent, PANEL, 0.5))

    def _star(self, x: int, y: int, fill: Colour) -> None:
        self._draw.polygon([(x + 22 * px, y + 22 * py) for px, py in _STAR], fill=fill)

    def _columns(self, box: Box, key: str, shares: Sequence[tuple[str, Share]]) -> None:
        """Columns of one's own share, each with a mark where everybody's ends."""
        x, y, width, height = box
        self._heading((x, y - 6), key, width - 170)
        self._legend(x + width, y)
        most = max(max(share.own, share.everybody) for _, share in shares)
        for left, right, (label, share) in _spaced(x, width, shares):
            top, foot = y + 60, y + height - 34
            self._column((left, top, right, foot), share.own / most)
            mark = foot - round((foot - top - 3) * share.everybody / most)
            self._draw.rectangle((left - 3, mark - 2, right + 3, mark + 1), fill=EVERYBODY)
            self._label(label, left, right, foot)

    def _plain(self, box: Box, key: str, labels: Sequence[str], counts: Sequence[int]) -> None:
        x, y, width, height = box
        self._heading((x, y - 6), key, width)
        most = max(*counts, 1)
        for left, right, (label, count) in _spaced(x, width, list(zip(labels, counts, strict=True))):
            self._column((left, y + 60, right, y + height - 34), count / most)
            self._label(label, left, right, y + height - 34)

    def _column(self, box: Box, share: float) -> None:
        left, top, right, foot = box
        self._draw.rounded_rectangle((left, top, right, foot), 5, PANEL)
        if share > 0:
            high = max(round((foot - top) * share), 8)
            self._draw.rounded_rectangle((left, foot - high, right, foot), 5, self._accent)

    def _label(self, label: str, left: int, right: int, foot: int) -> None:
        font = lettering(18)
        self._draw.text(((left + right - font.getlength(label)) / 2, foot + 8), label, DIM, font)


def accent(colours: Sequence[Sequence[Swatch]]) -> Colour:
    """The strongest colour of the films loved, light enough to be read on the dark ground."""
    swatches = [swatch for film in colours for swatch in film]
    if not swatches:
        return ACCENT
    strongest = max(swatches, key=lambda swatch: _strength(swatch) * swatch.share**0.5)
    if _strength(strongest) < 0.1:
        return ACCENT
    hue, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in strongest.rgb))
    red, green, blue = colorsys.hls_to_rgb(hue, 0.62, min(max(saturation, 0.45), 0.75))
    return round(255 * red), round(255 * green), round(255 * blue)


def _strength(swatch: Swatch) -> float:
    return (max(swatch.rgb) - min(swatch.rgb)) / 255


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


_STAR = [
    (0.5, 0.0), (0.62, 0.36), (1.0, 0.38), (0.7, 0.61), (0.81, 1.0),
    (0.5, 0.78), (0.19, 1.0), (0.3, 0.61), (0.0, 0.38), (0.38, 0.36),
]  # fmt: skip


def _spaced(x: int, width: int, items: Sequence[T]) -> list[tuple[int, int, T]]:
    """Left and right of each item's column."""
    pitch = width / max(len(items), 1)
    thick = round(min(pitch * 0.66, 56))
    return [
        (left := x + round(pitch * number + (pitch - thick) / 2), left + thick, item)
        for number, item in enumerate(items)
    ]
