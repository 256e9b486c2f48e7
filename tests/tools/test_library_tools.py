from dataclasses import replace
from typing import Any

import pytest

from memory.database import Database
from memory.follow_ups import PAUSE
from memory.reviews import Reviews
from recsys.reviews.starter_figures import StarterFigures
from tests.support.toy_reviews import toy_reader
from tools.arguments import FilmDetails, ShowLibrary, UpdateLibrary
from tools.base import Caller
from tools.film_details import film_details
from tools.results import (
    FilmFacts,
    LibraryShown,
    LibraryUpdated,
    RatingNeeded,
    ReviewNeeded,
    UnknownFilm,
    WhichFilm,
)
from tools.review_desk import ReviewDesk
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


@pytest.fixture
def reading(services: Services, database: Database) -> Services:
    """The services with a reader of reviews."""
    starter = StarterFigures.collect([None] * len(services.catalogue))
    return replace(services, review_desk=ReviewDesk(Reviews(database), toy_reader(), starter))


async def test_after_a_film_was_seen_we_ask_once_how_it_was(ana: Caller, services: Services) -> None:
    assert (await update(ana, services, "seen", "heat")).asks == "opinion"
    assert (await update(ana, services, "seen", "alien")).asks is None, "not twice in a row"
    later = replace(ana, at=ana.at + PAUSE)
    assert (await update(later, services, "seen", "heat")).asks is None, "seen before"
    assert (await update(later, services, "seen", "ronin", rating=4.0)).asks is None, "they said so already"
    assert (await update(later, services, "seen", "thief")).asks == "opinion"


async def test_a_reviews_words_feed_the_rating(ana: Caller, reading: Services) -> None:
    done = await update(ana, reading, "review", "heat", text="It was superb, simply wonderful.")
    assert (done.sounded, done.entry.rating, done.asks) == (4.5, 4.5, None)
    row = await reading.library.row(ana.person_id, "heat")
    assert (row.rating, row.said, row.review) == (4.5, *["It was superb, simply wonderful."] * 2)
    again = await update(ana, reading, "review", "heat", text="Awful and boring.")
    assert (again.replaced, again.sounded, again.entry.rating) == (True, None, 4.5), "stars given stand"


async def test_stars_that_words_leave_open_are_asked_for(ana: Caller, reading: Services) -> None:
    done = await update(ana, reading, "review", "heat", text="Superb acting but a boring plot.")
    assert (done.sounded, done.entry.rating, done.asks) == (None, None, "stars")
    given = await update(ana, reading, "review", "thief", text="Superb acting but a boring plot.", rating=3)
    assert (given.sounded, given.entry.rating, given.asks) == (None, 3.0, None)


async def test_what_a_review_says_for_good_is_offered_to_be_remembered(
    ana: Caller, reading: Services
) -> None:
    done = await update(ana, reading, "review", "heat", text="Superb. I can't stand musicals. A wonder.")
    assert done.preference == "I can't stand musicals"
    of_this_film = await update(ana, reading, "review", "alien", text="I hate the gore in it. Superb.")
    assert of_this_film.preference is None
    assert not await reading.preferences.all(ana.person_id), "only if they agree"


async def test_a_review_without_words_is_asked_for(ana: Caller, services: Services) -> None:
    asked = await update_library(UpdateLibrary(action="review", title="Heat"), ana, services)
    assert isinstance(asked, ReviewNeeded)
    assert (await services.library.row(ana.person_id, "heat")).is_empty
    rated = await update(ana, services, "review", "heat", rating=4)
    assert (rated.action, rated.entry.rating) == ("rate", 4.0)


async def test_markup_in_a_review_is_not_kept(ana: Caller, reading: Services) -> None:
    await update(ana, reading, "review", "heat", text="<b>Superb</b>\u200b <script>x</script>")
    assert (await reading.library.row(ana.person_id, "heat")).review == "Superb"
