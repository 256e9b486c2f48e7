from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from agent.wording.phrasebook import LANGUAGES
from data.achievements import load_achievements
from data.catalogue import Catalogue
from data.films import Film
from memory.library import LibraryRow
from tools.achieving import COUNTS, Deeds, achieve, counted
from tools.arguments import PlanMovieNight, ShowLibrary, Social, UpdateLibrary
from tools.base import Caller, Whereabouts
from tools.plan_movie_night import plan_movie_night
from tools.results import LibraryUpdated
from tools.services import Services
from tools.show_library import show_library
from tools.social import social
from tools.update_library import update_library

GOALS = load_achievements()
AT = datetime(2026, 5, 6, 22, tzinfo=UTC)


def films(*some: Film) -> Deeds:
    """All of them seen."""
    rows = [(LibraryRow(film.id, seen=True), film) for film in some]
    return Deeds(rows, Catalogue(some))


def named(number: int, **facts: object) -> Film:
    return Film(f"f{number}", f"Film {number}", **{"year": 1995, **facts})  # type: ignore[arg-type]


def test_there_are_enough_each_with_its_words_and_something_that_counts() -> None:
    assert len(GOALS) >= 25
    assert len({goal.id for goal in GOALS}) == len(GOALS)
    for goal in GOALS:
        assert goal.counts in COUNTS
        assert set(goal.titles) == set(LANGUAGES)
        assert len(set(goal.titles.values())) > 1
        assert all(f"goal.{goal.counts}" in LANGUAGES[language] for language in LANGUAGES)
    assert {goal.counts for goal in GOALS} == set(COUNTS)


@pytest.mark.parametrize(
    ("deeds", "count", "expected"),
    [
        (films(named(1, countries=("FR", "US")), named(2, countries=("FR",)), named(3)), "countries", 1),
        (films(named(1, language="fr"), named(2, language="en"), named(3)), "languages", 2),
        (films(*(named(n, year=1920 + 10 * n) for n in range(10))), "decades", 10),
        (films(named(1, runtime=180), named(2, runtime=179)), "long_films", 1),
        (films(named(1, runtime=80), named(2, runtime=7), named(3)), "short_films", 1),
        (films(named(1, vote_count=200), named(2, vote_count=0)), "little_known", 1),
        (films(*(named(n, cast=("A", "B")) for n in range(4)), named(9, cast=("A",))), "actor_films", 5),
        (films(named(1, genres=("Horror", "Comedy")), named(2, genres=("Horror",))), "horror", 2),
        (films(named(1, genres=("Horror", "Comedy")), named(2, genres=("Horror",))), "genres", 2),
    ],
)
def test_what_counts(deeds: Deeds, count: str, expected: int) -> None:
    assert counted(deeds)[count] == expected


def test_a_director_is_completed_with_the_last_film_of_the_catalogue() -> None:
    theirs = [named(number, directors=("Jane",)) for number in range(5)]
    other = named(9, cast=("Jane",))
    deeds = replace(films(*theirs), catalogue=Catalogue([*theirs, other]))
    assert counted(deeds)["directors_completed"] == 1, "where she only plays she did not direct"
    assert counted(replace(deeds, films=deeds.films[1:]))["directors_completed"] == 0


def test_the_night_is_where_the_person_lives() -> None:
    row = LibraryRow("f1", rating=4, seen=True, rated_at=AT)
    deeds = Deeds([(row, named(1))], Catalogue([named(1)]))
    assert counted(replace(deeds, zone=UTC))["after_midnight"] == 0
    assert counted(replace(deeds, zone=timezone(timedelta(hours=3))))["after_midnight"] == 1


def test_a_taste_is_followed_where_a_friend_saw_it_later() -> None:
    mine = LibraryRow("f1", rating=4.5, seen=True, rated_at=AT)
    later = LibraryRow("f1", seen=True, seen_at=AT + timedelta(days=1))
    earlier = LibraryRow("f1", seen=True, seen_at=AT - timedelta(days=1))
    deeds = Deeds([(mine, named(1))], Catalogue([named(1)]))
    assert counted(replace(deeds, of_friends=[later, earlier]))["followed"] == 1


async def rate(film_id: str, caller: Caller, services: Services) -> list[str]:
    done = await update_library(UpdateLibrary(action="rate", title=film_id, rating=4), caller, services)
    assert isinstance(done, LibraryUpdated)
    return [goal.id for goal in done.achieved]


async def test_it_is_said_in_the_turn_that_earned_it_and_never_again(ana: Caller, services: Services) -> None:
    assert await rate("heat", ana, services) == ["first_stars"]
    assert await rate("heat", ana, services) == []
    films = [film.id for film in services.catalogue.films if film.id != "heat"]
    for film_id in films[:8]:
        assert "ten_rated" not in await rate(film_id, ana, services)
    assert "ten_rated" in await rate(films[8], ana, services)
    await services.library.remove(ana.person_id, films[8])
    assert "ten_rated" not in await rate(films[8], ana, services), "once is enough"
    assert await services.achievements.news(ana.person_id) == frozenset()


async def test_where_others_read_it_waits(ana: Caller, services: Services) -> None:
    public = replace(ana, where=Whereabouts("discord", "77", channel="5"))
    assert await rate("heat", public, services) == []
    assert await services.achievements.news(ana.person_id) == {"first_stars"}
    assert await services.achievements.news(ana.person_id) == frozenset()


async def test_friends_and_nights_count_for_both(ana: Caller, luis: Caller, services: Services) -> None:
    await social(Social(kind="add_friend", person="luis"), ana, services)
    await social(Social(kind="add_friend", person="ana"), luis, services)
    await plan_movie_night(PlanMovieNight(people=("luis",)), ana, services)
    for do in ("vote", "close"):
        act = {"do": do, "positions": (1,) if do == "vote" else ()}
        await plan_movie_night(PlanMovieNight.model_validate({"act": act}), ana, services)
    for person in (ana, luis):
        assert {"company", "first_night"} <= set(await services.achievements.of(person.person_id))


async def test_progress_is_shown(ana: Caller, services: Services) -> None:
    for film_id in ("heat", "alien", "notting"):
        await rate(film_id, ana, services)
    shown = await show_library(ShowLibrary(kind="achievements"), ana, services)
    by_id = {step.achievement.id: step for step in shown.progress}
    assert by_id["first_stars"].achieved
    assert (by_id["ten_rated"].count, by_id["ten_rated"].achieved) == (3, False)
    assert shown.total == len(services.goals)


async def test_the_same_library_achieves_the_same_once(ana: Caller, services: Services) -> None:
    await services.library.rate(ana.person_id, "heat", 5)
    first = await achieve(ana.person_id, AT, services)
    assert [goal.id for goal in first] == ["first_stars"]
    assert await achieve(ana.person_id, AT, services) == ()
