"""The tool update_library."""

import asyncio

from data.achievements import Achievement
from data.films import Film
from memory.library import Change
from recsys.reviews.impression import stars_of
from recsys.reviews.text import clean
from tools.achieving import achieve
from tools.arguments import UpdateLibrary
from tools.base import Caller
from tools.entries import entry
from tools.lasting_words import lasting_words
from tools.resolving import find_film
from tools.results import LibraryUpdated, RatingNeeded, ReviewNeeded, UnknownFilm, WhichFilm
from tools.room_watchlist import change_room_list, room_asked
from tools.services import Services


async def update_library(
    arguments: UpdateLibrary, caller: Caller, services: Services
) -> LibraryUpdated | RatingNeeded | ReviewNeeded | WhichFilm | UnknownFilm:
    """Write down what the person says of one film.

    `action`: rate (with `rating`, 0.5 to 5 stars; "9/10" is 4.5), seen, unseen (they have not seen it after
    all), watchlist_add (to watch later), watchlist_remove, dislike (not for them, never suggest it again),
    review (with their own words in `text`). `title` as they wrote it; `year` only if they said one.
    """
    film = find_film(arguments.title, services.titles, year=arguments.year)
    if not isinstance(film, Film):
        return film
    room = room_asked(caller, shared=arguments.shared)
    if room and arguments.action in ("watchlist_add", "watchlist_remove"):
        return await change_room_list(arguments.action, film, room, caller, services)
    if arguments.action == "rate" and arguments.rating is None:
        return RatingNeeded(film)
    if arguments.action == "review":
        return await _review(arguments, film, caller, services)
    before, after = await _write(arguments, caller.person_id, film.id, services)
    untold = after.rating is None and after.review is None
    fresh = arguments.action == "seen" and not before.seen and untold
    asks = fresh and await services.follow_ups.may_ask(caller.person_id, film.id, caller.at)
    achieved = await _achieved(caller, services) if after != before else ()
    return LibraryUpdated(
        arguments.action,
        entry(film, after),
        entry(film, before),
        achieved=achieved,
        asks="opinion" if asks else None,
    )


async def _achieved(caller: Caller, services: Services) -> tuple[Achievement, ...]:
    """What they have achieved by this; where others read along it waits until they are alone with us."""
    alone = caller.where.channel is None
    achieved = await achieve(caller.person_id, caller.at, services, told=alone)
    return achieved if alone else ()


async def _write(arguments: UpdateLibrary, person_id: int, film_id: str, services: Services) -> Change:
    library, rating = services.library, arguments.rating
    if rating is not None and arguments.action in ("rate", "seen"):
        return await library.rate(person_id, film_id, _half_stars(rating), said=arguments.text)
    match arguments.action:
        case "seen" | "rate":
            return await library.mark_seen(person_id, film_id)
        case "unseen":
            return await library.unmark_seen(person_id, film_id)
        case "watchlist_add":
            return await library.save(person_id, film_id)
        case "watchlist_remove":
            return await library.unsave(person_id, film_id)
        case _:
            return await library.dislike(person_id, film_id)


async def _review(
    arguments: UpdateLibrary, film: Film, caller: Caller, services: Services
) -> LibraryUpdated | ReviewNeeded:
    """Keep their words. Stars they did not give are put down where the words leave no doubt, and said so."""
    text = clean(arguments.text or "")
    if not text and arguments.rating is not None:
        rated = await services.library.rate(caller.person_id, film.id, _half_stars(arguments.rating))
        achieved = await _achieved(caller, services)
        return LibraryUpdated("rate", entry(film, rated[1]), entry(film, rated[0]), achieved=achieved)
    if not text:
        return ReviewNeeded(film)
    stars = None if arguments.rating is None else _half_stars(arguments.rating)
    known = await services.library.row(caller.person_id, film.id)
    sounded = None
    if stars is None and known.rating is None:
        sounded = await asyncio.to_thread(_sounds_like, text, film, services)
    before, after = await services.library.review(
        caller.person_id, film.id, text, stars=sounded if stars is None else stars
    )
    return LibraryUpdated(
        "review",
        entry(film, after),
        entry(film, before),
        achieved=await _achieved(caller, services),
        replaced=before.review not in (None, text),
        sounded=sounded,
        asks="stars" if after.rating is None else None,
        preference=lasting_words(text, services.catalogue, services.people),
    )


def _sounds_like(text: str, film: Film, services: Services) -> float | None:
    if services.review_desk is None:
        return None
    (reading,) = services.review_desk.reader.read([text], [film.title])
    return stars_of(text, reading)


def _half_stars(rating: float) -> float:
    """The nearest half star: what the buttons offer and the lists show."""
    return max(0.5, round(rating * 2) / 2)
