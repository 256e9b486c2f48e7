import io
from dataclasses import replace

import pytest
from PIL import Image

from adapters.lettering import lettering
from adapters.taste_card import ACCENT, BAND_TOP, EDGE, HEIGHT, WIDTH, accent, taste_card
from agent.events import TasteCard
from recsys.looks.palette import Swatch
from tests.adapters.test_contact_sheet import near
from tools.taste_figures import Maker, Share, TasteFigures

RED, BLUE, GREY = (200, 30, 30), (20, 40, 220), (120, 120, 120)
FIGURES = TasteFigures(
    year=None,
    films=12,
    rated=10,
    minutes=1300,
    countries=3,
    languages=2,
    genres=(Share("Drama", 0.6, 0.4), Share("Horror", 0.1, 0.0)),
    decades=tuple(Share(str(year), 0.1, 0.05) for year in range(1900, 2030, 10)),
    stars=(0, 0, 0, 1, 0, 2, 0, 3, 0, 4),
    mean=4.0,
    everybodys_mean=3.5,
    directors=(Maker("Agnès Varda", 3, 4.5), Maker("A" * 200, 1, None)),
    loved=(),
)
CARD = TasteCard(
    title="Ana’s taste in films",
    subtitle="12 films",
    means="You give 4; everybody 3.5",
    headings={key: key for key in ("genres", "eras", "ratings", "directors", "loved", "everybody", "months")},
    genres=("Drama", "Horror"),
    months=tuple("JFMAMJJASOND"),
    figures=FIGURES,
    colours=((Swatch(RED, 1.0),), (Swatch(BLUE, 1.0),)),
)


def drawn(card: TasteCard) -> Image.Image:
    return Image.open(io.BytesIO(taste_card(card)))


def test_the_films_loved_lend_their_colours() -> None:
    image = drawn(CARD)
    assert image.size == (WIDTH, HEIGHT)
    assert near(image.getpixel((EDGE + 100, BAND_TOP + 60)), RED)
    assert near(image.getpixel((WIDTH - EDGE - 100, BAND_TOP + 60)), BLUE)


def test_the_accent_is_the_strongest_colour_and_light_enough_to_read() -> None:
    red, green, blue = accent([(Swatch(GREY, 0.9), Swatch(BLUE, 0.1))])
    assert blue > max(red, green)
    assert max(red, green, blue) > 170
    assert accent([]) == accent([(Swatch(GREY, 1.0),)]) == ACCENT


@pytest.mark.parametrize(
    "card",
    [
        replace(CARD, colours=()),
        replace(CARD, title="W" * 300, subtitle="w" * 300),
        replace(CARD, figures=replace(FIGURES, year=2025, months=(0,) * 12)),
        replace(
            CARD,
            figures=replace(FIGURES, stars=(0,) * 10, directors=(), genres=FIGURES.genres[:1]),
            genres=("x",),
        ),
        replace(CARD, figures=replace(FIGURES, decades=FIGURES.decades[:1])),
    ],
)
def test_whatever_there_is_can_be_drawn(card: TasteCard) -> None:
    assert drawn(card).size == (WIDTH, HEIGHT)


def test_accents_have_letters_of_their_own() -> None:
    font = lettering(40)
    missing = font.getmask("\uffff").getbbox()
    assert all(font.getmask(letter).getbbox() != missing for letter in "éñüßøőÀçœ–“")
