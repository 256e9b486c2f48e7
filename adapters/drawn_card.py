"""A film's card drawn from its facts, for surfaces that want a picture where no poster can be shown."""

import colorsys
import hashlib
import io
import textwrap

from PIL import Image, ImageDraw

from adapters.lettering import lettering, shortened
from agent.events import FilmCard

WIDTH, HEIGHT, MARGIN = 640, 360, 36
INK, DIM = (245, 243, 238), (196, 192, 186)


def drawn_card(card: FilmCard) -> bytes:
    """A JPEG of 640 × 360: title, year, who made it, genres, on a colour of its own or out of its palette."""
    film = card.film
    image = Image.new("RGB", (WIDTH, HEIGHT), _ground(card))
    draw = ImageDraw.Draw(image)
    title, small = lettering(44, bold=True), lettering(22)
    y = MARGIN
    for line in textwrap.wrap(film.title, 24, max_lines=3, placeholder=" …"):
        draw.text((MARGIN, y), line, INK, title)
        y += 54
    facts = [str(film.year), f"{film.runtime} min" if film.runtime else "", ", ".join(film.genres[:3])]
    for line in (" · ".join(fact for fact in facts if fact), ", ".join(film.directors[:2])):
        draw.text((MARGIN, y + 10), shortened(line, small, WIDTH - 2 * MARGIN), DIM, small)
        y += 34
    x, width = float(MARGIN), (WIDTH - 2 * MARGIN) / max(1, len(card.palette))
    for swatch in card.palette:
        draw.rectangle((round(x), HEIGHT - 40, round(x + width) - 2, HEIGHT - 24), fill=swatch.hex)
        x += width
    out = io.BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue()


def _ground(card: FilmCard) -> tuple[int, int, int]:
    """Dark enough for light letters; the same film always has the same."""
    if card.palette:
        red, green, blue = (int(card.palette[0].hex[at : at + 2], 16) / 255 for at in (1, 3, 5))
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    else:
        hue = hashlib.sha256(card.film.id.encode()).digest()[0] / 256
        saturation = 0.35
    red, green, blue = colorsys.hls_to_rgb(hue, 0.2, min(saturation, 0.6))
    return round(255 * red), round(255 * green), round(255 * blue)
