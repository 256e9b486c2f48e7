"""The tool forget."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from data.films import Film
from data.names import fold
from memory.preferences import Preference
from tools.arguments import Forget
from tools.base import Caller
from tools.results import ConfirmForget, Forgotten, NothingToForget, WhichFilm
from tools.services import Services

_ABOUT_ME = r"(?: (?:that )?you (?:know|have|kept|remember|stored))?(?: (?:about|of|on) me)?"
_EVERYTHING = re.compile(
    r"(?:absolutely )?(?:everything|all(?: of it)?|all (?:of )?my (?:data|things)|me|my (?:data|account"
    rf"|profile)){_ABOUT_ME}(?: completely)?"
)
_ALL_WISHES = re.compile(r"(?:all |all of |every one of )?my (?:preferences|wishes|rules)")
_JUST_SAID = frozenset(
    {"that", "this", "that one", "what i said", "what i just said", "the last one", "eso", "ca", "das"}
)
"""The newest preference."""
_FILLER_WORDS = """
a about an and any anything are be do does don for have i ii im is it like m me my of on said preference
rule s saying t that the thing this to told was what wish you
"""
_FILLER = frozenset(_FILLER_WORDS.split())
NUMBERED = "#"
"""Before the number of a preference, as a button names it."""
ALIKE = 75
"""Of 100: how alike a preference must be to what is to be forgotten."""


async def forget(
    arguments: Forget, caller: Caller, services: Services
) -> Forgotten | ConfirmForget | NothingToForget | WhichFilm:
    """Forget a lasting preference, a film in their library, or everything about the person.

    `what`: "everything", a film's title, or the preference in their words ("that I hate musicals").
    Everything is asked about once before it is erased.
    """
    said = fold(arguments.what)
    if _EVERYTHING.fullmatch(said):
        return await _everything(caller, services)
    preferences = await services.preferences.all(caller.person_id)
    if _ALL_WISHES.fullmatch(said):
        chosen = preferences
    elif said in _JUST_SAID:
        chosen = preferences[-1:]
    elif arguments.what.startswith(NUMBERED):
        chosen = [kept for kept in preferences if f"{NUMBERED}{kept.id}" == arguments.what]
    else:
        chosen = [kept for kept in preferences if fold(kept.text) == said]
        if not chosen:
            film = await _film(arguments.what, caller, services)
            if isinstance(film, WhichFilm):
                return film
            if film is not None:
                await services.library.remove(caller.person_id, film.id)
                return Forgotten(films=(film,))
            chosen = _nearest(said, preferences)
    for kept in chosen:
        await services.preferences.remove(caller.person_id, kept.id)
    if not chosen:
        return NothingToForget(arguments.what)
    return Forgotten(preferences=tuple(kept.text for kept in chosen))


async def _everything(caller: Caller, services: Services) -> Forgotten | ConfirmForget:
    if not caller.confirmed:
        counts = await services.privacy.counts(caller.person_id)
        return ConfirmForget(tuple((words, count) for words, count in counts.items()))
    await services.privacy.erase(caller.person_id)
    left = await services.privacy.counts(caller.person_id)
    return Forgotten(everything=True, left=tuple(left.items()))


async def _film(title: str, caller: Caller, services: Services) -> Film | WhichFilm | None:
    """The film of that title in the person's library."""
    resolution = services.titles.resolve(title)
    possible = resolution.choices if resolution.film is None else (resolution.film,)
    owned = [
        film for film in possible if not (await services.library.row(caller.person_id, film.id)).is_empty
    ]
    if len(owned) > 1:
        return WhichFilm(title, tuple(owned))
    return owned[0] if owned else None


def _nearest(said: str, preferences: Sequence[Preference]) -> list[Preference]:
    """The preference most alike in its telling words, if any is alike enough."""
    wanted = _telling(said)
    scored = [(fuzz.token_set_ratio(wanted, _telling(fold(kept.text))), kept) for kept in preferences]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return [best[1]] if wanted and best is not None and best[0] >= ALIKE else []


def _telling(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in _FILLER)
