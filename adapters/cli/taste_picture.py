"""The picture of a taste, for `cineaesthete library card`."""

import random

from adapters.cli.opening import opened_database
from adapters.settings import Settings
from adapters.stock import load_models, load_palettes
from adapters.taste_card import taste_card as drawn
from agent.wording.phrasebook import Phrasebook
from agent.wording.taste_card import taste_card
from agent.wording.words import Words
from data.errors import BadInput
from memory.library import Library
from memory.people import People
from tools.results import LibraryShown
from tools.taste_figures import FILMS_AT_LEAST, taste_figures


async def draw_taste(user: str, settings: Settings, *, year: int | None, language: str) -> bytes:
    """A JPEG of the user's taste, or of one year of it. Raises BadInput where there are too few films."""
    _, pack, recommender = load_models(settings)
    async with opened_database(settings) as database:
        person = await People(database).resolve("cli", user)
        rows = await Library(database).rows(person.id)
    figures = taste_figures(rows, pack.catalogue, recommender, year=year)
    words = Words(
        Phrasebook(language, random.Random()),  # noqa: S311 - it varies phrases
        pack.catalogue.films,
        palettes=load_palettes(settings, pack),
    )
    card = taste_card(LibraryShown("profile", figures=figures, year=year), person.name, words)
    if card is None:
        raise BadInput(f"A card needs {FILMS_AT_LEAST} films seen or rated; there are fewer.")
    return drawn(card)
