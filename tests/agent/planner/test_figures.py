"""Figures in words: minutes, years, stars, counts."""

from datetime import date

import pytest

from agent.focus import Focus
from agent.planner import Planner
from agent.planner.counts import find_counts
from agent.planner.eras import find_years
from agent.planner.lexicon import Lexicon
from agent.planner.runtimes import find_runtimes
from agent.planner.stars import find_bare_rating, find_ratings
from agent.planner.words import Message

LEXICON = Lexicon.load()
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("something like Heat but under two hours", None, 120),
        ("less than 90 min", None, 90),
        ("1h30 max", None, 90),
        ("an hour and a half tops", None, 90),
        ("two and a half hours", None, 150),
        ("nothing over 2 hours", None, 120),
        ("no longer than an hour and forty minutes", None, 100),
        ("he falls asleep in anything over 2 hours", None, 120),
        ("over 3 hrs", 180, None),
        ("ninety-five minutes max", None, 95),
        ("around 100 min", 85, 115),
        ("menos de hora y media", None, 90),
        ("moins de deux heures", None, 120),
        ("un film d'une heure trente", None, 90),
        ("unter anderthalb stunden", None, 90),
        ("not too long", None, 120),
        ("i am looking for less than 2 hour", None, 120),
        ("pas plus d'une heure trente", None, 90),
        ("massimo due ore", None, 120),
        ("com menos de uma hora e meia", None, 90),
        ("short", None, 95),
    ],
)
def test_runtimes(text: str, low: int | None, high: int | None) -> None:
    first = next(find_runtimes(Message(text), LEXICON))
    assert (first.low, first.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("from the 90s", 1990, 1999),
        ("1980's", 1980, 1989),
        ("the late eighties", 1985, 1989),
        ("early 2000s", 2000, 2004),
        ("before 1980", None, 1979),
        ("nothing before 2000", 2000, None),
        ("after 2010", 2011, None),
        ("since 2015", 2015, None),
        ("2015 onwards", 2015, None),
        ("between 1990 and 2000", 1990, 2000),
        ("the last five years", 2021, None),
        ("this year", 2026, 2026),
        ("años 80", 1980, 1989),
        ("of the years 80", 1980, 1989),
        ("degli anni sessanta", 1960, 1969),
        ("anos noventa", 1990, 1999),
        ("prima del 1970", None, 1969),
        ("depois de 2010", 2011, None),
        ("une comédie des années 90", 1990, 1999),
        ("aus den 80ern", 1980, 1989),
        ("films from 1994", 1994, 1994),
    ],
)
def test_years(text: str, low: int | None, high: int | None) -> None:
    first = next(find_years(Message(text), LEXICON, TODAY))
    assert (first.low, first.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("9/10", 4.5),
        ("4 stars", 4.0),
        ("four and a half stars", 4.5),
        ("8 out of 10", 4.0),
        ("4,5/5", 4.5),
        ("90%", 4.5),
        ("⭐⭐⭐⭐", 4.0),
        ("★★★½", 3.5),
        ("a solid 8", 4.0),
        ("8 sobre 10", 4.0),
        ("4 étoiles", 4.0),
        ("viereinhalb Sterne", 4.5),
        ("half a star", 0.5),
        ("full marks", 5.0),
    ],
)
def test_ratings(text: str, stars: float) -> None:
    assert [slot.stars for slot in find_ratings(Message(text))][:1] == [stars]


@pytest.mark.parametrize("text", ["two hours", "11/10", "a movie", "thumbs up", "a 7 year old", "the 90s"])
def test_no_rating(text: str) -> None:
    assert not list(find_ratings(Message(text)))


def test_a_bare_number_is_stars_up_to_five_and_points_above() -> None:
    for text, stars in {"4": 4.0, "four and a half": 4.5, "Heat gets 8": 4.0}.items():
        rating = find_bare_rating(Message(text))
        assert rating is not None
        assert rating.stars == stars
    assert find_bare_rating(Message("no number here")) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("three films", 3),
        ("give me 2 good french films", 2),
        ("top 10 westerns", 10),
        ("just one", 1),
        ("a couple of good comedies", 2),
        ("tres películas", 3),
        ("nur einen", 1),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert next(find_counts(Message(text), LEXICON)).count == count


@pytest.mark.parametrize("text", ["a movie", "two hours", "one of the best films", "12 angry men"])
def test_no_count(text: str) -> None:
    assert not list(find_counts(Message(text), LEXICON))


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("alien 4/5, blade runner 3", [4, 3]),
        ("Heat and Jaws, 4 stars", [4, 4]),
        ("Heat 8/10 and Jaws 6/10", [4, 3]),
        ("10/10 for Heat and 3 stars for Jaws", [5, 3]),
    ],
)
def test_each_film_is_given_its_own_stars(planner: Planner, text: str, stars: list[float]) -> None:
    calls = [call.arguments for call in planner.decide(text, Focus()).calls]
    assert [getattr(call, "rating", None) for call in calls] == stars
