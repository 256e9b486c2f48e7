"""The tool recommend_films."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from recsys.recommender import Recommender
from recsys.trials.definitions import Arm, running, tuning_of
from recsys.types import Recommendation, Request
from tools.arguments import RecommendFilms
from tools.base import Caller
from tools.film_requests import film_request
from tools.results import Pick, Picks, UnknownFilm, WhichFilm
from tools.services import Services
from tools.wishes import Wishes, read_wishes


async def recommend_films(
    arguments: RecommendFilms, caller: Caller, services: Services
) -> Picks | WhichFilm | UnknownFilm:
    """Find films to watch.

    Call it for any wish for films: by example (`like`: titles they named), by `genres`, `people`, `keywords`
    (themes, settings, styles), `mood` ("tense", "something lighter"), `company` (who watches along), years,
    minutes, `languages`; `exclude_genres` and `exclude_people` for what they do not want. "like Heat but
    older" is like=["Heat"], mood="older". `from_watchlist` picks from what they saved; `include_seen` only
    where they want to see something again. Leave out whatever they did not say: what they have seen, their
    taste and their lasting preferences are known and applied.
    """
    wishes = read_wishes(arguments, services)
    if not isinstance(wishes, Wishes):
        return wishes
    asked = await film_request(arguments, wishes, caller, services)
    arms = _arms(caller, services)
    request = replace(asked.request, tuning=tuning_of(arms))
    constraints = request.constraints
    answer = Picks(
        picks=(),
        like=wishes.like,
        refused=wishes.refused,
        constraints=constraints,
        mood=arguments.mood,
        company=arguments.company,
        keywords=wishes.keywords,
        from_watchlist=bool(arguments.from_watchlist),
        unknown=wishes.unknown,
    )
    if constraints.only_items is not None and not constraints.only_items:
        return replace(answer, blocking=("from_watchlist",))
    catalogue = services.catalogue
    found, blocking = await asyncio.to_thread(
        _search, services.recommender, request, asked.unwanted, _without(wishes.bearing, len(catalogue))
    )
    picks = tuple(Pick(catalogue.films[shown.item], shown) for shown in found)
    return replace(
        answer,
        picks=picks,
        blocking=blocking,
        arms={experiment: arm.name for experiment, arm in arms.items()} if picks else {},
    )


def _arms(caller: Caller, services: Services) -> dict[str, Arm]:
    """In trials are only those whose turns may be written down and whose taste may be used."""
    if not caller.in_trials or caller.private or caller.paused:
        return {}
    return running(services.experiments, caller.person_id, caller.at)


def _without(bearing: frozenset[int] | None, films: int) -> frozenset[int]:
    """Films that lack the themes asked for as genres."""
    return frozenset() if bearing is None else frozenset(range(films)) - bearing


def _search(
    recommender: Recommender, request: Request, unwanted: frozenset[int], off_theme: frozenset[int]
) -> tuple[Sequence[Recommendation], tuple[str, ...]]:
    """The films; or the arguments that stand in their way. Milliseconds of computing: run it off the loop.

    Films `off_theme` come only where the theme has not enough of its own: keywords are never complete.
    """
    found = recommender.recommend(_leaving_out(request, off_theme)) if off_theme else []
    if len(found) < request.count:
        found = recommender.recommend(request)
    if found:
        return found, ()
    names = list(recommender.blocked_by(request))
    if "exclude_items" in names:
        # Of the films left out only those seen or disliked can be let in again by asking.
        welcome = replace(request, constraints=replace(request.constraints, exclude_items=unwanted))
        place = names.index("exclude_items")
        names[place : place + 1] = [] if recommender.blocked_by(welcome) else ["include_seen"]
    return (), tuple("from_watchlist" if name == "only_items" else name for name in names)


def _leaving_out(request: Request, items: frozenset[int]) -> Request:
    constraints = request.constraints
    return replace(request, constraints=replace(constraints, exclude_items=constraints.exclude_items | items))
