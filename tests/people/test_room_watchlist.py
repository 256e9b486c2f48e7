"""One watchlist of all in a server or group, in words."""

from dataclasses import replace

import pytest

from tests.people.conftest import Company


@pytest.fixture
def club(company: Company) -> Company:
    return replace(company, room="club", heard=[])


async def test_a_room_keeps_a_list_together_and_everybody_their_own(club: Company) -> None:
    assert "empty" in (await club.say("ana", "show our watchlist")).text or "begins" in club.heard[-1].text
    assert "list of all here" in (await club.say("ana", "add Heat to our watchlist")).text
    assert "already" in (await club.say("luis", "add Heat to our watchlist")).text
    await club.say("luis", "put Alien on the group's watchlist")
    shown = await club.say("eve", "what's on our watchlist?")
    assert set(shown.films) == {"heat", "alien"}
    await club.say("luis", "remove Heat from our watchlist")
    assert (await club.say("ana", "our watchlist")).films == ("alien",)
    assert (await club.say("ana", "my watchlist", alone=True)).films == ()
    assert (await replace(club, room="another").say("ana", "show our watchlist")).films == ()


async def test_alone_with_us_ours_is_ones_own(company: Company) -> None:
    assert "your watchlist" in (await company.say("ana", "add Heat to our watchlist")).text
    assert (await company.say("ana", "show our watchlist")).films == ("heat",)


@pytest.mark.parametrize(
    ("add", "show"),
    [
        ("añade Heat a nuestra lista", "muestra nuestra lista"),
        ("ajoute Heat à notre liste", "montre notre liste"),
        ("setz Heat auf unsere Liste", "zeig unsere Merkliste"),
    ],
)
async def test_in_other_languages(club: Company, add: str, show: str) -> None:
    await club.say("ana", add, locale="en")
    assert (await club.say("luis", show)).films == ("heat",)


async def test_it_is_forgotten_with_who_added(club: Company) -> None:
    await club.say("ana", "add Heat to our watchlist")
    await club.say("luis", "add Alien to our watchlist")
    await club.say("ana", "forget everything about me", alone=True)
    await club.say("ana", "yes", alone=True)
    assert (await club.say("luis", "our watchlist")).films == ("alien",)
