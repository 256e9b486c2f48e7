from dataclasses import replace
from typing import Any

import pytest

from tools.arguments import PlanMovieNight
from tools.base import Caller, Whereabouts
from tools.plan_movie_night import LEAST, USUAL, plan_movie_night
from tools.results import NightPlanned
from tools.services import Services


@pytest.fixture
async def friends(ana: Caller, luis: Caller, services: Services) -> None:
    await services.friends.add(ana.person_id, luis.person_id)
    await services.friends.add(luis.person_id, ana.person_id)


async def plan(caller: Caller, services: Services, **wishes: Any) -> NightPlanned:
    found = await plan_movie_night(PlanMovieNight(**wishes), caller, services)
    assert isinstance(found, NightPlanned)
    return found


def ids(planned: NightPlanned) -> list[str]:
    return [film.pick.film.id for film in planned.ballot]


@pytest.mark.usefixtures("friends")
async def test_a_ballot_for_two(ana: Caller, services: Services) -> None:
    planned = await plan(ana, services, people=("Luis", "Marta"))
    assert len(set(ids(planned))) == USUAL
    assert [friend.name for friend in planned.friends] == ["luis"]
    assert planned.guests == ("Marta",)


@pytest.mark.usefixtures("friends")
async def test_a_film_maker_named_in_full_is_no_guest(ana: Caller, services: Services) -> None:
    planned = await plan(ana, services, people=("Luis", "Robert De Niro"))
    assert set(ids(planned)) == {"heat", "ronin"}
    assert planned.guests == ()


@pytest.mark.usefixtures("friends")
async def test_wishes_are_kept(ana: Caller, services: Services) -> None:
    planned = await plan(ana, services, people=("luis",), max_runtime=120, exclude_genres=("horror",))
    assert planned.ballot
    for film in planned.ballot:
        assert film.pick.film.runtime is not None
        assert film.pick.film.runtime <= 120
        assert "Horror" not in film.pick.film.genres


@pytest.mark.usefixtures("friends")
async def test_what_one_vetoes_is_out_for_all(ana: Caller, luis: Caller, services: Services) -> None:
    first = ids(await plan(ana, services, people=("luis",)))[0]
    await services.library.dislike(luis.person_id, first)
    assert first not in ids(await plan(ana, services, people=("luis",), count=7))


@pytest.mark.usefixtures("friends")
async def test_a_film_is_left_out_only_if_all_have_seen_it(
    ana: Caller, luis: Caller, services: Services
) -> None:
    first = ids(await plan(ana, services, people=("luis",)))[0]
    await services.library.mark_seen(luis.person_id, first)
    once = await plan(ana, services, people=("luis",), count=7)
    (film,) = (film for film in once.ballot if film.pick.film.id == first)
    assert film.seen_by == ("luis",)
    await services.library.mark_seen(ana.person_id, first)
    assert first not in ids(await plan(ana, services, people=("luis",), count=7))


@pytest.mark.usefixtures("friends")
async def test_both_tastes_count(ana: Caller, luis: Caller, services: Services) -> None:
    alone = ids(await plan(ana, services))
    funny = [film.id for film in services.catalogue.films if "Comedy" in film.genres]
    for film_id in funny[:3]:
        await services.library.rate(luis.person_id, film_id, 5.0)
    together = ids(await plan(ana, services, people=("luis",)))
    assert together != alone


async def test_the_taste_of_who_is_no_friend_is_not_used(
    ana: Caller, luis: Caller, services: Services
) -> None:
    alone = ids(await plan(ana, services))
    for film in services.catalogue.films[:6]:
        await services.library.rate(luis.person_id, film.id, 5.0)
    planned = await plan(ana, services, people=("luis",))
    assert ids(planned) == alone
    assert planned.guests == ("luis",)


async def test_the_size_of_a_ballot_has_bounds(ana: Caller, services: Services) -> None:
    assert len(ids(await plan(ana, services, count=1))) == LEAST


async def test_nothing_fits_all(ana: Caller, services: Services) -> None:
    assert (await plan(ana, services, max_runtime=5)).ballot == ()


async def test_who_may_start_no_vote_gets_the_films_without_one(ana: Caller, services: Services) -> None:
    planned = await plan(replace(ana, opens_ballots=False), services)
    assert planned.ballot
    assert planned.number is None
    assert planned.not_theirs
    assert (await plan(ana, services)).number is not None


@pytest.mark.usefixtures("friends")
@pytest.mark.parametrize(("channel", "polls"), [("7", True), ("7", False), (None, True)])
async def test_a_poll_is_wanted_where_the_place_can_hold_one(
    ana: Caller, services: Services, channel: str | None, polls: bool
) -> None:
    where = Whereabouts("discord", "1", channel, polls=polls)
    planned = await plan(replace(ana, where=where), services, people=("luis",))
    assert planned.number is not None
    assert planned.polled is (polls and channel is not None)
    standing = await services.ballots.get(planned.number)
    assert standing is not None
    assert (standing.poll is not None) is planned.polled
