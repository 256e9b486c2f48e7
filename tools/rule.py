"""What of a lasting preference is enforced: kept as JSON beside the words, applied to every search."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict

from recsys.reviews.spoilers import SpoilerLevel
from recsys.types import Constraints

Names = tuple[str, ...]


class Rule(BaseModel):
    """The meaning of one preference. All defaults: a mere note.

    What is excluded, family mode and the bounds hold for every list; what is liked only steers lists that
    were asked for without any wish. Unknown keys are dropped, so that an older program reads a newer rule.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    genres: Names = ()
    """Only these."""
    exclude_genres: Names = ()
    exclude_people: Names = ()
    exclude_blends: tuple[Names, ...] = ()
    """Genres not wanted together: no romantic comedies, though comedies and romances are welcome."""
    exclude_keywords: Names = ()
    """The catalogue's own keywords."""
    languages: Names = ()
    """Only these; ISO 639-1."""
    exclude_languages: Names = ()
    min_year: int | None = None
    max_year: int | None = None
    min_runtime: int | None = None
    max_runtime: int | None = None
    family_safe: bool = False
    weekdays: tuple[int, ...] = ()
    """The rule holds on these days only, 0 is Monday; on all if empty."""
    like_genres: Names = ()
    like_keywords: Names = ()
    spoilers: SpoilerLevel | None = None
    """How much reviews may give away; the later rule counts. None: nothing was said of it."""
    themes_avoided: Names = ()
    """What is excluded beside genres and people, in the person's own words."""

    @staticmethod
    def load(stored: Mapping[str, Any]) -> "Rule":
        """A rule as `stored` gave it."""
        return Rule.model_validate(stored)

    def stored(self) -> dict[str, Any]:
        """The rule as JSON, only what it says."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @property
    def constraints(self) -> Constraints:
        """What of the rule can be said as constraints; the rest is in `themes_avoided`."""
        return Constraints(
            genres=self.genres,
            exclude_genres=self.exclude_genres,
            exclude_people=self.exclude_people,
            min_year=self.min_year,
            max_year=self.max_year,
            min_runtime=self.min_runtime,
            max_runtime=self.max_runtime,
            languages=self.languages,
            family_safe=self.family_safe,
        )

    def joined(self, other: "Rule") -> "Rule":
        """Both rules in one."""
        mine, theirs = dict(self), dict(other)
        lower, upper = ("min_year", "min_runtime"), ("max_year", "max_runtime")
        return Rule.model_validate(
            {name: _tightest(mine[name], theirs[name], max) for name in lower}
            | {name: _tightest(mine[name], theirs[name], min) for name in upper}
            | {"family_safe": self.family_safe or other.family_safe}
            | {"spoilers": other.spoilers or self.spoilers}
            | {
                name: tuple(dict.fromkeys((*value, *theirs[name])))
                for name, value in mine.items()
                if isinstance(value, tuple)
            }
        )

    def holds(self, at: datetime) -> bool:
        """Whether the rule holds at that local time."""
        return not self.weekdays or at.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Enforced:
    """What was asked for, together with all preferences."""

    constraints: Constraints
    avoid_keywords: frozenset[str]
    avoid_languages: frozenset[str]
    avoid_blends: frozenset[Names]
    likes: Names
    """Themes and genres to steer by where nothing was asked for."""


def enforce(rules: Sequence[Rule], asked: Constraints, *, family_safe: bool | None) -> Enforced:
    """Join the rules, oldest first, to what was asked for in this message.

    A genre or person asked for by name is not excluded, a bound or language asked for replaces the kept one,
    and family mode ends only where it is switched off in so many words (`family_safe` is False). A genre
    liked in a later rule is no longer excluded by an earlier one.
    """
    excluded: list[str] = []
    for rule in rules:
        excluded = [genre for genre in excluded if genre not in rule.like_genres]
        excluded += rule.exclude_genres
    min_year, max_year = _bounds(asked.min_year, asked.max_year, [(r.min_year, r.max_year) for r in rules])
    min_runtime, max_runtime = _bounds(
        asked.min_runtime, asked.max_runtime, [(r.min_runtime, r.max_runtime) for r in rules]
    )
    people = (name for rule in rules for name in rule.exclude_people)
    constraints = replace(
        asked,
        genres=asked.genres or _unique(genre for rule in rules for genre in rule.genres),
        exclude_genres=_unique((*asked.exclude_genres, *_without(excluded, asked.genres))),
        exclude_people=_unique((*asked.exclude_people, *_without(people, asked.people))),
        min_year=min_year,
        max_year=max_year,
        min_runtime=min_runtime,
        max_runtime=max_runtime,
        languages=asked.languages or _unique(code for rule in rules for code in rule.languages),
        family_safe=any(rule.family_safe for rule in rules) if family_safe is None else family_safe,
    )
    return Enforced(
        constraints,
        avoid_keywords=frozenset(word for rule in rules for word in rule.exclude_keywords),
        avoid_languages=frozenset(code for rule in rules for code in rule.exclude_languages)
        - set(asked.languages),
        avoid_blends=frozenset(
            blend for rule in rules for blend in rule.exclude_blends if not set(blend) <= set(asked.genres)
        ),
        likes=_unique(liked for rule in rules for liked in (*rule.like_keywords, *rule.like_genres)),
    )


def _tightest(mine: int | None, theirs: int | None, choose: Callable[[int, int], int]) -> int | None:
    if mine is None or theirs is None:
        return theirs if mine is None else mine
    return choose(mine, theirs)


def _bounds(
    low: int | None, high: int | None, kept: Iterable[tuple[int | None, int | None]]
) -> tuple[int | None, int | None]:
    """The bounds asked for; where one is open, the tightest kept one that does not contradict the other."""
    kept = list(kept)
    lowest = max((bound for bound, _ in kept if bound is not None), default=None)
    highest = min((bound for _, bound in kept if bound is not None), default=None)
    joined_low = low if low is not None or (high is not None and lowest and lowest > high) else lowest
    joined_high = high if high is not None or (low is not None and highest and highest < low) else highest
    return joined_low, joined_high


def _unique(names: Iterable[str]) -> Names:
    return tuple(dict.fromkeys(names))


def _without(names: Iterable[str], asked: Names) -> list[str]:
    return [name for name in names if name not in asked]
