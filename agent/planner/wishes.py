"""From a reading to what is asked of films: the filters, and what is to be compared or lifted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from agent.planner.reader import Reading
from agent.planner.slots import (
    CompanySlot,
    CompareSlot,
    CountSlot,
    Flag,
    FlagSlot,
    GenreSlot,
    LanguageSlot,
    MoodSlot,
    PersonSlot,
    RuntimeSlot,
    ThemeSlot,
    TitleSlot,
    YearsSlot,
)
from data.films import Film
from data.genres import resolve_genres
from data.titles import TitleIndex

_SOFTER = {"sad", "dark", "bleak", "depressing", "heavy", "serious", "gloomy", "grim", "gritty", "disturbing"}
_EVERYWHERE = frozenset({"Comedy", "Drama"})
"""Genres of so many films that refusing a mixture of theirs must not refuse them."""
_ADJOINING = re.compile(r"[\s-]*")
"""Between words that are one kind of film: "horror comedy"."""
_COMPARED_WITHIN = 30
"""Characters between "shorter than" and the film it is compared with."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one message asks of films."""

    filters: dict[str, Any] = field(default_factory=dict)
    """Arguments of `FilmFilters`, only those said."""
    comparisons: tuple[tuple[CompareSlot, Film | None], ...] = ()
    """Shorter, older …: than this film, or than what was shown."""
    lifted: frozenset[Flag] = frozenset()
    """Bounds that no longer hold."""

    @property
    def empty(self) -> bool:
        """Nothing was asked."""
        return not (self.filters or self.comparisons or self.lifted)


class Wisher:
    """Draws wishes from readings."""

    def __init__(self, titles: TitleIndex) -> None:
        self._titles = titles

    def wishes(self, reading: Reading, pointed: Sequence[Film] = ()) -> Wishes:
        """All wishes of a reading; films pointed at ("like the second one") count as examples."""
        comparisons = tuple((slot, compared_with(slot, reading)) for slot in _open_comparisons(reading))
        yardsticks = {film.id for _, film in comparisons if film}
        named = reading.of(TitleSlot, negated=False)
        like = [self.name(slot) for slot in named if not yardsticks & {film.id for film in slot.films}]
        like += [self.label(film) for film in pointed if film.id not in yardsticks]
        filters: dict[str, Any] = {
            "like": _unique(like),
            "people": _unique(slot.name for slot in reading.of(PersonSlot, negated=False)),
            "exclude_people": _unique(slot.name for slot in reading.of(PersonSlot, negated=True)),
            "exclude_films": _unique(
                self.name(slot) for slot in reading.of(TitleSlot, negated=True) if slot.films
            ),
            "keywords": _unique(slot.theme for slot in reading.of(ThemeSlot, negated=False)),
            "languages": _unique(
                code for slot in reading.of(LanguageSlot, negated=False) for code in slot.codes
            ),
            "mood": _mood(reading),
            **_genres(reading),
            **_company(reading),
            **_years(reading.of(YearsSlot)),
            **_runtime(reading.of(RuntimeSlot)),
        }
        flags = {slot.flag for slot in reading.of(FlagSlot)}
        filters["from_watchlist"] = True if "from_watchlist" in flags else None
        filters["include_seen"] = True if "include_seen" in flags else None
        counts = reading.of(CountSlot)
        filters["count"] = counts[0].count if counts else None
        said = {name: value for name, value in filters.items() if value not in (None, ())}
        return Wishes(said, comparisons, frozenset(flags))

    def name(self, slot: TitleSlot) -> str:
        """How a tool is told of a film named: its title, with the year where the title alone would not do."""
        film = self.film(slot)
        return self.label(film) if film else slot.films[0].title if slot.films else slot.text

    def film(self, slot: TitleSlot) -> Film | None:
        """The film named; None where several bear that title and none is much better known."""
        return slot.films[0] if len(slot.films) == 1 else self._titles.resolve(slot.text).film

    def label(self, film: Film) -> str:
        """The title, with the year where other films bear it too."""
        return film.title if self._titles.resolve(film.title).film == film else film.label


def _open_comparisons(reading: Reading) -> list[CompareSlot]:
    """Those without a figure: "newer, from 2005 on" says itself how much newer."""
    said = {axis for axis, kind in (("years", YearsSlot), ("runtime", RuntimeSlot)) if reading.of(kind)}
    return [slot for slot in reading.of(CompareSlot) if slot.axis not in said]


def compared_with(slot: CompareSlot, reading: Reading) -> Film | None:
    """The film behind "shorter than"."""
    behind = [
        title
        for title in reading.of(TitleSlot)
        if slot.end <= title.start <= slot.end + _COMPARED_WITHIN and "than" in _between(reading, slot, title)
    ]
    return behind[0].films[0] if behind and behind[0].films else None


def _between(reading: Reading, slot: CompareSlot, title: TitleSlot) -> str:
    words = reading.message.folded[slot.end : title.start].split()
    return "than" if {"than", "que", "als"} & set(words) else ""


def _genres(reading: Reading) -> dict[str, Any]:
    subjects = [theme for theme in reading.of(ThemeSlot) if theme.introduced]
    named = [slot for slot in reading.of(GenreSlot) if not any(map(slot.within, subjects))]
    said = named or reading.of(GenreSlot)  # "documentaries about music", but "films about war"
    unwanted = _unique(
        (
            *(
                (None if _twins(slot, said) else _blend(slot, said, reading)) or slot.genre
                for slot in said
                if slot.negated and not _shares_its_word(slot, said)
            ),
            # The tools take a name that is no genre of ours for a theme: "superheroes".
            *(slot.theme for slot in reading.of(ThemeSlot, negated=True)),
        )
    )
    wanted = _unique(
        _blend(slot, said, reading) or slot.genre
        for slot in said
        if not slot.negated and slot.genre not in unwanted
    )
    return {"genres": wanted, "exclude_genres": unwanted}


def _blend(slot: GenreSlot, said: Sequence[GenreSlot], reading: Reading) -> str | None:
    """The words for several genres at once, taken for all of them together: "horror comedy"."""
    text = reading.message.folded
    joined = [slot]
    for _ in said:  # as far as one adjoins the next
        joined = [other for other in said if any(_adjoin(one, other, text) for one in joined)]
    start, end = min(one.start for one in joined), max(one.end for one in joined)
    meant = {one.genre for one in joined}
    words = " ".join(text[start:end].replace("-", " ").split())
    return words if len(meant) > 1 and set(resolve_genres(words)) == meant else None


def _adjoin(one: GenreSlot, other: GenreSlot, text: str) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return one.negated is other.negated and bool(_ADJOINING.fullmatch(between))


def _shares_its_word(slot: GenreSlot, said: Sequence[GenreSlot]) -> bool:
    """Of a word for two genres ("romcom") only the one that tells such films apart is refused."""
    return slot.genre in _EVERYWHERE and any(other.genre not in _EVERYWHERE for other in _twins(slot, said))


def _twins(slot: GenreSlot, said: Sequence[GenreSlot]) -> list[GenreSlot]:
    return [
        other for other in said if other is not slot and (other.start, other.end) == (slot.start, slot.end)
    ]


def _mood(reading: Reading) -> str | None:
    moods = _unique(slot.mood for slot in reading.of(MoodSlot, negated=False))
    if moods:
        return ", ".join(moods)
    return "lighter" if any(slot.mood in _SOFTER for slot in reading.of(MoodSlot, negated=True)) else None


def _company(reading: Reading) -> dict[str, Any]:
    slots = reading.of(CompanySlot)
    named = [slot.company for slot in slots if slot.company]
    company = "kids" if "kids" in named else next(iter(named), None)
    return {"company": company, "family_safe": True if any(slot.family_safe for slot in slots) else None}


def _years(slots: Sequence[YearsSlot]) -> dict[str, int | None]:
    closed = [(slot.low, slot.high) for slot in slots if slot.low is not None and slot.high is not None]
    lows = [slot.low for slot in slots if slot.low is not None and slot.high is None]
    highs = [slot.high for slot in slots if slot.high is not None and slot.low is None]
    if closed:
        lows.append(min(low for low, _ in closed))
        highs.append(max(high for _, high in closed))
    return _bounds("year", lows, highs)


def _runtime(slots: Sequence[RuntimeSlot]) -> dict[str, int | None]:
    lows = [slot.low for slot in slots if slot.low is not None]
    highs = [slot.high for slot in slots if slot.high is not None]
    return _bounds("runtime", lows, highs)


def _bounds(of: str, lows: Sequence[int], highs: Sequence[int]) -> dict[str, int | None]:
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return {f"min_{of}": low, f"max_{of}": high}


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
