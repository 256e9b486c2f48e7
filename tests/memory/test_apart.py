"""Blocks and reports hide both from each other, whoever made them."""

import pytest

from memory.database import Database
from memory.friends import Friends
from memory.library import Library
from memory.people import People
from memory.reported_reviews import ReportedReviews
from memory.reviews import Reviews
from memory.rooms import Rooms

HEAT = "tt0113277"


async def others_see(database: Database, one: int, other: int) -> list[bool]:
    """Whether each reads the other's review, and is told in their room of what the other watched."""
    reviews, rooms = Reviews(database), Rooms(database)
    found = []
    for reader, author in ((one, other), (other, one)):
        texts = [review.text for review in await reviews.of_film(HEAT, reader=reader)]
        near = await rooms.sharing_in("discord", "1", reader)
        found += [f"Words of {author}." in texts, author in {friend.id for friend in near}]
    return found


@pytest.fixture
async def two(database: Database, ana: int, luis: int) -> tuple[int, int]:
    for person in (ana, luis):
        await Library(database).review(person, HEAT, f"Words of {person}.")
        await People(database).share(person, "server")
        await Rooms(database).note("discord", "1", person)
    assert await others_see(database, ana, luis) == [True] * 4
    return ana, luis


@pytest.mark.parametrize("blocker", [0, 1])
async def test_a_block_hides_both(database: Database, two: tuple[int, int], blocker: int) -> None:
    await Friends(database).end(two[blocker], two[1 - blocker], block=True)
    assert await others_see(database, *two) == [False] * 4


@pytest.mark.parametrize("reporter", [0, 1])
async def test_a_report_hides_both_until_it_is_found_to_be_none(
    database: Database, two: tuple[int, int], reporter: int
) -> None:
    reported = ReportedReviews(database, "discord")
    (review,) = await reported.reportable("1", HEAT, two[reporter])
    await reported.report("1", HEAT, review.key, two[reporter])
    assert await others_see(database, *two) == [False] * 4
    (case,) = await reported.cases("1", "open", 9)
    await reported.decide("1", case.id, "kept")
    assert await others_see(database, *two) == [True] * 4


async def test_others_see_both(database: Database, two: tuple[int, int]) -> None:
    await Friends(database).end(*two, block=True)
    eve = (await People(database).resolve("cli", "eve")).id
    assert len(await Reviews(database).of_film(HEAT, reader=eve)) == 2
    assert len(await Rooms(database).sharing_in("discord", "1", eve)) == 2
