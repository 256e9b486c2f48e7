"""Wishes measured against the films named: "like Heat but older" means made before Heat."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from data.films import Film
from recsys.types import Constraints

Direction = Literal["older", "newer", "shorter", "longer"]

_SAID: dict[Direction, str] = {
    "older": r"older|earlier|less recent",
    "newer": r"newer|later|more recent|more modern|more contemporary",
    "shorter": r"shorter|quicker|briefer",
    "longer": r"longer|lengthier",
}
_NEGATED = r"(?<!\bnot )(?<!\bno )(?<!\bnothing )(?<!\bnever )"


def directions(mood: str | None) -> tuple[Direction, ...]:
    """The directions that the words of a mood point in."""
    said = (mood or "").casefold()
    return tuple(
        direction for direction, words in _SAID.items() if re.search(rf"{_NEGATED}\b(?:{words})\b", said)
    )


def bounded(asked: Constraints, mood: str | None, like: Sequence[Film]) -> Constraints:
    """The constraints with a bound for each direction, strictly beyond every film named.

    Nothing changes without a film to measure against. A film of unknown runtime gives no measure.
    """
    years = [film.year for film in like]
    runtimes = [film.runtime for film in like if film.runtime]
    for direction in directions(mood):
        if direction == "older" and years:
            asked = replace(asked, max_year=_least(asked.max_year, min(years) - 1))
        elif direction == "newer" and years:
            asked = replace(asked, min_year=_most(asked.min_year, max(years) + 1))
        elif direction == "shorter" and runtimes:
            asked = replace(asked, max_runtime=_least(asked.max_runtime, min(runtimes) - 1))
        elif direction == "longer" and runtimes:
            asked = replace(asked, min_runtime=_most(asked.min_runtime, max(runtimes) + 1))
    return asked


def _least(bound: int | None, other: int) -> int:
    return other if bound is None else min(bound, other)


def _most(bound: int | None, other: int) -> int:
    return other if bound is None else max(bound, other)
