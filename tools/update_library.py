"""The tool update_library."""

from data.errors import BadInput
from data.films import Film
from memory.library import Change
from tools.arguments import UpdateLibrary
from tools.base import Caller
from tools.entries import entry
from tools.resolving import find_film
from tools.results import LibraryUpdated, RatingNeeded, UnknownFilm, WhichFilm
from tools.services import Services


async def update_library(
    arguments: UpdateLibrary, caller: Caller, services: Services
) -> LibraryUpdated | RatingNeeded | WhichFilm | UnknownFilm:
    """Write down what the person says of one film.

    `action`: rate (with `rating`, 0.5 to 5 stars; "9/10" is 4.5), seen, unseen (they have not seen it after
    all), watchlist_add (to watch later), watchlist_remove, dislike (not for them, never suggest it again),
    review (with their own words in `text`). `title` as they wrote it; `year` only if they said one.
    """
    film = find_film(arguments.title, services.titles, year=arguments.year)
    if not isinstance(film, Film):
        return film
    if arguments.action == "rate" and arguments.rating is None:
        return RatingNeeded(film)
    before, after = await _write(arguments, caller.person_id, film.id, services)
    return LibraryUpdated(arguments.action, entry(film, after), entry(film, before))


async def _write(arguments: UpdateLibrary, person_id: int, film_id: str, services: Services) -> Change:
    library, rating = services.library, arguments.rating
    if rating is not None and arguments.action in ("rate", "seen", "review"):
        change = await library.rate(person_id, film_id, _half_stars(rating), said=arguments.text)
        if arguments.action != "review" or not arguments.text:
            return change
        _, after = await library.review(person_id, film_id, arguments.text)
        return change[0], after
    match arguments.action:
        case "seen" | "rate":
            return await library.mark_seen(person_id, film_id)
        case "unseen":
            return await library.unmark_seen(person_id, film_id)
        case "watchlist_add":
            return await library.save(person_id, film_id)
        case "watchlist_remove":
            return await library.unsave(person_id, film_id)
        case "dislike":
            return await library.dislike(person_id, film_id)
        case "review":
            if not arguments.text:
                raise BadInput("There are no words to keep as a review; tell me what you thought of it.")
            return await library.review(person_id, film_id, arguments.text)


def _half_stars(rating: float) -> float:
    """The nearest half star: what the buttons offer and the lists show."""
    return max(0.5, round(rating * 2) / 2)
