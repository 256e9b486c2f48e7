"""From what is asked, and what is known of a person, to the recommender's question."""

from dataclasses import dataclass, replace

import numpy as np

from data.catalogue import Catalogue
from recsys.types import Request, Situation
from tools import taste
from tools.arguments import FilmFilters
from tools.base import Caller
from tools.genres import films_of_blend
from tools.rule import Enforced, Rule, enforce
from tools.services import Services
from tools.themes import themes_of
from tools.wishes import Wishes

COUNT = 5
SHORT = 40
"""Minutes up to which a film is a short, as the Academy of Motion Picture Arts and Sciences has it."""
BRIEF = 60
"""Who sets a limit of so many minutes or fewer welcomes shorts."""


@dataclass(frozen=True, slots=True)
class FilmRequest:
    """The question, and what of it no wish can let in again."""

    request: Request
    unwanted: frozenset[int]
    """Films ruled out by wishes and preferences, whether seen or not."""


async def film_request(
    arguments: FilmFilters, wishes: Wishes, caller: Caller, services: Services
) -> FilmRequest:
    """Join the wishes to the caller's taste, library and the preferences that hold at the time."""
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
    request = Request(
        taste=taste.taste(rows, catalogue, paused=caller.paused),
        like=tuple(catalogue.index(film.id) for film in wishes.like),
        keywords=wishes.keywords or (enforced.likes if wishes.open and not caller.paused else ()),
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
    return FilmRequest(request, unwanted)


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


def _shorts_welcome(arguments: FilmFilters, wishes: Wishes, enforced: Enforced) -> bool:
    """Whether shorts may come: by their limit, by a short named as an example, or because they saved one."""
    limit = enforced.constraints.max_runtime
    named = any(film.runtime and film.runtime <= SHORT for film in wishes.like)
    return bool(arguments.from_watchlist) or named or (limit is not None and limit <= BRIEF)
