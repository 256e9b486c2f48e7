"""The tool plan_movie_night: a ballot from the tastes of all who come."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from memory.ballots import NewBallot, NewMember
from memory.friends import Friend
from recsys import constraints, groups
from recsys.recommender import Recommender
from recsys.types import BoolArray, FloatArray, IntArray, Recommendation, Request
from tools.arguments import PlanMovieNight, RecommendFilms
from tools.ballot_acts import act_on_ballot, room_key, told
from tools.ballot_results import BallotResult, BallotTold
from tools.base import Caller
from tools.film_requests import film_request
from tools.night_time import night_time, settle
from tools.results import BallotFilm, NightPlanned, Pick, UnknownFilm, WhichFilm
from tools.services import Services
from tools.wishes import Wishes, read_wishes

LEAST, USUAL, MOST = 3, 5, 7
"""Films of a ballot."""
TOGETHER = "friends"
"""Company, where nothing else is said."""
BEHIND = 0.1
"""Difference of weights from which it is said who counts for more."""


async def plan_movie_night(
    arguments: PlanMovieNight, caller: Caller, services: Services
) -> NightPlanned | WhichFilm | UnknownFilm | BallotResult:
    """Plan one film for several people: a ballot of three to seven films.

    `people` are the companions by name; everything else as in recommend_films. Friends' tastes, wishes,
    vetoes and age limits are known and applied; who is no friend comes as a guest whose taste is not known,
    but a film-maker's full name asks for films of theirs.
    """
    if arguments.act is not None:
        return await act_on_ballot(arguments.act, caller, services)
    friends, strangers, declined = await _companions(arguments.people, caller, services)
    cast = tuple(name for name in strangers if " " in name and name in services.people.resolve(name))
    guests = tuple(name for name in strangers if name not in cast)
    filters = arguments.model_dump(exclude={"tool", "act", "when"}) | {"people": cast}
    filters["company"] = filters["company"] or TOGETHER
    asked = RecommendFilms.model_validate(filters)
    wishes = read_wishes(asked, services)
    if not isinstance(wishes, Wishes):
        return wishes
    if standing := await _standing(caller, services):
        return standing
    # Who does not share their taste comes along all the same, and votes; it is not looked at.
    members = [
        caller,
        *(replace(caller, person_id=friend.id, paused=not friend.shares) for friend in friends),
    ]
    # A film is left out only if all have seen it; what one of them vetoes is out for all.
    welcome = asked.model_copy(update={"include_seen": True})
    requests = [(await film_request(welcome, wishes, member, services)).request for member in members]
    seen = [frozenset[int]() if member.paused else await _seen(member, services) for member in members]
    weights = await services.ballots.weights([member.person_id for member in members])
    count = min(max(arguments.count or USUAL, LEAST), MOST)
    circle = _Circle(
        requests,
        [not member.paused for member in members],
        seen,
        _names(friends),
        [weights[member.person_id] for member in members],
    )
    chosen = await asyncio.to_thread(_ballot, services.recommender, services, circle, count)
    planned = NightPlanned(
        tuple(film for film, _ in chosen),
        friends,
        guests,
        several=declined,
        like=wishes.like,
        constraints=requests[0].constraints,
        mood=arguments.mood,
        made_up_for=circle.behind if friends else (),
    )
    if not chosen or not caller.opens_ballots:
        return replace(planned, not_theirs=bool(chosen))
    opened = await services.ballots.open(
        NewBallot(
            room_key(caller),
            caller.where.surface,
            caller.person_id,
            [film.pick.film.id for film, _ in chosen],
            [
                NewMember(
                    member.person_id,
                    {film.pick.film.id: shares[number] for film, shares in chosen},
                    weights[member.person_id],
                )
                for number, member in enumerate(members)
            ],
            channel=caller.where.channel,
            language=caller.where.language,
            polled=caller.where.polls,
        )
    )
    if opened is None:  # somebody else was quicker
        return await _standing(caller, services) or planned
    night = night_time(arguments.when, caller) if arguments.when else None
    settled = await settle(opened, night, services) if night and night.at > caller.at else None
    return replace(planned, number=opened.id, settled=settled, polled=opened.poll is not None)


async def _standing(caller: Caller, services: Services) -> BallotTold | None:
    """The ballot of this room that must be closed before there can be another.

    One of their own that nobody has voted on yet makes way for the new one.
    """
    await services.ballots.close_ended()
    ballot = await services.ballots.open_in(room_key(caller))
    if ballot is None:
        return None
    if ballot.host_id in (None, caller.person_id) and not ballot.voters:
        await services.ballots.cancel(ballot.id)
        return None
    return told("standing_before", ballot, caller, services.catalogue)


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


@dataclass(frozen=True, slots=True)
class _Circle:
    """Those whose taste counts, the one who asks first."""

    requests: Sequence[Request]
    looked_at: Sequence[bool]
    """Whether their taste may be: who shares it with nobody comes along all the same."""
    seen: Sequence[frozenset[int]]
    names: Sequence[str]
    weights: Sequence[float]

    @property
    def behind(self) -> tuple[str, ...]:
        """Who lost clearly more than others in past nights."""
        least, most = min(self.weights), max(self.weights)
        if most - least < BEHIND:
            return ()
        middle = (least + most) / 2
        return tuple(name for name, weight in zip(self.names, self.weights, strict=True) if weight > middle)


def _ballot(
    recommender: Recommender, services: Services, circle: _Circle, count: int
) -> tuple[tuple[BallotFilm, tuple[float, ...]], ...]:
    """The films, each with how much it suits everybody."""
    catalogue, requests = services.catalogue, circle.requests
    allowed: BoolArray = np.ones(len(catalogue), np.bool_)
    for request in requests:
        allowed &= constraints.allowed(request.constraints, catalogue)
    allowed[list(frozenset.intersection(*circle.seen))] = False
    allowed[list(requests[0].like)] = False
    scores: FloatArray = np.stack([recommender.scores(request) for request in requests])
    of_people = groups.utilities(scores, allowed) * np.array(circle.looked_at, np.float32)[:, None]
    chosen: IntArray = groups.ballot(of_people, allowed, count, np.array(circle.weights, np.float32))
    found = []
    for item in chosen.tolist():
        shown: Recommendation = recommender.explain(requests[0], item)
        has_seen = tuple(name for name, films in zip(circle.names, circle.seen, strict=True) if item in films)
        suits = groups.gains(of_people, item, circle.names)
        shares = tuple(round(float(share), 4) for share in of_people[:, item])
        found.append((BallotFilm(Pick(catalogue.films[item], shown), suits, has_seen), shares))
    return tuple(found)
