"""The tool social: friends by consent, what they watched, how far tastes agree."""

from datetime import UTC, datetime
from typing import Final

from data.films import Film
from memory.friends import Friend, Friends
from recsys.match import match
from recsys.types import Taste
from tools import taste
from tools.achieving import achieve
from tools.arguments import Social
from tools.base import Caller
from tools.resolving import find_film
from tools.results import UnknownFilm, WhichFilm
from tools.services import Services
from tools.social_results import (
    Deed,
    FriendGone,
    FriendsShown,
    FriendWanted,
    NotAFriend,
    NotShared,
    PersonNeeded,
    SeenBy,
    SimilarPeople,
    SocialResult,
    TasteMatched,
)

DEEDS = 10
FILMS = 5
NUMBERED: Final = "#"
"""Before the number of a person, as a button names them."""
NEVER = datetime.min.replace(tzinfo=UTC)


async def social(
    arguments: Social, caller: Caller, services: Services
) -> SocialResult | WhichFilm | UnknownFilm:
    """What concerns the people they know.

    `kind`: friends_activity (who their friends are, what those watched, requests that wait), taste_match
    (how far they agree with `person`), who_has_seen (which friends have seen `title`), similar_people (the
    friends nearest to their taste), add_friend (ask `person`, or accept a request of theirs), remove_friend
    (end it, decline a request). Nobody is a friend without their consent.
    """
    friends = services.friends
    if arguments.kind == "friends_activity":
        return await _activity(caller.person_id, friends, services)
    if arguments.kind == "similar_people":
        return await _similar(caller, friends, services)
    if arguments.kind == "who_has_seen":
        return await _seen_by(arguments, caller, friends, services)
    if not arguments.person:
        return PersonNeeded(arguments.kind)
    found = await _find(arguments.person, caller.person_id, friends)
    if isinstance(found, NotAFriend):
        return found
    if arguments.kind == "add_friend":
        return await _wanted(found, caller, services)
    if arguments.kind == "remove_friend":
        block = bool(arguments.block)
        return FriendGone(found, await friends.end(caller.person_id, found.id, block=block), blocked=block)
    circle = await friends.circle(caller.person_id)
    if found not in circle.friends:
        return NotAFriend(found.name, known=True)
    if caller.paused or not found.shares:
        return NotShared(None if caller.paused else found)
    return await _match(caller.person_id, found, services)


async def _wanted(found: Friend, caller: Caller, services: Services) -> FriendWanted:
    outcome = await services.friends.add(caller.person_id, found.id)
    if outcome == "accepted":
        for person_id in (caller.person_id, found.id):
            await achieve(person_id, caller.at, services)
    return FriendWanted(found, outcome)


async def _find(name: str, person_id: int, friends: Friends) -> Friend | NotAFriend:
    """The person meant. By number only those are found with whom something is under way already."""
    if name.startswith(NUMBERED):
        circle = await friends.circle(person_id)
        near = (*circle.friends, *circle.asking, *circle.asked)
        return next((friend for friend in near if f"{NUMBERED}{friend.id}" == name), NotAFriend(name))
    found = await friends.named(person_id, name)
    if not found and name.endswith("s"):
        found = await friends.named(person_id, name[:-1])  # "my taste to bens"
    others = [friend for friend in found if friend.id != person_id] or list(found)
    if len(others) > 1:
        return NotAFriend(name, several=True)
    return others[0] if others else NotAFriend(name)


async def _activity(person_id: int, friends: Friends, services: Services) -> FriendsShown:
    circle = await friends.circle(person_id)
    deeds = [deed for friend in circle.friends if friend.shares for deed in await _deeds(friend, services)]
    newest = sorted(deeds, key=lambda deed: deed.at or NEVER, reverse=True)[:DEEDS]
    return FriendsShown(circle.friends, circle.asking, circle.asked, tuple(newest))


async def _deeds(friend: Friend, services: Services) -> list[Deed]:
    """What they have seen, with the stars they gave. What they saved or disliked stays theirs."""
    rows = await services.library.rows(friend.id)
    return [
        Deed(friend.name, film, row.rating, row.rated_at or row.seen_at)
        for row in rows
        if row.seen and (film := services.catalogue.get(row.film_id))
    ]


async def _seen_by(
    arguments: Social, caller: Caller, friends: Friends, services: Services
) -> SeenBy | WhichFilm | UnknownFilm | PersonNeeded:
    if not arguments.title:
        return PersonNeeded(arguments.kind)
    film = find_film(arguments.title, services.titles)
    if not isinstance(film, Film):
        return film
    circle = await friends.circle(caller.person_id)
    near = [friend for friend in circle.friends if friend.shares]
    known = {friend.id for friend in circle.friends}
    here = [friend for friend in await _here(caller, services) if friend.shares and friend.id not in known]
    deeds = [
        deed
        for friend in (*near, *here)
        for deed in await _deeds(friend, services)
        if deed.film.id == film.id
    ]
    return SeenBy(film, tuple(deeds), len(circle.friends), here=caller.where.room is not None)


async def _here(caller: Caller, services: Services) -> tuple[Friend, ...]:
    """Those of this server or group who share what they watch with all who are there."""
    if caller.where.room is None:
        return ()
    return await services.rooms.sharing_in(caller.where.surface, caller.where.room, caller.person_id)


async def _similar(caller: Caller, friends: Friends, services: Services) -> SimilarPeople | NotShared:
    if caller.paused:
        return NotShared(None)
    circle = await friends.circle(caller.person_id)
    matches = [await _match(caller.person_id, friend, services) for friend in circle.friends if friend.shares]
    known = [one for one in matches if one.share is not None]
    return SimilarPeople(tuple(sorted(known, key=lambda one: -(one.share or 0))[:FILMS]), len(circle.friends))


async def _match(person_id: int, friend: Friend, services: Services) -> TasteMatched:
    mine, theirs = await _taste(person_id, services), await _taste(friend.id, services)
    found = match(mine, theirs)
    if found is None:
        return TasteMatched(friend, None, len(set(mine.items.tolist()) & set(theirs.items.tolist())))
    films = services.catalogue.films
    return TasteMatched(
        friend,
        found.share,
        found.common,
        found.sure,
        tuple(films[item] for item in found.agreed[:FILMS]),
        tuple(films[item] for item in found.differed[:FILMS]),
    )


async def _taste(person_id: int, services: Services) -> Taste:
    """Without what is only saved: that says nothing of agreement."""
    rows = [row for row in await services.library.rows(person_id) if row.seen or row.disliked]
    return taste.taste(rows, services.catalogue)
