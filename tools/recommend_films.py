"""The tool recommend_films."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data.catalogue import Catalogue
from recsys.recommender import Recommender
from recsys.types import Recommendation, Request, Situation
from tools import taste
from tools.arguments import RecommendFilms
from tools.base import Caller
from tools.genres import films_of_blend
from tools.results import Pick, Picks, UnknownFilm, WhichFilm
from tools.rule import Enforced, Rule, enforce
from tools.services import Services
from tools.themes import themes_of
from tools.wishes import Wishes, read_wishes

COUNT = 5
SHORT = 40
"""Minutes up to which a film is a short, as the Academy of Motion Picture Arts and Sciences has it."""
BRIEF = 60
"""Who sets a limit of so many minutes or fewer welcomes shorts."""


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
    catalogue = services.catalogue
    rows = await services.library.rows(caller.person_id)
    kept = [Rule.load(wish.rule) for wish in await services.preferences.all(caller.person_id)]
    today = [rule for rule in kept if rule.holds(caller.at)]
    enforced = enforce(today, wishes.constraints, family_safe=caller.family_safe or wishes.family_safe)
    unwanted = unwanted_films(wishes, enforced, catalogue)
    if not _shorts_welcome(arguments, wishes, enforced):
        unwanted |= frozenset(
            np.flatnonzero((catalogue.runtimes > 0) & (catalogue.runtimes <= SHORT)).tolist()
        )
    done_with = taste.not_to_show(rows, catalogue, include_seen=bool(arguments.include_seen))
    constraints = replace(
        enforced.constraints,
        exclude_items=done_with | unwanted,
        only_items=taste.watchlist(rows, catalogue) if arguments.from_watchlist else None,
    )
    answer = Picks(
        picks=(),
        like=wishes.like,
        constraints=constraints,
        mood=arguments.mood,
        company=arguments.company,
        keywords=wishes.keywords,
        from_watchlist=bool(arguments.from_watchlist),
        unknown=wishes.unknown,
    )
    if constraints.only_items is not None and not constraints.only_items:
        return replace(answer, blocking=("from_watchlist",))
    request = Request(
        taste=taste.taste(rows, catalogue),
        like=tuple(catalogue.index(film.id) for film in wishes.like),
        keywords=wishes.keywords or (enforced.likes if wishes.open else ()),
        constraints=constraints,
        situation=Situation(
            hour=caller.at.hour,
            weekday=caller.at.weekday(),
            month=caller.at.month,
            mood=arguments.mood,
            company=arguments.company,
        ),
        recently_shown=tuple(catalogue.indices(caller.recently_shown)),
        count=arguments.count or COUNT,
    )
    found, blocking = await asyncio.to_thread(
        _search, services.recommender, request, unwanted, _without(wishes.bearing, len(catalogue))
    )
    picks = tuple(Pick(catalogue.films[shown.item], shown) for shown in found)
    return replace(answer, picks=picks, blocking=blocking)


def _without(bearing: frozenset[int] | None, films: int) -> frozenset[int]:
    """Films that lack the themes asked for as genres."""
    return frozenset() if bearing is None else frozenset(range(films)) - bearing


def unwanted_films(wishes: Wishes, enforced: Enforced, catalogue: Catalogue) -> frozenset[int]:
    """Films ruled out by wishes and preferences that constraints have no field for."""
    avoided = wishes.avoid_keywords | enforced.avoid_keywords
    if avoided:  # what is asked for by name is not avoided
        avoided = avoided.difference(*(themes_of(catalogue).meaning(theme) for theme in wishes.keywords))
    unwanted = wishes.hidden | themes_of(catalogue).films(avoided)
    for blend in enforced.avoid_blends:
        unwanted |= frozenset(np.flatnonzero(films_of_blend(blend, catalogue)).tolist())
    if enforced.avoid_languages:
        spoken = enumerate(catalogue.languages)
        unwanted |= frozenset(item for item, code in spoken if code in enforced.avoid_languages)
    return unwanted


def _shorts_welcome(arguments: RecommendFilms, wishes: Wishes, enforced: Enforced) -> bool:
    """Whether shorts may come: by their limit, by a short named as an example, or because they saved one."""
    limit = enforced.constraints.max_runtime
    named = any(film.runtime and film.runtime <= SHORT for film in wishes.like)
    return bool(arguments.from_watchlist) or named or (limit is not None and limit <= BRIEF)


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
