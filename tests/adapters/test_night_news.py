"""Rooms are told of their movie nights by the clock, each thing once."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from adapters.messaging.nights import Evening, NightNews
from memory.ballot_news import BallotNews
from memory.ballots import Ballots, NewBallot, NewMember
from memory.database import Database
from memory.people import People
from tests.memory.clock import Clock
from tests.support.films import CATALOGUE, HEAT, RONIN

START = datetime(2026, 5, 8, 10, tzinfo=UTC)
NIGHT = START + timedelta(hours=10)


class Wall:
    """Takes what is told; one place is gone, one refuses."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.calendar: list[tuple[Evening, str | None]] = []
        self.taken_out: list[str] = []
        self.down = False

    def reaches(self, channel: str) -> bool:
        return channel != "gone"

    async def tell(self, channel: str, text: str) -> None:
        if channel == "refused":
            raise RuntimeError(channel)
        self.told.append((channel, text))

    async def schedule(self, channel: str, evening: Evening, known: str | None) -> str | None:
        if channel == "2":
            return None
        if self.down:
            raise RuntimeError("down")
        self.calendar.append((evening, known))
        return f"event {len(self.calendar)}"

    async def unschedule(self, channel: str, known: str) -> None:
        self.taken_out.append(known)


@pytest.fixture
async def database(file_url: str) -> AsyncIterator[Database]:
    database = await Database.open(file_url)
    yield database
    await database.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


async def opened(database: Database, clock: Clock, channel: str, language: str = "en") -> None:
    host = (await People(database).resolve("discord", "ana")).id
    new = NewBallot(
        f"discord/{channel}",
        "discord",
        host,
        [HEAT.id, RONIN.id],
        [NewMember(host, {HEAT.id: 1.0, RONIN.id: 0.0})],
        channel=channel,
        language=language,
        closes_at=NIGHT - timedelta(hours=3),
        night_at=NIGHT,
        zone="Europe/Madrid",
    )
    assert await Ballots(database, clock).open(new)


async def test_from_the_vote_to_how_it_was(
    database: Database, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    wall, ballots, news = Wall(), Ballots(database, clock), BallotNews(database, clock)
    for channel in ("1", "gone", "refused"):
        await opened(database, clock, channel)
    await opened(database, clock, "2", language="de")
    telling = NightNews(ballots, news, wall, lambda: CATALOGUE)
    heard: list[list[str]] = []
    for hours in (0, 6.5, 7.1, 9.5, 13.5, 14):
        clock.at = START + timedelta(hours=hours)
        wall.told.clear()
        await telling.tell_due("discord")
        await telling.tell_due("discord")
        await telling.tell_due("telegram")
        heard.append([text for channel, text in wall.told if channel == "1"])
        assert {channel for channel, _ in wall.told} <= {"1", "2"}
    nothing, closing, close, night, asking, after = heard
    assert (nothing, after) == ([], [])
    assert closing == [
        "The vote on the movie night closes on Friday 8 May, 19:00 (Europe/Madrid). You can still vote."
    ]
    assert close == [
        (
            "The vote is over: it will be **Heat (1995)**. "
            "The movie night is on Friday 8 May, 22:00 (Europe/Madrid)."
        )
    ]
    assert night == ["The movie night begins on Friday 8 May, 22:00 (Europe/Madrid). It is **Heat (1995)**."]
    assert asking == ["How was **Heat (1995)**? Say “I give Heat 4 stars”, here or to me alone."]
    assert "could not be told" in caplog.text


async def test_a_vote_closed_by_hand_is_not_told_again(database: Database, clock: Clock) -> None:
    wall, ballots, news = Wall(), Ballots(database, clock), BallotNews(database, clock)
    await opened(database, clock, "1")
    standing = await ballots.open_in("discord/1")
    assert standing
    await ballots.close(standing.id)
    telling = NightNews(ballots, news, wall, lambda: CATALOGUE)
    await telling.tell_due("discord")
    assert wall.told == []
    clock.at = NIGHT - timedelta(minutes=30)
    assert await telling.tell_due("discord") == 1


async def test_the_night_stands_in_the_calendar_once_and_moves_with_it(
    database: Database, clock: Clock
) -> None:
    wall, ballots, news = Wall(), Ballots(database, clock), BallotNews(database, clock)
    for channel in ("1", "2"):
        await opened(database, clock, channel, "es")
        standing = await ballots.open_in(f"discord/{channel}")
        assert standing
        await ballots.close(standing.id)
    telling = NightNews(ballots, news, wall, lambda: CATALOGUE)
    for _ in range(2):
        await telling.tell_due("discord")
    ((evening, known),) = wall.calendar
    assert (evening.name, evening.begins, known) == ("Noche de cine: Heat (1995)", NIGHT, None)
    assert evening.ends == NIGHT + timedelta(minutes=HEAT.runtime or 0)
    later = NIGHT + timedelta(days=1)
    last = await ballots.last_in("discord/1")
    assert last
    await ballots.settle(last.id, night_at=later, zone="Europe/Madrid")
    await telling.tell_due("discord")
    moved, known = wall.calendar[1]
    assert (moved.begins, known) == (later, "event 1")
    clock.at = later - timedelta(minutes=30)
    await telling.tell_due("discord")
    assert len(wall.calendar) == 2
    assert any("La noche de cine empieza" in text for _, text in wall.told)


async def test_a_calendar_that_fails_is_tried_again_and_a_night_called_off_leaves_it(
    database: Database, clock: Clock
) -> None:
    wall, ballots, news = Wall(), Ballots(database, clock), BallotNews(database, clock)
    await opened(database, clock, "1")
    standing = await ballots.open_in("discord/1")
    assert standing
    await ballots.close(standing.id)
    telling = NightNews(ballots, news, wall, lambda: CATALOGUE)
    wall.down = True
    await telling.tell_due("discord")
    wall.down = False
    await telling.tell_due("discord")
    assert len(wall.calendar) == 1
    assert await ballots.cancel(standing.id)
    for _ in range(2):
        await telling.tell_due("discord")
    assert wall.taken_out == ["event 1"]
    clock.at = NIGHT - timedelta(minutes=30)
    assert await telling.tell_due("discord") == 0
