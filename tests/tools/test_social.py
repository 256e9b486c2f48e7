from typing import Any

import pytest

from memory.database import Database
from memory.people import People
from tools.arguments import Social
from tools.base import Caller
from tools.results import UnknownFilm
from tools.services import Services
from tools.social import social
from tools.social_results import (
    FriendGone,
    FriendsShown,
    FriendWanted,
    NotAFriend,
    PersonNeeded,
    SeenBy,
    SimilarPeople,
    TasteMatched,
)


async def ask(caller: Caller, services: Services, kind: Any, **rest: Any) -> Any:
    return await social(Social(kind=kind, **rest), caller, services)


@pytest.fixture
async def friends(ana: Caller, luis: Caller, services: Services) -> None:
    await ask(ana, services, "add_friend", person="luis")
    await ask(luis, services, "add_friend", person="ana")


async def rate(caller: Caller, services: Services, **stars: float) -> None:
    for film_id, given in stars.items():
        await services.library.rate(caller.person_id, film_id, given)


async def test_nobody_is_a_friend_without_a_yes(ana: Caller, luis: Caller, services: Services) -> None:
    wanted = await ask(ana, services, "add_friend", person="Luis")
    assert isinstance(wanted, FriendWanted)
    assert wanted.outcome == "asked"
    assert await ask(ana, services, "taste_match", person="luis") == NotAFriend("luis", known=True)
    shown = await ask(luis, services, "friends_activity")
    assert isinstance(shown, FriendsShown)
    assert [friend.name for friend in shown.asking] == ["ana"]
    assert shown.friends == ()
    accepted = await ask(luis, services, "add_friend", person=f"#{ana.person_id}")
    assert accepted.outcome == "accepted"


async def test_a_number_finds_only_whom_one_deals_with(
    ana: Caller, services: Services, database: Database
) -> None:
    stranger = await People(database).resolve("web", "stranger")
    name = f"#{stranger.id}"
    assert await ask(ana, services, "add_friend", person=name) == NotAFriend(name)


@pytest.mark.usefixtures("friends")
async def test_friends_see_what_was_watched_and_nothing_else(
    ana: Caller, luis: Caller, services: Services
) -> None:
    await rate(luis, services, heat=4.5)
    await services.library.save(luis.person_id, "alien")
    await services.library.dislike(luis.person_id, "amelie")
    shown = await ask(ana, services, "friends_activity")
    assert [(deed.name, deed.film.id, deed.stars) for deed in shown.deeds] == [("luis", "heat", 4.5)]
    seen = await ask(ana, services, "who_has_seen", title="Heat")
    assert isinstance(seen, SeenBy)
    assert [deed.stars for deed in seen.deeds] == [4.5]
    nobody = await ask(ana, services, "who_has_seen", title="Alien")
    assert nobody.deeds == ()


@pytest.mark.usefixtures("friends")
async def test_a_match_needs_films_in_common(ana: Caller, luis: Caller, services: Services) -> None:
    await rate(ana, services, heat=5, alien=4, amelie=1)
    await rate(luis, services, heat=5, alien=4)
    few = await ask(ana, services, "taste_match", person="luis")
    assert isinstance(few, TasteMatched)
    assert (few.share, few.common) == (None, 2)
    assert await ask(ana, services, "similar_people") == SimilarPeople((), 1)
    await rate(luis, services, amelie=5)
    found = await ask(ana, services, "taste_match", person="luis")
    assert found.share is not None
    assert [film.id for film in found.agreed] == ["heat", "alien"]
    assert [film.id for film in found.differed] == ["amelie"]
    nearest = await ask(ana, services, "similar_people")
    assert [one.friend.name for one in nearest.matches] == ["luis"]


@pytest.mark.usefixtures("friends")
async def test_a_block_ends_all(ana: Caller, luis: Caller, services: Services) -> None:
    gone = await ask(luis, services, "remove_friend", person=f"#{ana.person_id}", block=True)
    assert isinstance(gone, FriendGone)
    assert (gone.was, gone.blocked) == (True, True)
    assert await ask(ana, services, "taste_match", person="luis") == NotAFriend("luis")


async def test_who_or_which_film_is_asked(ana: Caller, services: Services) -> None:
    assert await ask(ana, services, "add_friend") == PersonNeeded("add_friend")
    assert await ask(ana, services, "who_has_seen") == PersonNeeded("who_has_seen")
    assert isinstance(await ask(ana, services, "who_has_seen", title="no such film"), UnknownFilm)
    assert await ask(ana, services, "add_friend", person="nobody") == NotAFriend("nobody")
    themselves = await ask(ana, services, "add_friend", person="ana")
    assert themselves.outcome == "self"
