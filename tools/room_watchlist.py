"""The watchlist of a server or group, as the library's tools hand it on: one list of all who are there."""

from data.films import Film
from memory.room_lists import Room
from tools.base import Caller
from tools.results import LibraryEntry, LibraryShown, LibraryUpdated
from tools.services import Services

SHOWN = 50


def room_asked(caller: Caller, *, shared: bool | None) -> Room | None:
    """The room whose list is meant; None where it is the person's own, as it is for who is alone with us."""
    where = caller.where
    return Room(where.surface, where.room) if shared and where.room else None


async def show_room_list(room: Room, services: Services) -> LibraryShown:
    """The films that the room keeps, newest first."""
    found = [services.catalogue.get(film_id) for film_id in await services.room_lists.films(room)]
    entries = tuple(LibraryEntry(film) for film in found if film)
    return LibraryShown("watchlist", entries[:SHOWN], total=len(entries), shared=True)


async def change_room_list(
    action: str, film: Film, room: Room, caller: Caller, services: Services
) -> LibraryUpdated:
    """Put a film on the list, or take it off."""
    adding = action == "watchlist_add"
    if adding:
        changed = await services.room_lists.add(room, film.id, caller.person_id)
    else:
        changed = await services.room_lists.remove(room, film.id)
    return LibraryUpdated(
        action,
        LibraryEntry(film, saved=adding),
        LibraryEntry(film, saved=adding != changed),
        shared=True,
    )
