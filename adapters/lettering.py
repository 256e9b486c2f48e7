"""The letters of drawn cards: Roboto, which has the accents of the languages that films are named in."""

import io
from importlib.resources import files

from PIL import ImageFont


def lettering(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The font in so many pixels."""
    name = "Roboto-Bold.ttf" if bold else "Roboto-Regular.ttf"
    content = (files("font_roboto") / "files" / name).read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size)


def shortened(text: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """As much of the text as fits into so many pixels."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"
