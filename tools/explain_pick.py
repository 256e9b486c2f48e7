"""The tool explain_pick."""

import asyncio

from data.errors import BadInput
from data.films import Film
from recsys.types import Request
from tools.arguments import ExplainPick
from tools.base import Caller
from tools.impressions import to_recommendation
from tools.resolving import find_film
from tools.results import Explanation, Pick, UnknownFilm, WhichFilm
from tools.services import Services
from tools.taste import taste


async def explain_pick(
    arguments: ExplainPick, caller: Caller, services: Services
) -> Explanation | WhichFilm | UnknownFilm:
    """Say why a film was recommended: "why that one?", "why Heat?".

    `title` as the person wrote it; leave it out for the film shown last.
    """
    title = arguments.title or next(iter(caller.recently_shown), None)
    if title is None:
        raise BadInput("I have not suggested a film in this conversation yet; tell me which one you mean.")
    film = find_film(title, services.titles)
    if not isinstance(film, Film):
        return film
    item = services.catalogue.index(film.id)
    shown = await services.threads.last_pick(caller.person_id, film.id)
    if shown is not None:
        recommendation = to_recommendation(shown, item, services.catalogue)
        return Explanation(Pick(film, recommendation), was_shown=True)
    rows = await services.library.rows(caller.person_id)
    request = Request(taste(rows, services.catalogue, paused=caller.paused))
    recommendation = await asyncio.to_thread(services.recommender.explain, request, item)
    return Explanation(Pick(film, recommendation), was_shown=False)
