import pytest

from memory.database import Database
from memory.library import Library, LibraryRow

HEAT = "tt0113277"
ALIEN = "tt0078748"


@pytest.fixture
def library(database: Database) -> Library:
    return Library(database)


async def test_rating_implies_seen_and_leaves_the_watchlist(library: Library, ana: int) -> None:
    await library.save(ana, HEAT)
    before, after = await library.rate(ana, HEAT, 4.5, said="Heat is a 4.5 for me")
    assert (before.saved, before.seen, before.rating) == (True, False, None)
    assert (after.saved, after.seen, after.rating, after.said) == (False, True, 4.5, "Heat is a 4.5 for me")
    assert after.rated_at is not None
    assert after.rated_at.tzinfo is not None
    assert await library.row(ana, HEAT) == after


@pytest.mark.parametrize("stars", [0, 0.4, 5.1, -1, float("nan")])
async def test_a_rating_out_of_range_is_refused(library: Library, ana: int, stars: float) -> None:
    with pytest.raises(ValueError, match="stars"):
        await library.rate(ana, HEAT, stars)
    assert (await library.row(ana, HEAT)).is_empty


async def test_unseen_takes_the_rating_back_but_keeps_the_review(library: Library, ana: int) -> None:
    await library.rate(ana, HEAT, 5)
    await library.review(ana, HEAT, "The diner scene!")
    _, after = await library.unmark_seen(ana, HEAT)
    assert (after.seen, after.rating, after.review) == (False, None, "The diner scene!")


async def test_disliking_takes_a_film_off_the_watchlist_and_saving_takes_the_dislike_back(
    library: Library, ana: int
) -> None:
    await library.save(ana, HEAT)
    _, after = await library.dislike(ana, HEAT)
    assert (after.disliked, after.saved) == (True, False)
    _, after = await library.save(ana, HEAT)
    assert (after.disliked, after.saved) == (False, True)


async def test_a_film_seen_may_be_saved_to_see_it_again(library: Library, ana: int) -> None:
    await library.mark_seen(ana, HEAT)
    _, after = await library.save(ana, HEAT)
    assert (after.seen, after.saved) == (True, True)


async def test_a_row_that_says_nothing_is_not_kept(library: Library, ana: int) -> None:
    await library.save(ana, HEAT)
    _, after = await library.unsave(ana, HEAT)
    assert after == LibraryRow(HEAT)
    assert await library.rows(ana) == []


async def test_a_change_that_changes_nothing_keeps_the_row_as_it_is(library: Library, ana: int) -> None:
    _, first = await library.mark_seen(ana, HEAT)
    assert await library.mark_seen(ana, HEAT) == (first, first)


async def test_rows_come_newest_first_and_only_ones_own(library: Library, ana: int, luis: int) -> None:
    await library.mark_seen(ana, HEAT)
    await library.save(ana, ALIEN)
    await library.save(luis, "tt0095016")
    assert [row.film_id for row in await library.rows(ana)] == [ALIEN, HEAT]
    await library.rate(ana, HEAT, 3)
    assert [row.film_id for row in await library.rows(ana)] == [HEAT, ALIEN]


async def test_removing_drops_everything_about_a_film(library: Library, ana: int) -> None:
    await library.rate(ana, HEAT, 4)
    before, after = await library.remove(ana, HEAT)
    assert before.rating == 4
    assert after == LibraryRow(HEAT)
    assert await library.remove(ana, HEAT) == (LibraryRow(HEAT), LibraryRow(HEAT))
