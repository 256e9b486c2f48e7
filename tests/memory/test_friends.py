import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from memory.database import Database
from memory.friends import AGAIN_AFTER, ASKED_A_DAY, Friends
from memory.linking import Linking
from memory.people import People
from memory.privacy import Privacy
from tests.memory.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 5, 6, 20, tzinfo=UTC))


@pytest.fixture
def friends(database: Database, clock: Clock) -> Friends:
    return Friends(database, clock)


@pytest.fixture
async def ana(database: Database) -> int:
    return (await People(database).resolve("discord", "1001", name="Ana")).id


@pytest.fixture
async def luis(database: Database) -> int:
    return (await People(database).resolve("telegram", "2002", name="Luis")).id


def names(people: tuple[object, ...]) -> list[str]:
    return [getattr(friend, "name", "") for friend in people]


async def test_one_asks_and_the_other_accepts(friends: Friends, ana: int, luis: int) -> None:
    assert await friends.add(ana, luis) == "asked"
    assert names((await friends.circle(ana)).asked) == ["Luis"]
    assert names((await friends.circle(luis)).asking) == ["Ana"]
    assert (await friends.circle(ana)).friends == ()
    assert await friends.add(luis, ana) == "accepted"
    for one, other in ((ana, "Luis"), (luis, "Ana")):
        circle = await friends.circle(one)
        assert (names(circle.friends), circle.asking, circle.asked) == ([other], (), ())
    assert await friends.add(ana, luis) == "friends"


async def test_asking_again_and_again_changes_nothing(friends: Friends, ana: int, luis: int) -> None:
    await friends.add(ana, luis)
    assert await friends.add(ana, luis) == "waiting"
    assert names((await friends.circle(luis)).asking) == ["Ana"]


async def test_nobody_is_their_own_friend(friends: Friends, ana: int) -> None:
    assert await friends.add(ana, ana) == "self"


async def test_two_who_ask_at_once_are_friends(friends: Friends, ana: int, luis: int) -> None:
    outcomes = await asyncio.gather(friends.add(ana, luis), friends.add(luis, ana))
    assert sorted(outcomes) == ["accepted", "asked"]


async def test_a_request_declined_is_not_made_again_for_a_while(
    friends: Friends, ana: int, luis: int, clock: Clock
) -> None:
    await friends.add(ana, luis)
    assert await friends.end(luis, ana)
    assert await friends.add(ana, luis) == "declined"
    assert (await friends.circle(luis)).asking == ()
    clock.at += AGAIN_AFTER
    assert await friends.add(ana, luis) == "asked"


async def test_who_declined_may_ask_themselves(friends: Friends, ana: int, luis: int) -> None:
    await friends.add(ana, luis)
    await friends.end(luis, ana)
    assert await friends.add(luis, ana) == "asked"
    assert await friends.add(ana, luis) == "accepted"


async def test_a_friendship_ends_on_both_sides(friends: Friends, ana: int, luis: int) -> None:
    await friends.add(ana, luis)
    await friends.add(luis, ana)
    assert await friends.end(ana, luis)
    assert (await friends.circle(luis)).friends == ()
    assert not await friends.end(ana, luis)


async def test_a_block_hides_both_ways_and_is_not_told(friends: Friends, ana: int, luis: int) -> None:
    await friends.add(ana, luis)
    await friends.add(luis, ana)
    await friends.end(luis, ana, block=True)
    assert await friends.named(ana, "luis") == ()
    assert await friends.add(ana, luis) == "waiting"
    assert await friends.end(ana, luis) is False
    assert await friends.add(ana, luis) == "waiting"
    assert (await friends.circle(luis)).asking == ()
    assert (await friends.circle(ana)).friends == ()


async def test_requests_have_a_limit_a_day(
    friends: Friends, ana: int, database: Database, clock: Clock
) -> None:
    people = [(await People(database).resolve("cli", f"p{n}")).id for n in range(ASKED_A_DAY + 1)]
    outcomes = [await friends.add(ana, other) for other in people]
    assert outcomes == ["asked"] * ASKED_A_DAY + ["often"]
    clock.at += timedelta(days=1, seconds=1)
    assert await friends.add(ana, people[-1]) == "asked"


async def test_people_are_found_by_their_names_and_accounts(
    friends: Friends, ana: int, luis: int, database: Database
) -> None:
    other = (await People(database).resolve("web", "luis")).id
    assert {friend.id for friend in await friends.named(ana, "@LUIS ")} == {luis, other}
    await friends.add(ana, luis)
    await friends.add(luis, ana)
    assert [friend.id for friend in await friends.named(ana, "luis")] == [luis]


async def test_joined_accounts_share_their_friends(
    friends: Friends, ana: int, luis: int, database: Database
) -> None:
    web = (await People(database).resolve("web", "ana-on-the-web")).id
    await friends.add(web, luis)
    await friends.add(luis, web)
    await friends.add(ana, web)
    linking = Linking(database)
    await linking.redeem(web, await linking.offer(ana))
    assert names((await friends.circle(ana)).friends) == ["Luis"]
    assert names((await friends.circle(luis)).friends) == ["Ana"]


async def test_forgetting_one_leaves_nothing_with_the_other(
    friends: Friends, ana: int, luis: int, database: Database
) -> None:
    await friends.add(ana, luis)
    await friends.add(luis, ana)
    await Privacy(database).erase(ana)
    assert (await friends.circle(luis)).friends == ()
