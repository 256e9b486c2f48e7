"""What tools give back: facts in types, never sentences. The agent words them in the person's language."""

from dataclasses import dataclass, field
from typing import Literal

from data.films import Film
from recsys.types import Constraints, Recommendation


@dataclass(frozen=True, slots=True)
class Pick:
    """A film recommended, with why."""

    film: Film
    recommendation: Recommendation


@dataclass(frozen=True, slots=True)
class Picks:
    """Films found for a question; none where nothing satisfies it."""

    picks: tuple[Pick, ...]
    like: tuple[Film, ...] = ()
    """The examples as resolved."""
    constraints: Constraints = field(default_factory=Constraints)
    mood: str | None = None
    keywords: tuple[str, ...] = ()
    from_watchlist: bool = False
    blocking: tuple[str, ...] = ()
    """Where nothing was found: arguments whose removal alone would find films, most helpful first."""
    unknown: tuple[str, ...] = ()
    """People, genres or languages asked for that the catalogue does not know; left out of the search."""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """What a person has done with one film."""

    film: Film
    rating: float | None = None
    """Stars, 0.5 to 5."""
    seen: bool = False
    saved: bool = False
    disliked: bool = False


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """One film and what this person did with it."""

    entry: LibraryEntry
    predicted_rating: float | None
    mean_rating: float | None
    """Stars, of the audiences in our data."""


@dataclass(frozen=True, slots=True)
class LibraryUpdated:
    """A change written down."""

    action: str
    entry: LibraryEntry
    before: LibraryEntry
    achieved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingNeeded:
    """They asked to rate without saying how many stars."""

    film: Film


@dataclass(frozen=True, slots=True)
class LibraryShown:
    """A list out of the person's library, newest first."""

    kind: Literal["watchlist", "ratings", "seen", "achievements", "profile"]
    entries: tuple[LibraryEntry, ...] = ()
    preferences: tuple[str, ...] = ()
    """For the profile: what they asked us to remember, in their words."""
    top_genres: tuple[str, ...] = ()
    top_people: tuple[str, ...] = ()
    total: int = 0
    """How many there are; `entries` may hold only the first."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a film stood where it did."""

    pick: Pick
    was_shown: bool
    """False: it was never recommended; these would be the reasons."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A lasting preference written down, as understood."""

    text: str
    constraints: Constraints
    """What of it is enforced from now on; empty where it is only a note."""
    already_known: bool = False
    themes_avoided: tuple[str, ...] = ()
    """Enforced beside the constraints: themes and languages that no film shown may have."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Done: gone. `films` and `preferences` say what."""

    everything: bool = False
    films: tuple[Film, ...] = ()
    preferences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmForget:
    """Everything about the person would be erased: asked once before it is done."""

    counts: tuple[tuple[str, int], ...]
    """What there is, by table in plain words."""


@dataclass(frozen=True, slots=True)
class NothingToForget:
    """Nothing kept answers to that."""

    what: str


@dataclass(frozen=True, slots=True)
class WhichFilm:
    """Several films bear that title: ask which. The call is repeated with the choice's id as `title`."""

    title: str
    choices: tuple[Film, ...]


@dataclass(frozen=True, slots=True)
class UnknownFilm:
    """No film of that title is known."""

    title: str
    suggestions: tuple[Film, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolFailed:
    """The tool broke; the trace is in the log. The other tools still answer."""

    tool: str
    reason: str | None = None
    """Fit to be read by the person, where the error was one of ours."""


ToolResult = (
    Picks
    | FilmFacts
    | LibraryUpdated
    | RatingNeeded
    | LibraryShown
    | Explanation
    | Remembered
    | Forgotten
    | ConfirmForget
    | NothingToForget
    | WhichFilm
    | UnknownFilm
    | ToolFailed
)
