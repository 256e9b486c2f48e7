"""Movie nights told of by the clock in the rooms where they were planned; each thing once, by one process."""

import logging
from collections.abc import Callable
from typing import Protocol

from adapters.jobs.job import Job, every_minutes
from agent.wording.room_news import room_news
from data.catalogue import Catalogue
from memory.ballot_news import BallotNews
from memory.ballots import Ballots

log = logging.getLogger(__name__)


class NightPoster(Protocol):
    """A surface that can write where a ballot was made."""

    def reaches(self, channel: str) -> bool:
        """Whether that place is ours to write in; what is not stays unclaimed."""

    async def tell(self, channel: str, text: str) -> None:
        """Write there; `text` is Markdown. Whatever it raises is logged."""


class NightNews:
    """Tells rooms what is due."""

    def __init__(
        self,
        ballots: Ballots,
        news: BallotNews,
        poster: NightPoster,
        catalogue: Callable[[], Catalogue],
    ) -> None:
        self._ballots = ballots
        self._news = news
        self._poster = poster
        self._catalogue = catalogue

    def job(self, surface: str) -> Job:
        """What a surface offers to be done by the clock."""

        async def run() -> str:
            return f"{await self.tell_due(surface)} told"

        return Job(f"nights-{surface}", every_minutes(1), run)

    async def tell_due(self, surface: str) -> int:
        """Tell all that is due; how many rooms. What goes wrong in one room does not touch the others."""
        await self._ballots.close_ended()
        told = 0
        for due in await self._news.due(surface):
            channel = due.ballot.channel
            if channel is None or not self._poster.reaches(channel):
                continue
            text = room_news(due, self._catalogue())
            if not text or not await self._news.claim(due.ballot.id, due.kind):
                continue
            try:
                await self._poster.tell(channel, text)
                told += 1
            except Exception:
                log.exception("a room could not be told of its movie night")
        return told
