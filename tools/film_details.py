"""The tool film_details."""

import asyncio

from data.films import Film
from memory.library import LibraryRow
from tools.arguments import FilmDetails
from tools.base import Caller
from tools.entries import entry
from tools.resolving import find_film
from tools.results import FilmFacts, UnknownFilm, WhichFilm
from tools.services import Services
from tools.taste import taste


async def film_details(
    arguments: FilmDetails, caller: Caller, services: Services
) -> FilmFacts | WhichFilm | UnknownFilm:
    """Tell the facts of one film: who made it, who plays in it, its length, how audiences rate it.

    Call it for questions about a film itself ("who directed Heat?", "how long is it?", "is it any good?").
    `title` is the title as the person wrote it; `year` only if they said one.
    """
    film = find_film(arguments.title, services.titles, year=arguments.year)
    if not isinstance(film, Film):
        return film
    rows = await services.library.rows(caller.person_id)
    row = next((row for row in rows if row.film_id == film.id), LibraryRow(film.id))
    item, known = services.catalogue.index(film.id), taste(rows, services.catalogue, paused=caller.paused)
    predicted = await asyncio.to_thread(services.recommender.predict_rating, known, item)
    return FilmFacts(entry(film, row), predicted, services.recommender.mean_rating(item))
