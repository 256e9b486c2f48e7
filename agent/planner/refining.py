"""Changing a request by a later message: wishes gather, are replaced or lifted; "shorter" is relative."""

from collections.abc import Sequence
from statistics import median
from typing import Any

from agent.focus import FilmRequest
from agent.planner.slots import CompareSlot, Flag
from agent.planner.wishes import Wishes
from data.films import Film
from tools.arguments import PlanMovieNight

_GATHERING = ("exclude_genres", "exclude_people", "exclude_films")
"""What they do not want adds up, as do those who come along; other wishes take the place of earlier ones."""

_LIFTS: dict[Flag, tuple[str, ...]] = {
    "any_year": ("min_year", "max_year"),
    "any_runtime": ("min_runtime", "max_runtime"),
    "any_language": ("languages",),
    "any_genre": ("genres", "exclude_genres"),
}
_STEP_MINUTES = 20
_STEP_YEARS = 10


def refine(request: FilmRequest, wishes: Wishes, shown: Sequence[Film]) -> FilmRequest:
    """The earlier request with these wishes worked in; `shown` is the list they react to."""
    said = wishes.filters
    update: dict[str, Any] = {
        name: None if name.startswith(("min_", "max_")) else ()
        for flag in wishes.lifted
        for name in _LIFTS.get(flag, ())
    }
    for name, value in said.items():
        update[name] = _gathered(request, name, value)
    update |= _one_sided(said)
    update |= _contradictions(request, said)
    update |= compared(wishes.comparisons, shown, request)
    return request.model_copy(update=update)


def compared(
    comparisons: Sequence[tuple[CompareSlot, Film | None]],
    shown: Sequence[Film],
    request: FilmRequest | None = None,
) -> dict[str, int]:
    """Bounds that comparisons set: beyond the film named, else beyond the middle of what was shown."""
    bounds: dict[str, int] = {}
    for slot, film in comparisons:
        yardsticks = [film] if film else shown
        if slot.axis == "runtime":
            known = [other.runtime for other in yardsticks if other.runtime]
            before = (request.max_runtime if slot.less else request.min_runtime) if request else None
            step = _STEP_MINUTES
        else:
            known = [other.year for other in yardsticks]
            before = (request.max_year if slot.less else request.min_year) if request else None
            step = _STEP_YEARS
        name = {"runtime": "runtime", "years": "year"}[slot.axis]
        bound = _beyond(known, before, less=slot.less, step=step)
        if bound is not None:
            bounds[f"{'max' if slot.less else 'min'}_{name}"] = bound
    return bounds


def said_alone(comparisons: Sequence[tuple[CompareSlot, Film | None]]) -> dict[str, int]:
    """Bounds that comparisons set where nothing was shown: "newer" is new."""
    return {
        "max_year" if slot.less else "min_year": slot.bare for slot, _ in comparisons if slot.bare is not None
    }


def _beyond(known: Sequence[int], before: int | None, *, less: bool, step: int) -> int | None:
    if known:
        middle = median(known)
        bound = int(middle) - (middle == int(middle)) if less else int(middle) + 1
        if before is None:
            return bound
        return min(before, bound) if less else max(before, bound)
    if before is not None:
        return before - step if less else before + step
    return None


def _gathered(request: FilmRequest, name: str, value: Any) -> Any:  # noqa: ANN401 - of any argument
    if name in _GATHERING or (name == "people" and isinstance(request, PlanMovieNight)):
        return tuple(dict.fromkeys((*getattr(request, name), *value)))
    return value


def _one_sided(said: dict[str, Any]) -> dict[str, Any]:
    """A new bound on years or minutes drops the earlier one on the other side where both cannot hold."""
    update: dict[str, Any] = {}
    for of in ("year", "runtime"):
        low, high = f"min_{of}", f"max_{of}"
        if low in said or high in said:
            update |= {low: said.get(low), high: said.get(high)}
    return update


def _contradictions(request: FilmRequest, said: dict[str, Any]) -> dict[str, Any]:
    """What is wanted now is no longer unwanted, and the other way about."""
    update: dict[str, Any] = {}
    for wanted, unwanted in (("genres", "exclude_genres"), ("people", "exclude_people")):
        if wanted in said and unwanted not in said:
            update[unwanted] = tuple(
                value for value in getattr(request, unwanted) if value not in said[wanted]
            )
        if unwanted in said and wanted not in said:
            update[wanted] = tuple(value for value in getattr(request, wanted) if value not in said[unwanted])
    return update
