"""The vocabulary of the recommender: who asks, what is asked, what comes back.

Films are meant by their index in the catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from recsys.tuning import Tuning

IntArray = NDArray[np.int32]
FloatArray = NDArray[np.float32]
BoolArray = NDArray[np.bool_]
DoubleArray = NDArray[np.float64]

SIGNALS = ("collaborative", "content", "graph", "sentiment", "popularity", "context")
"""The six signals of the blend, by the names used in contributions and reports."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What one viewer has told us so far: films and how much they were liked."""

    items: IntArray
    """(n,) catalogue indices, no duplicates."""
    ratings: FloatArray
    """(n,) stars 0.5 to 5.0; "not for me" counts as 1, a film merely saved as 4."""

    @staticmethod
    def empty() -> "Taste":
        """A newcomer."""
        return Taste(np.empty(0, np.int32), np.empty(0, np.float32))


@dataclass(frozen=True, slots=True)
class Situation:
    """When and how they watch, for the context signal. Unknown parts are None."""

    hour: int | None = None
    """Local hour, 0 to 23."""
    weekday: int | None = None
    """0 is Monday."""
    month: int | None = None
    """1 to 12."""
    mood: str | None = None
    """As said: "tense", "cosy", "something lighter"."""
    company: str | None = None
    """As said: "kids", "date", "friends", "alone"."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What every film shown must satisfy, enforced in code. An unknown value fails a bound on it."""

    genres: tuple[str, ...] = ()
    """At least one of these."""
    exclude_genres: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """At least one of these directs or acts."""
    exclude_people: tuple[str, ...] = ()
    min_year: int | None = None
    max_year: int | None = None
    min_runtime: int | None = None
    max_runtime: int | None = None
    """Minutes, inclusive."""
    languages: tuple[str, ...] = ()
    """ISO 639-1, at least one."""
    family_safe: bool = False
    exclude_items: frozenset[int] = frozenset()
    """Seen, rated, disliked: never shown."""
    only_items: frozenset[int] | None = None
    """For example the watchlist: nothing else is shown."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question to the recommender."""

    taste: Taste
    like: tuple[int, ...] = ()
    """Films named as examples: "something like Heat". Never shown themselves."""
    keywords: tuple[str, ...] = ()
    """Themes asked for; they steer, they do not filter."""
    constraints: Constraints = field(default_factory=Constraints)
    situation: Situation = field(default_factory=Situation)
    recently_shown: tuple[int, ...] = ()
    """Damped, so that asking twice gives a fresh list."""
    count: int = 5
    tuning: Tuning = field(default_factory=Tuning)
    """Settings that a trial changes for this viewer."""


ReasonKind = Literal[
    "because_of",  # films the viewer liked or named; `films` holds them
    "person",  # shares a director or actor with those; `words` holds the names
    "keyword",  # shares themes; `words` holds them
    "genre",  # shares or was asked for genres; `words` holds them
    "mood",  # fits the mood or company asked for; `words` holds it
    "acclaimed",  # audiences rate it highly; `value` is the mean rating in stars
    "popular",  # widely watched; no more is known of the viewer
    "fits",  # satisfies what was asked and no more can be said; `words` says what
]


@dataclass(frozen=True, slots=True)
class Reason:
    """One true cause of a film's place in the list, strongest first; worded by the agent."""

    kind: ReasonKind
    films: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One film of the list."""

    item: int
    score: float
    """The blended score; the contributions sum to it."""
    contributions: Mapping[str, float]
    """By signal; see `SIGNALS`."""
    reasons: tuple[Reason, ...]
    predicted_rating: float | None
    """Stars this viewer would give, 0.5 to 5.0; None where nothing supports a guess."""


class Scorer(Protocol):
    """One signal. It scores what it is asked, in that order; a film it does not know scores NaN."""

    name: str

    def score(self, request: Request, items: IntArray) -> FloatArray:
        """Scores of `items` for this viewer and question, (len(items),), higher is better.

        Folds the viewer in from `request.taste` and `request.like`; no retraining, no state is kept.
        An empty taste gives NaN throughout unless the signal needs none.
        """
        ...


class Folded(Protocol):
    """One viewer's evidence folded into one signal, once, for scores and for reasons alike."""

    def scores(self, items: IntArray) -> FloatArray:
        """As `Scorer.score`."""
        ...

    def parts(self, items: IntArray) -> FloatArray:
        """(items, evidence) what each film of the evidence adds to the scores."""
        ...


@runtime_checkable
class FoldsIn(Protocol):
    """A signal that scores by the films of the evidence."""

    name: str

    def fold(self, request: Request) -> Folded:
        """The viewer of this request, folded in."""
        ...
