"""A film a day, in the place and at the hour that was chosen; a day missed while we were down is made up."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from adapters.jobs.job import Job, every_minutes
from adapters.messaging.said import Sentences
from agent.turn import Place, Turn
from memory.servers import Servers, ServerSettings
from tools.arguments import RecommendFilms

log = logging.getLogger(__name__)


class Poster(Protocol):
    """A surface that can post into a chosen place."""

    def reaches(self, settings: ServerSettings) -> bool:
        """Whether that place is ours to post in; what is not stays unclaimed."""

    async def post(self, server: str, settings: ServerSettings, now: datetime) -> None:
        """Post the film of the day. `now` is on the clocks of the place. Whatever it raises is logged."""


class DailyPick:
    """Posts the picks as their hour comes."""

    def __init__(
        self, servers: Servers, poster: Poster, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._servers = servers
        self._poster = poster
        self._clock = clock

    def job(self, surface: str) -> Job:
        """What a surface offers to be done by the clock."""
        return Job(f"daily-{surface}", every_minutes(1), self.post_due)

    async def post_due(self) -> str:
        """Post every pick whose hour has come. What goes wrong in one place does not touch the others."""
        posted = 0
        for server, settings in (await self._servers.with_daily_pick()).items():
            there = self._clock().astimezone(ZoneInfo(settings.daily_zone))
            if there.hour < settings.daily_hour or not self._poster.reaches(settings):
                continue
            if not await self._servers.claim_day(server, there.date()):
                continue
            try:
                await self._poster.post(server, settings, there)
                posted += 1
            except Exception:
                log.exception("a daily pick could not be posted")
        return f"{posted} posted"


def daily_turn(
    surface: str, server: str, settings: ServerSettings, *, thread: str, said: Sentences, now: datetime
) -> Turn:
    """What is asked for the film of the day.

    The server is a person of its own: what it was shown lately does not come again.
    """
    return Turn(
        surface=surface,
        user=f"server {server}",
        thread=thread,
        text=said("daily"),
        call=RecommendFilms(count=1),
        place=Place(public=True, family_safe=settings.family_mode, spoilers=settings.spoilers),
        room=server,
        locale=said.language,
        at=now,
    )
