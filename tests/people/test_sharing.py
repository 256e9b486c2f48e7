"""Who sees what people watched."""

import pytest

from memory.linking import Linking
from tests.people.conftest import Company


@pytest.fixture
async def friends(company: Company) -> Company:
    await company.befriend("ana", "luis")
    for title in ("Heat", "Thief", "Collateral"):
        for user in ("ana", "luis"):
            await company.say(user, f"I give {title} 5 stars", alone=True)
    return company


async def test_friends_see_it_until_it_is_kept_private(friends: Company) -> None:
    assert "gave **Heat" in (await friends.say("ana", "what have my friends been watching?")).text
    assert "%" in (await friends.say("ana", "how well do Luis and I match?")).text
    assert "Nobody sees" in (await friends.say("luis", "keep my activity private")).text
    assert "gave" not in (await friends.say("ana", "what have my friends been watching?")).text
    assert "None of your friends" in (await friends.say("ana", "who has seen Heat?")).text
    assert "does not share" in (await friends.say("ana", "how well do Luis and I match?")).text
    assert "%" not in (await friends.say("ana", "who has a taste similar to mine?")).text
    await friends.say("luis", "share my activity with friends")
    assert "Luis gave" in (await friends.say("ana", "who has seen Heat?")).text


async def test_who_paused_is_compared_with_nobody(friends: Company) -> None:
    await friends.say("luis", "pause personalisation")
    assert "does not share" in (await friends.say("ana", "how well do Luis and I match?")).text
    await friends.say("ana", "pause personalisation")
    assert "paused" in (await friends.say("ana", "who has a taste similar to mine?")).text


async def test_in_a_room_those_who_share_with_it_are_named_to_who_asks(company: Company) -> None:
    company.room = "77"
    await company.say("eve", "I give Heat 4 stars")
    await company.say("kim", "I give Heat 2 stars")
    assert "servers and groups" in (await company.say("eve", "share my activity with the server")).text
    told = await company.say("ana", "who here has seen Heat?")
    assert "Eve gave" in told.text
    assert "Kim" not in told.text
    company.room = "78"
    assert "Eve" not in (await company.say("ana", "who here has seen Heat?")).text
    await company.say("eve", "hello")
    assert "Eve gave" in (await company.say("ana", "who here has seen Heat?")).text, "she has spoken there"
    await company.say("eve", "hide my activity", alone=True)
    assert "Eve" not in (await company.say("ana", "who here has seen Heat?")).text


@pytest.mark.parametrize("blocker", ["ana", "eve"])
async def test_a_block_hides_both_from_each_other(company: Company, blocker: str) -> None:
    company.room = "77"
    for user in ("ana", "eve"):
        await company.say(user, "I give Heat 4 stars")
        await company.say(user, "share my activity with the server")
    blocked = "eve" if blocker == "ana" else "ana"
    await company.services.friends.end(await company.id_of(blocker), await company.id_of(blocked), block=True)
    assert "Eve" not in (await company.say("ana", "who here has seen Heat?")).text
    assert "Ana" not in (await company.say("eve", "who here has seen Heat?")).text


async def test_a_movie_night_does_not_look_at_a_taste_kept_private(friends: Company) -> None:
    for title in ("Alien", "The Shining", "Shaun of the Dead"):
        await friends.say("luis", f"I give {title} 5 stars")
    await friends.say("luis", "hide my activity")
    planned = await friends.say("ana", "plan a movie night with Luis")
    assert "for you and Luis" in planned.text, "he comes along"
    assert "for Luis" not in planned.text.replace("for you and Luis", "")
    assert "seen by" not in planned.text
    assert "Your vote" in (await friends.say("luis", "I vote for the first one")).text


async def test_joined_accounts_keep_to_the_narrower_choice(company: Company) -> None:
    company.room = "77"
    await company.say("eve", "share my activity with the server")
    await company.say("kim", "hide my activity", alone=True)
    linking = Linking(company.database)
    await linking.redeem(await company.id_of("kim"), await linking.offer(await company.id_of("eve")))
    ana = await company.id_of("ana")
    assert await company.services.rooms.sharing_in("chat", "77", ana) == ()
