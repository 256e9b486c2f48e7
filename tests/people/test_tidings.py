"""What people are told at their next turn."""

from datetime import timedelta

from tests.people.conftest import Company


async def test_a_request_is_told_once_and_answered_by_a_button(company: Company) -> None:
    await company.say("luis", "hello")
    await company.say("ana", "add Luis as a friend")
    told = await company.say("luis", "something funny")
    assert "Ana would like to be your friend" in told.text
    assert told.films, "what was asked for is answered all the same"
    assert "Ana" not in (await company.say("luis", "something scary")).text
    assert "friends now" in (await company.press("luis", told.button("Accept"))).text
    assert "Luis said yes" in (await company.say("ana", "something funny")).text
    assert "Luis" not in (await company.say("ana", "something scary")).text


async def test_who_looks_at_their_friends_is_not_told_twice(company: Company) -> None:
    await company.say("luis", "hello")
    await company.say("ana", "add Luis as a friend")
    shown = await company.say("luis", "who are my friends?")
    assert shown.text.count("would like to be your friend") == 1


async def test_in_a_room_nothing_of_the_kind_is_told(company: Company) -> None:
    await company.say("luis", "hello")
    await company.say("ana", "add Luis as a friend")
    company.room = "77"
    assert "Ana" not in (await company.say("luis", "something funny")).text
    assert "Ana would like" in (await company.say("luis", "something funny", alone=True)).text


async def test_members_elsewhere_are_asked_to_vote_and_learn_the_outcome(company: Company) -> None:
    await company.befriend("ana", "luis")
    await company.say("ana", "something funny")
    await company.say("luis", "something funny")
    planned = await company.say("ana", "plan a movie night with Luis")
    invited = await company.say("luis", "something scary")
    assert "Ana asks you to a movie night" in invited.text
    assert all(company.title(film) in invited.text for film in planned.films)
    assert "Your vote" in (await company.press("luis", invited.choices[-1].id)).text
    assert "asks you" not in (await company.say("luis", "something funny")).text
    closed = await company.say("ana", "close the vote")
    assert "movie night of Ana" not in closed.text, "who closed it knows"
    decided = await company.say("luis", "something funny")
    assert f"it will be **{company.title(closed.films[0])}" in decided.text
    assert "movie night of Ana" not in (await company.say("luis", "something scary")).text


async def test_the_next_day_it_is_asked_how_it_was(company: Company) -> None:
    await company.befriend("ana", "luis")
    planned = await company.say("ana", "plan a movie night with Luis")
    closed = await company.say("ana", "close the vote")
    assert closed.films[0] in planned.films
    company.clock.at += timedelta(hours=21)
    asked = await company.say("luis", "hello")
    assert f"How was **{company.title(closed.films[0])}" in asked.text
    await company.press("luis", asked.button("4 stars"))
    assert company.title(closed.films[0]) in (await company.say("luis", "my ratings")).text
    assert "How was" in (await company.say("ana", "hello")).text
    assert "How was" not in (await company.say("ana", "hello")).text
