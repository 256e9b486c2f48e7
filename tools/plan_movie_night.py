"""The tool plan_movie_night: a ballot from the tastes of all who come."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from memory.friends import Friend
from recsys import constraints, groups
from recsys.recommender import Recommender
from recsys.types import BoolArray, FloatArray, IntArray, Recommendation, Request
from tools.arguments import PlanMovieNight, RecommendFilms
from tools.base import Caller
from tools.film_requests import film_request
from tools.results import BallotFilm, NightPlanned, Pick, UnknownFilm, WhichFilm
from tools.services import Services
from tools.wishes import Wishes, read_wishes

LEAST, USUAL, MOST = 3, 5, 7
"""Films of a ballot."""
TOGETHER = "friends"
"""Company, where nothing else is said."""


async def plan_movie_night(
    arguments: PlanMovieNight, caller: Caller, services: Services
) -> NightPlanned | WhichFilm | UnknownFilm:
    """Plan one film for several people: a ballot of three to seven films.

    `people` are the companions by name; everything else as in recommend_films. Friends' tastes, wishes,
    vetoes and age limits are known and applied; who is no friend comes as a guest whose taste is not known.
    """
    filters = arguments.model_dump(exclude={"tool", "people"})
    filters["company"] = filters["company"] or TOGETHER
    asked = RecommendFilms.model_validate(filters)
    wishes = read_wishes(asked, services)
    if not isinstance(wishes, Wishes):
        return wishes
    friends, guests, declined = await _companions(arguments.people, caller, services)
    members = [caller, *(replace(caller, person_id=friend.id) for friend in friends)]
    # A film is left out only if all have seen it; what one of them vetoes is out for all.
    welcome = asked.model_copy(update={"include_seen": True})
    requests = [(await film_request(welcome, wishes, member, services)).request for member in members]
    seen = [await _seen(member, services) for member in members]
    count = min(max(arguments.count or USUAL, LEAST), MOST)
    limits = requests[0].constraints
    answer = NightPlanned(
        (), friends, guests, several=declined, like=wishes.like, constraints=limits, mood=arguments.mood
    )
    chosen = await asyncio.to_thread(
        _ballot, services.recommender, services, requests, seen, _names(friends), count
    )
    return replace(answer, ballot=chosen)


async def _companions(
    names: Sequence[str], caller: Caller, services: Services
) -> tuple[tuple[Friend, ...], tuple[str, ...], tuple[str, ...]]:
    """Friends among those named; guests; and names that several friends bear."""
    circle = await services.friends.circle(caller.person_id)
    friends: dict[int, Friend] = {}
    guests, several = [], []
    for name in names:
        found = [
            friend
            for friend in await services.friends.named(caller.person_id, name)
            if friend in circle.friends
        ]
        if len(found) == 1:
            friends[found[0].id] = found[0]
        elif found:
            several.append(name)
        else:
            guests.append(name)
    return tuple(friends.values()), tuple(guests), tuple(several)


async def _seen(member: Caller, services: Services) -> frozenset[int]:
    rows = await services.library.rows(member.person_id)
    return frozenset(services.catalogue.indices(row.film_id for row in rows if row.seen and not row.saved))


def _names(friends: Sequence[Friend]) -> tuple[str, ...]:
    """Of all members; the empty name is the one who asks."""
    return ("", *(friend.name for friend in friends))


def _ballot(
    recommender: Recommender,
    services: Services,
    requests: Sequence[Request],
    seen: Sequence[frozenset[int]],
    names: Sequence[str],
    count: int,
) -> tuple[BallotFilm, ...]:
    catalogue = services.catalogue
    allowed: BoolArray = np.ones(len(catalogue), np.bool_)
    for request in requests:
        allowed &= constraints.allowed(request.constraints, catalogue)
    allowed[list(frozenset.intersection(*seen))] = False
    allowed[list(requests[0].like)] = False
    scores: FloatArray = np.stack([recommender.scores(request) for request in requests])
    of_people = groups.utilities(scores, allowed)
    chosen: IntArray = groups.ballot(of_people, allowed, count)
    found = []
    for item in chosen.tolist():
        shown: Recommendation = recommender.explain(requests[0], item)
        has_seen = tuple(name for name, films in zip(names, seen, strict=True) if item in films)
        suits = groups.gains(of_people, item, names)
        found.append(BallotFilm(Pick(catalogue.films[item], shown), suits, has_seen))
    return tuple(found)
