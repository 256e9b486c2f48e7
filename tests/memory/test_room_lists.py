from datetime import UTC, datetime, timedelta

import pytest

from memory.database import Database
from memory.room_lists import Room, RoomLists
from memory.servers import Servers
from tests.memory.clock import Clock

CLUB, OTHER = Room("discord", "1"), Room("telegram", "1")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 5, 6, 20, tzinfo=UTC))


async def test_a_room_keeps_one_list_of_all(database: Database, ana: int, luis: int, clock: Clock) -> None:
    lists = RoomLists(database, clock)
    assert await lists.add(CLUB, "heat", ana)
    clock.at += MINUTE
    assert await lists.add(CLUB, "ronin", luis)
    assert not await lists.add(CLUB, "heat", luis)
    assert await lists.films(CLUB) == ["ronin", "heat"]
    assert await lists.films(OTHER) == []
    assert await lists.remove(CLUB, "heat")
    assert not await lists.remove(CLUB, "heat")


async def test_a_full_list_loses_its_oldest_film(database: Database, ana: int, clock: Clock) -> None:
    lists = RoomLists(database, clock, limit=3)
    for number in range(5):
        clock.at += MINUTE
        await lists.add(CLUB, f"film {number}", ana)
    assert await lists.films(CLUB) == ["film 4", "film 3", "film 2"]


async def test_the_list_goes_with_the_room(database: Database, ana: int) -> None:
    lists = RoomLists(database)
    await lists.add(CLUB, "heat", ana)
    await Servers(database, "discord").remove("1")
    assert await lists.films(CLUB) == []
