from datetime import UTC, datetime, timedelta

import pytest

from memory.database import Database
from memory.follow_ups import LONG_PAUSE, PATIENCE, PAUSE, FollowUps
from memory.library import Library

NOON = datetime(2026, 5, 6, 12, tzinfo=UTC)
MOMENT = timedelta(minutes=1)


@pytest.fixture
def follow_ups(database: Database) -> FollowUps:
    return FollowUps(database)


async def test_nobody_is_asked_twice_within_the_pause(follow_ups: FollowUps, ana: int, luis: int) -> None:
    assert await follow_ups.may_ask(ana, "heat", NOON)
    assert not await follow_ups.may_ask(ana, "alien", NOON + PAUSE - MOMENT)
    assert await follow_ups.may_ask(luis, "alien", NOON + MOMENT)
    assert await follow_ups.may_ask(ana, "alien", NOON + PAUSE)


async def test_nobody_is_asked_twice_about_a_film(follow_ups: FollowUps, ana: int) -> None:
    assert await follow_ups.may_ask(ana, "heat", NOON)
    assert not await follow_ups.may_ask(ana, "heat", NOON + 10 * LONG_PAUSE)


async def test_who_never_answers_is_left_in_peace(
    follow_ups: FollowUps, database: Database, ana: int
) -> None:
    for number in range(PATIENCE):
        assert await follow_ups.may_ask(ana, f"film {number}", NOON + number * PAUSE)
    last = NOON + (PATIENCE - 1) * PAUSE
    assert not await follow_ups.may_ask(ana, "heat", last + PAUSE)
    await Library(database).rate(ana, "film 1", 4.0)
    assert await follow_ups.may_ask(ana, "heat", last + PAUSE)
