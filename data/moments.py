"""When something is to be, as people say it: "Friday at 8pm", "am 12. Mai um 20 Uhr"."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale

_LANGUAGES = ("en", "es", "fr", "de")
_TODAY = frozenset(
    {"today", "tonight", "hoy", "esta noche", "aujourd'hui", "ce soir", "heute", "heute abend"}
)
_TOMORROW = frozenset({"tomorrow", "manana", "demain", "morgen"})
_AFTER_TOMORROW = frozenset(
    {"day after tomorrow", "pasado manana", "apres-demain", "apres demain", "ubermorgen"}
)
_TIME = re.compile(
    r"(?<![\w:.])(?:(?P<cue>at|a las?|a|um|gegen|around|@) )?"
    r"(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[:.h])(?P<minute>[0-5]\d))?"
    r"\s?(?P<half>am|pm|a\.m\.|p\.m\.|uhr|h|heures?|hrs?|horas?|de la (?:noche|tarde|manana)|du soir)?"
    r"(?![\w:])"
)
_NOON = re.compile(r"(?<!\w)(?:noon|midday|mediodia|midi|mittags?)(?!\w)")
_MIDNIGHT = re.compile(r"(?<!\w)(?:midnight|medianoche|minuit|mitternacht)(?!\w)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_ZONE = re.compile(r"(?<![\w/])(?:UTC|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)+)(?![\w/])")
_CITY_TIME = re.compile(
    r"(?<!\w)(?P<after>\w+(?: \w+)?) time(?!\w)|(?<!\w)(?:hora de|heure de) (?P<before>\w+)"
)
_LATER = frozenset({"pm", "p.m.", "de la noche", "de la tarde", "du soir"})
_EARLIER = frozenset({"am", "a.m.", "de la manana"})


_ANY_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Moment:
    """What was said, made out."""

    at: datetime
    """Aware, on the clocks of its zone."""
    zone: str
    """IANA name."""


def read_moment(text: str, now: datetime, zone: str = "UTC") -> Moment | None:
    """The moment that a text names, None where it names no time of day; the next that is after `now`.

    `now` is aware; `zone` is where they are, unless the text says another ("Europe/Madrid", "Madrid time").
    A time that clocks skip when they are put forward is as much later; of one that comes twice the first
    counts. A date without a year is the next one; one that is over comes back as it is: the caller says so.
    """
    zone = zone_said(text) or zone
    there = ZoneInfo(zone)
    local = now.astimezone(there)
    said = _plain(_ZONE.sub(" ", text))
    day, rest = _day(said, local.date())
    clock = _clock(rest)
    if clock is None:
        return None
    if day is None:
        day = local.date()
        if _settled(day, clock, there) <= now:
            day += timedelta(days=1)
    elif _settled(day, clock, there) <= now and _is_weekday(said) and day == local.date():
        day += timedelta(days=7)
    return Moment(_settled(day, clock, there), zone)


def names_a_time(text: str) -> bool:
    """Whether a text says a time of day."""
    said = _plain(_ZONE.sub(" ", text))
    return _clock(_day(said, _ANY_DAY)[1]) is not None


def zone_said(text: str) -> str | None:
    """The time zone that a text names; None where it names none."""
    known = available_timezones()
    for found in _ZONE.finditer(text):
        if found[0] in known:
            return found[0]
    for found in _CITY_TIME.finditer(_plain(text)):
        for name in (found["before"], found["after"], (found["after"] or "").rpartition(" ")[2]):
            if name and (zone := _cities().get(name)):
                return zone
    return None


def _settled(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """On the clocks there; there and back again, since a skipped time is none of theirs."""
    return datetime.combine(day, clock, zone).astimezone(UTC).astimezone(zone)


def _clock(said: str) -> time | None:
    if _NOON.search(said):
        return time(12)
    if _MIDNIGHT.search(said):
        return time(0)
    for found in _TIME.finditer(said):
        half, cue = found["half"] or "", found["cue"]
        if not (half or cue or found["minute"]):
            continue  # a mere number
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if half in _LATER and hour < 12:
            hour += 12
        elif half in _EARLIER and hour == 12:
            hour = 0
        elif not half and found["sign"] != "h" and 1 <= hour < 12 and not found["hour"].startswith("0"):
            hour += 12  # films are watched in the evening
        return time(hour % 24, minute)
    return None


def _day(said: str, today: date) -> tuple[date | None, str]:
    """The day named, and the rest of the text."""
    if iso := _ISO.search(said):
        try:
            return date(*map(int, iso.groups())), said.replace(iso[0], " ")
        except ValueError:
            return None, said
    for words, ahead in ((_AFTER_TOMORROW, 2), (_TOMORROW, 1), (_TODAY, 0)):
        for word in sorted(words, key=len, reverse=True):
            if found := re.search(rf"(?<!\w)(?<!de la ){re.escape(word)}(?!\w)", said):
                return today + timedelta(days=ahead), said[: found.start()] + said[found.end() :]
    if dated := _dated(said, today):
        return dated
    for name, weekday in _weekdays().items():
        if found := re.search(rf"(?<!\w)(?P<next>next |nachsten )?{name}s?(?!\w)", said):
            ahead = (weekday - today.weekday()) % 7
            return today + timedelta(days=ahead), said[: found.start()] + " " + said[found.end() :]
    return None, said


def _dated(said: str, today: date) -> tuple[date, str] | None:
    """A day of a month: "12 May", "May 12th", "12 de mayo", "12. Mai"."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    for pattern in (
        rf"(?<!\w)(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?(?: of| de)? (?P<month>{names})\.?(?!\w)",
        rf"(?<!\w)(?P<month>{names})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:])",
    ):
        if found := re.search(pattern, said):
            try:
                day = date(today.year, _months()[found["month"]], int(found["day"]))
            except ValueError:
                return None
            if day < today:
                day = day.replace(year=today.year + 1) if (day.month, day.day) != (2, 29) else day
            return day, said[: found.start()] + " " + said[found.end() :]
    return None


def _is_weekday(said: str) -> bool:
    return any(re.search(rf"(?<!\w){name}s?(?!\w)", said) for name in _weekdays())


def _plain(text: str) -> str:
    """Without case and accents; signs stay, as times and dates have them."""
    split = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@cache
def _weekdays() -> dict[str, int]:
    """By folded name, 0 is Monday."""
    return {
        _plain(str(name)): number
        for language in _LANGUAGES
        for number, name in Locale(language).days["format"]["wide"].items()
    }


@cache
def _months() -> dict[str, int]:
    return {
        _plain(str(name)).rstrip("."): number
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months["format"][width].items()
    }


@cache
def _cities() -> dict[str, str]:
    """Zones by their cities, as they are said."""
    return {
        _plain(zone.rpartition("/")[2].replace("_", " ")): zone
        for zone in sorted(available_timezones())
        if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/"))
    }
