from typing import Any

import pytest

from data.errors import BadInput
from tools.arguments import FilmDetails, ShowLibrary, UpdateLibrary
from tools.base import Caller
from tools.film_details import film_details
from tools.results import FilmFacts, LibraryShown, LibraryUpdated, RatingNeeded, UnknownFilm, WhichFilm
from tools.services import Services
from tools.show_library import show_library
from tools.update_library import update_library


async def update(caller: Caller, services: Services, action: Any, title: str, **more: Any) -> LibraryUpdated:
    done = await update_library(UpdateLibrary(action=action, title=title, **more), caller, services)
    assert isinstance(done, LibraryUpdated)
    return done


async def show(caller: Caller, services: Services, kind: Any) -> LibraryShown:
    return await show_library(ShowLibrary(kind=kind), caller, services)


def shown_ids(shown: LibraryShown) -> list[str]:
    return [entry.film.id for entry in shown.entries]


async def test_a_rating_is_written_down_in_half_stars(ana: Caller, services: Services) -> None:
    done = await update(ana, services, "rate", "heat", rating=4.3)
    assert (done.entry.rating, done.entry.seen, done.before.rating) == (4.5, True, None)
    assert (await services.library.row(ana.person_id, "heat")).rating == 4.5


async def test_a_rating_without_stars_is_asked_for(ana: Caller, services: Services) -> None:
    asked = await update_library(UpdateLibrary(action="rate", title="Heat"), ana, services)
    assert isinstance(asked, RatingNeeded)
    assert asked.film.id == "heat"


@pytest.mark.parametrize(
    ("action", "field"),
    [("seen", "seen"), ("watchlist_add", "saved"), ("dislike", "disliked")],
)
async def test_each_action_changes_its_one_thing(
    ana: Caller, services: Services, action: str, field: str
) -> None:
    done = await update(ana, services, action, "heat")
    assert getattr(done.entry, field)
    assert not getattr(done.before, field)


async def test_actions_can_be_taken_back(ana: Caller, services: Services) -> None:
    await update(ana, services, "watchlist_add", "heat")
    assert not (await update(ana, services, "watchlist_remove", "heat")).entry.saved
    await update(ana, services, "seen", "alien")
    assert not (await update(ana, services, "unseen", "alien")).entry.seen


async def test_seen_with_stars_is_a_rating_too(ana: Caller, services: Services) -> None:
    assert (await update(ana, services, "seen", "heat", rating=4)).entry.rating == 4


async def test_a_review_is_kept_with_its_stars(ana: Caller, services: Services) -> None:
    done = await update(ana, services, "review", "heat", text="The diner scene!", rating=5)
    assert (done.before.rating, done.entry.rating) == (None, 5)
    row = await services.library.row(ana.person_id, "heat")
    assert (row.review, row.rating, row.seen) == ("The diner scene!", 5, True)


async def test_a_review_without_words_is_refused(ana: Caller, services: Services) -> None:
    with pytest.raises(BadInput, match="no words"):
        await update(ana, services, "review", "heat")


async def test_titles_that_are_shared_or_unknown_change_nothing(ana: Caller, services: Services) -> None:
    shared = await update_library(UpdateLibrary(action="seen", title="The Thing"), ana, services)
    assert isinstance(shared, WhichFilm)
    unknown = await update_library(UpdateLibrary(action="seen", title="Xyzzyplugh"), ana, services)
    assert isinstance(unknown, UnknownFilm)
    assert await services.library.rows(ana.person_id) == []
    by_year = await update_library(UpdateLibrary(action="seen", title="The Thing", year=1982), ana, services)
    assert isinstance(by_year, LibraryUpdated)
    assert by_year.entry.film.id == "the-thing-1982"


async def test_film_details_know_the_person(ana: Caller, services: Services) -> None:
    await services.library.rate(ana.person_id, "thief", 5)
    await services.library.save(ana.person_id, "heat")
    facts = await film_details(FilmDetails(title="heat"), ana, services)
    assert isinstance(facts, FilmFacts)
    assert (facts.entry.film.title, facts.entry.saved, facts.entry.rating) == ("Heat", True, None)
    assert facts.mean_rating is not None
    assert 0.5 <= facts.mean_rating <= 5
    assert facts.predicted_rating is None or 0.5 <= facts.predicted_rating <= 5


async def test_lists_come_newest_first_and_only_ones_own(
    ana: Caller, luis: Caller, services: Services
) -> None:
    library, person = services.library, ana.person_id
    await library.rate(person, "heat", 4)
    await library.rate(person, "alien", 2)
    await library.mark_seen(person, "ronin")
    await library.save(person, "thief")
    await library.save(person, "amelie")
    await library.save(luis.person_id, "shining")
    assert shown_ids(await show(ana, services, "ratings")) == ["alien", "heat"]
    assert shown_ids(await show(ana, services, "seen")) == ["ronin", "alien", "heat"]
    watchlist = await show(ana, services, "watchlist")
    assert (shown_ids(watchlist), watchlist.total) == (["amelie", "thief"], 2)


async def test_a_film_that_left_the_catalogue_is_not_shown(ana: Caller, services: Services) -> None:
    await services.library.save(ana.person_id, "gone")
    assert (await show(ana, services, "watchlist")).total == 0


async def test_the_profile_says_what_is_known(ana: Caller, services: Services) -> None:
    for film in ("heat", "thief", "collateral"):
        await services.library.rate(ana.person_id, film, 5)
    await services.library.rate(ana.person_id, "amelie", 2)
    await services.preferences.add(ana.person_id, "I'm vegan", {})
    profile = await show(ana, services, "profile")
    assert [kept.text for kept in profile.preferences] == ["I'm vegan"]
    assert profile.top_genres[:2] == ("Crime", "Thriller")
    assert profile.top_people == ("Michael Mann",)
    assert profile.total == 4
    assert (await show(ana, services, "achievements")).total == 0
