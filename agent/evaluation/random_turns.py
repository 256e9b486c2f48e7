"""Many random turns, and what none of them may do: `evaluate random-turns`.

No film from outside the catalogue, none that breaks a limit, none that the person has seen or refused.
Limits count in two senses: those that the tools were given (`broken`: enforcing failed), and those that the
words said, known by how the words were made (`misheard`: understanding failed).
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from agent.evaluation.dialogues import SURFACE, Stage
from agent.evaluation.expectations import Scene, faults, repeats
from agent.evaluation.random_talk import Said, talk
from agent.evaluation.transcript import Answered, listen, percentile
from agent.turn import Turn
from data.catalogue import Catalogue

TURNS_A_PERSON = 25
_LABEL = re.compile(r"\*\*([^*]+ \(\d{4}\))\*\*")
_HELD = {"min_year", "max_year", "min_runtime", "max_runtime", "exclude_genres", "languages", "family_safe"}
"""Arguments that bind every film, by the same name in `films.all`."""


async def evaluate(turns: int, seed: int, stage: Stage, catalogue: Catalogue) -> dict[str, Any]:
    """Say so many turns as random people, one after the other, and count what went wrong."""
    labels = {film.label for film in catalogue.films}
    counts: Counter[str] = Counter()
    failures: list[dict[str, Any]] = []
    times: list[float] = []
    films = by_model = limited = 0
    for number, user, thread, said in _drawn(turns, seed, catalogue):
        known = await stage.known(user)
        turn = Turn(surface=SURFACE, user=user, thread=thread, text=said.text)
        answered = await listen(stage.agent.stream(turn))
        wrong = found_wrong(answered, said.limits, known, catalogue, labels)
        films += len(answered.films)
        limited += bool(said.limits)
        by_model += answered.by_model
        times.append(answered.milliseconds)
        counts.update(wrong.keys())
        if wrong:
            calls = [{"tool": name, "args": arguments} for name, arguments in answered.calls]
            failures.append({"turn": number, "text": said.text, "wrong": wrong, "calls": calls})
    return {
        "turns": turns,
        "seed": seed,
        "turns_with_limits": limited,
        "by_model": by_model,
        "films_shown": films,
        **{name: counts[name] for name in ("outside", "broken", "misheard", "known")},
        "turn_ms_median": percentile(times, 50),
        "turn_ms_p95": percentile(times, 95),
        "failures": failures,
    }


def _drawn(turns: int, seed: int, catalogue: Catalogue) -> Iterator[tuple[int, str, str, Said]]:
    """Number, user, thread and words of each turn."""
    for first in range(0, turns, TURNS_A_PERSON):
        user, conversation = f"random-{first // TURNS_A_PERSON}", 0
        saying = talk(random.Random(f"{seed}/{user}"), catalogue)  # noqa: S311 - to be repeated, not secret
        for number, said in zip(range(first, min(first + TURNS_A_PERSON, turns)), saying, strict=False):
            conversation += said.anew
            yield number, user, f"{user}/{conversation}", said


def found_wrong(
    answered: Answered,
    limits: dict[str, Any],
    known: frozenset[str],
    catalogue: Catalogue,
    labels: set[str],
) -> dict[str, list[str]]:
    """By kind what one turn did wrong; empty where nothing."""
    scene = Scene(answered, (), known)
    named = {film.label for film in answered.films if catalogue.get(film.id) != film}
    wrong = {
        "outside": sorted(named | (set(_LABEL.findall(answered.text)) - labels)),
        "broken": faults({"films": {"all": _given(answered)}}, scene),
        "misheard": faults({"films": {"all": limits}}, scene) if answered.recommended else [],
        "known": repeats(scene),
    }
    return {kind: what for kind, what in wrong.items() if what}


def _given(answered: Answered) -> dict[str, Any]:
    """The limits that the search of this turn was given; none where there was not exactly one."""
    searches = [
        arguments
        for name, arguments in answered.calls
        if name in ("recommend_films", "search_by_look", "plan_movie_night")
    ]
    if len(searches) != 1:
        return {}
    return {
        name: value for name, value in searches[0].items() if name in _HELD and value not in (None, False)
    }
