"""Account and library where a surface has no commands of its own: the web chat and the terminal."""

from collections.abc import AsyncIterator

import pytest

from adapters.account.desk import AccountDesk
from adapters.messaging.said import Sentences
from agent.events import Choices, Event, FileMade, TextDelta
from data.errors import BadInput
from memory.database import Database
from tests.support.films import HEAT, SUSPIRIA_1977, SUSPIRIA_2018
from tests.support.surfaces import Parts, answer, parts_of

LETTERBOXD = "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,x,4.5\n2024-01-02,Suspiria,,x,4\n"
SAID = Sentences.shared("en-GB")


@pytest.fixture
def parts(database: Database) -> Parts:
    return parts_of(database, answer("unused"))


@pytest.fixture
def desk(parts: Parts) -> AccountDesk:
    return AccountDesk(parts, "web")


async def told(events: AsyncIterator[Event] | None) -> list[Event]:
    assert events is not None
    return [event async for event in events]


async def text(events: AsyncIterator[Event] | None) -> str:
    first, *_ = await told(events)
    assert isinstance(first, TextDelta)
    return first.text


async def test_accounts_are_joined_across_surfaces_and_parted(parts: Parts, desk: AccountDesk) -> None:
    offered = await text(desk.typed("ana", "/link", SAID))
    code = offered.split("**")[1]
    terminal = AccountDesk(parts, "cli")
    assert "Joined" in await text(terminal.typed("me", f" /LINK  {code.lower()}", SAID))
    ana = await parts.people.resolve("web", "ana")
    assert await parts.people.resolve("cli", "me") == ana
    assert "its own again" in await text(terminal.typed("me", "/unlink", SAID))
    assert "fits nothing" in await text(desk.typed("ana", "/link nonsense", SAID))


async def test_a_library_comes_in_and_what_is_unclear_is_offered(parts: Parts, desk: AccountDesk) -> None:
    said, offered = await told(desk.bring("ana", "ratings.csv", LETTERBOXD.encode(), SAID))
    assert isinstance(said, TextDelta)
    assert "new in your library 1" in said.text
    assert isinstance(offered, Choices)
    codes = [choice.id for choice in offered.choices]
    assert codes == [f"rate:{SUSPIRIA_1977.id}:4", f"rate:{SUSPIRIA_2018.id}:4"]
    again, *_ = await told(desk.bring("ana", "ratings.csv", LETTERBOXD.encode(), SAID))
    assert isinstance(again, TextDelta)
    assert "known already 1" in again.text


@pytest.mark.parametrize(
    ("service", "name"),
    [("", "letterboxd.zip"), ("IMDb", "imdb-ratings.csv"), ("movielens", "movielens-ratings.csv")],
)
async def test_a_library_goes_out(parts: Parts, desk: AccountDesk, service: str, name: str) -> None:
    person = await parts.people.resolve("web", "ana")
    await parts.library.rate(person.id, HEAT.id, 4.5)
    _, file = await told(desk.typed("ana", f"/export {service}", SAID))
    assert isinstance(file, FileMade)
    assert file.name == name
    assert file.content


@pytest.mark.parametrize("typed", ["link me to Heat", "/rate 2 4", "unlink", "/unlink Heat", "/exported"])
async def test_anything_else_is_left_to_the_agent(desk: AccountDesk, typed: str) -> None:
    assert desk.typed("ana", typed, SAID) is None


async def test_what_cannot_be_used_is_said(desk: AccountDesk) -> None:
    with pytest.raises(BadInput, match="/export letterboxd"):
        await told(desk.typed("ana", "/export floppy", SAID))
    with pytest.raises(BadInput, match="Letterboxd"):
        await told(desk.bring("ana", "still.png", b"png", SAID))
