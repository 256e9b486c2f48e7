"""What the parsers find in a message: spans of text with a meaning."""

from dataclasses import dataclass
from typing import Literal

from data.films import Film

Flag = Literal["include_seen", "from_watchlist", "any_year", "any_runtime", "any_language", "any_genre"]
Axis = Literal["runtime", "years"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A span of the message, `start` to `end`; `negated` where it is what they do not want."""

    start: int
    end: int
    negated: bool = False

    def within(self, other: "Slot") -> bool:
        """Whether it lies inside the other."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSlot(Slot):
    """A film named; several where they bear the same title."""

    films: tuple[Film, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSlot(Slot):
    """A director or actor of the catalogue, by canonical name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GenreSlot(Slot):
    """A genre of `data.films.GENRES`."""

    genre: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSlot(Slot):
    """An original language, ISO 639-1; several for a part of the world ("Scandinavian")."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsSlot(Slot):
    """Years of release, both ends included; None is open."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuntimeSlot(Slot):
    """Minutes, both ends included; None is open."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSlot(Slot):
    """Shorter, older, longer, newer: than the film that follows, else than what was shown."""

    axis: Axis
    less: bool
    bare: int | None = None
    """The bound that it sets where there is nothing to compare with: the year of "newer"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSlot(Slot):
    """A rating said outright, on our scale of 0.5 to 5 stars."""

    stars: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSlot(Slot):
    """How many films."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodSlot(Slot):
    """A mood, as said."""

    mood: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySlot(Slot):
    """Who watches along; `company` is None where only fitness for children is asked."""

    company: str | None
    family_safe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeSlot(Slot):
    """A subject, setting or style, as said."""

    theme: str
    introduced: bool = False
    """It was announced: "about …", "set in …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagSlot(Slot):
    """A wish that is on or off."""

    flag: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class PickSlot(Slot):
    """Films meant by pointing at what was shown: "the second one", "that", "the De Niro one"."""

    positions: tuple[int, ...] = ()
    """From 1; negative counts from the end."""
    extreme: Literal["shortest", "longest", "oldest", "newest"] | None = None
    everything: bool = False
    described: bool = False
    """ "the … one": the other slots inside the span say which."""

    @property
    def outright(self) -> bool:
        """Says which film of a list is meant, as "it" and "those" do not."""
        return bool(self.positions or self.extreme or self.described)
