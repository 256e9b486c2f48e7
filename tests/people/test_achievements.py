"""Achievements, as they are said."""

from tests.people.conftest import Company


async def test_they_are_said_once_modestly_and_shown_with_progress(company: Company) -> None:
    rated = await company.say("ana", "I give Heat 4 stars")
    assert rated.text.endswith("🏅 New: “First stars”.")
    assert "🏅" not in (await company.say("ana", "I give Alien 4 stars")).text
    shown = await company.say("ana", "show my achievements")
    assert "🏅 First stars – films rated: 2" in shown.text
    assert "▫️ Ten films weighed – films rated: 2 of 10" in shown.text
    auf_deutsch = await company.say("ana", "zeig mir meine Erfolge", locale="de")
    assert "Erste Sterne" in auf_deutsch.text


async def test_in_a_room_nothing_is_said_and_it_is_made_good_alone(company: Company) -> None:
    company.room = "77"
    assert "🏅" not in (await company.say("ana", "I give Heat 4 stars")).text
    assert "First stars" in (await company.say("ana", "something funny", alone=True)).text
    assert "🏅" not in (await company.say("ana", "something funny", alone=True)).text
