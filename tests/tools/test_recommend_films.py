from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tools.arguments import RecommendFilms, Remember
from tools.base import Caller
from tools.recommend_films import recommend_films
from tools.remember import remember
from tools.results import Picks, UnknownFilm, WhichFilm
from tools.services import Services


async def find(caller: Caller, services: Services, **wishes: Any) -> Picks:
    found = await recommend_films(RecommendFilms(**{"count": 20, **wishes}), caller, services)
    assert isinstance(found, Picks)
    return found


def ids(picks: Picks) -> set[str]:
    return {pick.film.id for pick in picks.picks}


async def test_films_like_one_named_come_with_true_reasons(ana: Caller, services: Services) -> None:
    found = await find(ana, services, like=["heat"], count=3)
    assert [film.id for film in found.like] == ["heat"]
    assert len(found.picks) == 3
    assert "heat" not in ids(found)
    assert ids(found) & {"thief", "collateral", "ronin", "the-town"}
    first = found.picks[0].recommendation
    assert first.score == pytest.approx(sum(first.contributions.values()))
    assert any(services.catalogue.index("heat") in reason.films for reason in first.reasons)


async def test_a_film_refused_by_name_stays_away_and_is_said(ana: Caller, services: Services) -> None:
    found = await find(ana, services, like=["heat"], exclude_films=["Thief", "A film nobody made"])
    assert [film.id for film in found.refused] == ["thief"]
    assert "thief" not in ids(found)


async def test_five_films_where_no_number_was_said(ana: Caller, services: Services) -> None:
    found = await recommend_films(RecommendFilms(), ana, services)
    assert isinstance(found, Picks)
    assert len(found.picks) == 5


async def test_every_bound_holds(ana: Caller, services: Services) -> None:
    found = await find(
        ana, services, genres=["thriller"], max_runtime=125, min_year=1990, exclude_genres=["scary"]
    )
    assert ids(found) == {"collateral", "ronin", "the-town"}
    assert found.constraints.exclude_genres == ("Horror",)


async def test_people_and_languages_are_understood(ana: Caller, services: Services) -> None:
    assert ids(await find(ana, services, people=["de niro"])) == {"heat", "ronin"}
    assert ids(await find(ana, services, people=["Michael Mann"], exclude_people=["tom cruise"])) == {
        "heat",
        "thief",
    }
    assert ids(await find(ana, services, languages=["French"])) == {"amelie"}


async def test_a_rom_com_is_both_and_no_rom_com_is_not_both(ana: Caller, services: Services) -> None:
    assert ids(await find(ana, services, genres=["rom-com"])) == {
        *("notting", "harry", "groundhog", "amelie", "la-la-land")
    }
    without = ids(await find(ana, services, genres=["comedy"], exclude_genres=["romcoms"]))
    assert without == {"shaun", "paddington", "toy-story", "big-daddy", "hatari"}


async def test_a_genre_that_is_a_theme_is_met_or_avoided(ana: Caller, services: Services) -> None:
    found = await find(ana, services, genres=["heist"], count=4)
    assert found.keywords == ("heist",)
    assert found.unknown == ()
    assert ids(found) == {"heat", "thief", "ronin", "the-town"}
    assert len(ids(await find(ana, services, genres=["heist"], count=6))) == 6  # four of them, and near ones
    assert not ids(await find(ana, services, exclude_genres=["zombies", "heists"])) & {
        "shaun",
        "heat",
        "thief",
    }


async def test_what_the_catalogue_does_not_know_is_said_and_left_out(ana: Caller, services: Services) -> None:
    found = await find(
        ana, services, genres=["comedy", "flurbish"], people=["Zorblax Quuxly"], languages=["Elvish"]
    )
    assert found.unknown == ("Zorblax Quuxly", "Elvish", "flurbish")
    assert len(found.picks) >= 5


async def test_a_shared_title_is_asked_about(ana: Caller, services: Services) -> None:
    found = await recommend_films(RecommendFilms(like=("the thing",)), ana, services)
    assert isinstance(found, WhichFilm)
    assert {film.id for film in found.choices} == {"the-thing-1982", "the-thing-2011"}
    again = await find(ana, services, like=["the-thing-1982"])
    assert again.like[0].year == 1982


async def test_an_unknown_example_alone_is_said_beside_others_noted(ana: Caller, services: Services) -> None:
    title = "Xyzzyplugh Returns"
    assert isinstance(await recommend_films(RecommendFilms(like=(title,)), ana, services), UnknownFilm)
    assert isinstance(
        await recommend_films(RecommendFilms(like=(title,), count=3), ana, services), UnknownFilm
    )
    beside = await find(ana, services, like=[title, "Heat"])
    assert (beside.like[0].id, beside.unknown) == ("heat", (title,))
    assert (await find(ana, services, like=[title], genres=["western"])).unknown == (title,)


async def test_seen_rated_and_disliked_films_are_not_shown(
    ana: Caller, luis: Caller, services: Services
) -> None:
    library, person = services.library, ana.person_id
    await library.mark_seen(person, "thief")
    await library.rate(person, "collateral", 5)
    await library.dislike(person, "ronin")
    wish = {"genres": ["crime"]}
    assert ids(await find(ana, services, **wish)) == {"heat", "the-town"}
    assert ids(await find(luis, services, **wish)) == {"heat", "thief", "collateral", "ronin", "the-town"}
    seen_welcome = await find(ana, services, include_seen=True, **wish)
    assert ids(seen_welcome) == {"heat", "the-town", "thief", "collateral"}


async def test_what_was_rated_shapes_what_comes(ana: Caller, luis: Caller, services: Services) -> None:
    for film in ("notting", "harry", "amelie"):
        await services.library.rate(ana.person_id, film, 5)
        await services.library.rate(luis.person_id, film, 1)
    for film in ("heat", "thief", "shining"):
        await services.library.rate(ana.person_id, film, 1)
        await services.library.rate(luis.person_id, film, 5)

    async def funny(caller: Caller) -> int:
        found = await find(caller, services, count=5)
        return sum("Comedy" in pick.film.genres for pick in found.picks)

    assert await funny(ana) > await funny(luis)


async def test_from_the_watchlist_only_what_is_saved(ana: Caller, services: Services) -> None:
    empty = await find(ana, services, from_watchlist=True)
    assert (empty.picks, empty.blocking, empty.from_watchlist) == ((), ("from_watchlist",), True)
    await services.library.save(ana.person_id, "heat")
    await services.library.mark_seen(ana.person_id, "alien")
    await services.library.save(ana.person_id, "alien")  # to see it again
    assert ids(await find(ana, services, from_watchlist=True)) == {"heat", "alien"}
    none = await find(ana, services, from_watchlist=True, genres=["western"])
    assert none.picks == ()
    assert set(none.blocking) == {"from_watchlist", "genres"}


async def test_impossible_wishes_name_what_stands_in_the_way(ana: Caller, services: Services) -> None:
    years = await find(ana, services, min_year=2015, max_year=1990)
    assert years.picks == ()
    assert set(years.blocking) == {"min_year", "max_year"}
    assert (await find(ana, services, genres=["western"], max_runtime=75)).blocking == ("max_runtime",)
    await services.library.mark_seen(ana.person_id, "unforgiven")
    assert (await find(ana, services, genres=["western"])).blocking == ("genres", "include_seen")


@pytest.mark.parametrize(
    ("mood", "holds"),
    [
        ("older", lambda film: film.year < 1998),
        ("a bit newer", lambda film: film.year > 1998),
        ("shorter", lambda film: film.runtime < 121),
        ("longer and darker", lambda film: film.runtime > 121),
    ],
)
async def test_a_direction_from_a_film_is_a_strict_bound(
    ana: Caller, services: Services, mood: str, holds: Any
) -> None:
    found = await find(ana, services, like=["Ronin"], mood=mood)
    assert found.picks
    assert all(holds(pick.film) for pick in found.picks)
    assert found.mood == mood


async def test_children_along_means_films_fit_for_them(ana: Caller, services: Services) -> None:
    expected = {"paddington", "toy-story", "groundhog"}
    assert ids(await find(ana, services, company="the kids")) == expected
    assert ids(await find(ana, services, family_safe=True)) == expected
    assert len(ids(await find(ana, services, company="kids", family_safe=False))) > len(expected)


async def test_what_was_shown_lately_gives_way(ana: Caller, services: Services) -> None:
    first = await find(ana, services, like=["Heat"], count=3)
    shown = tuple(pick.film.id for pick in first.picks)
    again = await find(replace(ana, recently_shown=shown), services, like=["Heat"], count=3)
    assert ids(again) != ids(first)


async def test_shorts_come_only_where_they_are_welcome(ana: Caller, services: Services) -> None:
    wish = {"genres": ["animation"]}
    assert ids(await find(ana, services, **wish)) == {"toy-story"}
    assert ids(await find(ana, services, max_runtime=30)) == {"la-luna"}
    assert "toy-story" in ids(await find(ana, services, like=["La Luna"], **wish))
    await services.library.save(ana.person_id, "la-luna")
    assert ids(await find(ana, services, from_watchlist=True)) == {"la-luna"}


async def keep(caller: Caller, services: Services, *wishes: str) -> None:
    for wish in wishes:
        await remember(Remember(preference=wish), caller, services)


async def test_lasting_dislikes_hold_until_asked_for_by_name(
    ana: Caller, luis: Caller, services: Services
) -> None:
    await keep(ana, services, "No horror please, ever", "I hate Adam Sandler", "I can't stand zombies")
    found = await find(ana, services)
    assert all("Horror" not in pick.film.genres for pick in found.picks)
    assert "big-daddy" not in ids(found)
    assert found.constraints.exclude_genres == ("Horror",)
    assert {"alien", "big-daddy"} <= ids(await find(luis, services))
    by_name = await find(ana, services, genres=["horror"])
    assert ids(by_name) == {"alien", "the-thing-1982", "the-thing-2011", "shining"}  # but still no zombies
    assert ids(await find(ana, services, people=["Adam Sandler"])) == {"big-daddy"}
    assert "shaun" in ids(await find(ana, services, genres=["horror"], keywords=["zombies"]))
    assert "alien" not in ids(await find(ana, services, like=["The Shining"]))


async def test_lasting_limits_give_way_to_what_is_asked(ana: Caller, services: Services) -> None:
    await keep(ana, services, "nothing over two hours", "nothing before 1980")
    found = await find(ana, services, genres=["crime"])
    assert ids(found) == {"collateral"}
    assert (found.constraints.max_runtime, found.constraints.min_year) == (120, 1980)
    assert "heat" in ids(await find(ana, services, genres=["crime"], max_runtime=180))
    assert ids(await find(ana, services, max_year=1979)) == {"alien"}


async def test_family_mode_stays_unless_switched_off_in_words(ana: Caller, services: Services) -> None:
    await keep(ana, services, "my kids watch with me")
    assert (await find(ana, services, genres=["horror"])).picks == ()
    assert ids(await find(ana, services)) == {"paddington", "toy-story", "groundhog"}
    assert "heat" in ids(await find(ana, services, family_safe=False))


async def test_a_wish_for_sundays_holds_on_sundays(ana: Caller, services: Services) -> None:
    await keep(ana, services, "my kid watches with me on Sundays")
    assert "heat" in ids(await find(ana, services))
    sunday = replace(ana, at=ana.at + timedelta(days=4))
    assert ids(await find(sunday, services)) == {"paddington", "toy-story", "groundhog"}


async def test_what_is_liked_steers_only_an_open_question(ana: Caller, services: Services) -> None:
    await keep(ana, services, "I love heist films")
    assert ids(await find(ana, services, count=3)) & {"heat", "thief", "ronin", "the-town"}
    found = await find(ana, services, genres=["comedy"])
    assert all("Comedy" in pick.film.genres for pick in found.picks)
    assert found.keywords == ()


async def test_a_later_liking_lifts_an_earlier_ban(ana: Caller, services: Services) -> None:
    await keep(ana, services, "I don't like westerns")
    assert "unforgiven" not in ids(await find(ana, services))
    await keep(ana, services, "I love westerns now")
    assert "unforgiven" in ids(await find(ana, services))
