"""When a movie night is: said in words, kept with its zone, told before and asked about after."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from memory.ballot_rules import Ballot
from tests.people.conftest import Company

WEDNESDAY = datetime(2026, 5, 6, 20, tzinfo=UTC)


async def ballot_of(company: Company, user: str) -> Ballot:
    (ballot,) = await company.services.ballots.open_for(await company.id_of(user))
    return ballot


@pytest.mark.parametrize(
    "said",
    [
        "schedule the movie night for Friday at 8pm",
        "the movie night is on Friday at 8pm",
        "Friday at 8pm",
        "let's watch it on Friday at 8pm",
        "la noche de cine es el viernes a las 20:00",
        "la soirée cinéma est vendredi à 20h",
        "der Filmabend ist am Freitag um 20 Uhr",
    ],
)
async def test_it_is_settled_in_words(company: Company, said: str) -> None:
    await company.say("ana", "plan a movie night", at=WEDNESDAY)
    told = await company.say("ana", said, at=WEDNESDAY)
    assert "20:00 (UTC)" in told.text
    ballot = await ballot_of(company, "ana")
    assert ballot.night_at == datetime(2026, 5, 8, 20, tzinfo=UTC)
    assert ballot.closes_at == datetime(2026, 5, 8, 17, tzinfo=UTC)


async def test_it_is_said_with_the_plan_and_moved(company: Company) -> None:
    await company.befriend("ana", "luis")
    madrid = WEDNESDAY.astimezone(ZoneInfo("Europe/Madrid"))
    planned = await company.say("ana", "plan a movie night with Luis on Friday at 8pm", at=madrid)
    assert "Friday 8 May, 20:00 (Europe/Madrid)" in planned.text
    assert "Luis" in planned.text
    assert "Friday as" not in planned.text
    assert (await ballot_of(company, "luis")).night_at == datetime(2026, 5, 8, 18, tzinfo=UTC)
    moved = await company.say("ana", "move the movie night to Saturday at 9pm", at=madrid)
    assert "Saturday 9 May, 21:00" in moved.text
    london = await company.say("ana", "the movie night is on Saturday at 9pm, London time", at=madrid)
    assert "21:00 (Europe/London)" in london.text


async def test_what_is_unclear_over_or_of_others_is_said(company: Company) -> None:
    assert "no vote" in (await company.say("ana", "the movie night is on Friday at 8pm", at=WEDNESDAY)).text
    company.room = "77"
    await company.say("ana", "plan a movie night", at=WEDNESDAY)
    assert "day and a time" in (await company.say("ana", "move the movie night to Friday", at=WEDNESDAY)).text
    over = await company.say("ana", "the movie night is on 2026-05-01 at 8pm", at=WEDNESDAY)
    assert "over already" in over.text
    others = await company.say("eve", "the movie night is on Friday at 8pm", at=WEDNESDAY)
    assert "Only those" in others.text


async def test_members_are_reminded_and_asked_how_it_was(company: Company) -> None:
    await company.befriend("ana", "luis")
    company.clock.at = WEDNESDAY
    await company.say("ana", "plan a movie night with Luis on Friday at 8pm", at=WEDNESDAY)
    await company.say("luis", "hello")
    closed = await company.say("ana", "close the vote")
    await company.say("luis", "hello")
    company.clock.at = datetime(2026, 5, 8, 10, tzinfo=UTC)
    reminded = await company.say("luis", "hello")
    assert "20:00 (UTC)" in reminded.text
    company.clock.at = datetime(2026, 5, 8, 20, tzinfo=UTC) + timedelta(hours=4)
    asked = await company.say("luis", "hello")
    assert f"How was **{company.title(closed.films[0])}" in asked.text
    await company.press("luis", asked.button("4 stars"))
    assert company.title(closed.films[0]) in (await company.say("luis", "my ratings")).text
