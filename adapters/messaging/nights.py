"""Movie nights told of by the clock in the rooms where they were planned; each thing once, by one process."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from adapters.jobs.job import Job, every_minutes
from adapters.messaging.polls import Opened, Poll, Refused, poll_of
from agent.wording.room_news import book_of, room_news
from data.catalogue import Catalogue
from memory.ballot_news import BallotNews
from memory.ballot_rules import EVENT_ID, POLL_MESSAGE, Ballot, Due
from memory.ballots import Ballots

log = logging.getLogger(__name__)

_USUAL_MINUTES = 120
"""Of a film whose length is unknown."""


@dataclass(frozen=True, slots=True)
class Evening:
    """A movie night as a calendar shows it."""

    name: str
    begins: datetime
    ends: datetime
    lacking: str
    """What is said where we may not make events, with a place for the permission's name."""


class NightPoster(Protocol):
    """A surface that can write where a ballot was made."""

    def reaches(self, channel: str) -> bool:
        """Whether that place is ours to write in; what is not stays unclaimed."""

    async def tell(self, channel: str, text: str) -> None:
        """Write there; `text` is Markdown. Whatever it raises is logged."""

    async def schedule(self, channel: str, evening: Evening, known: str | None) -> str | None:
        """Put it in the place's calendar, or change the event `known` there; its id, None where none is."""

    async def open_poll(self, channel: str, poll: Poll) -> Opened:
        """Open a poll there. Raises Refused, naming the permission, where we may not."""

    async def end_poll(self, channel: str, message: str) -> None:
        """End the poll of that message, if it is there."""

    async def unschedule(self, channel: str, known: str) -> None:
        """Take that event out of the place's calendar, if it is there."""


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
            if due.kind in ("event", "event_off"):
                told += await self._in_calendar(due, channel)
                continue
            if due.kind in ("poll", "poll_over"):
                told += await self._in_poll(due, channel)
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

    async def _in_poll(self, due: Due, channel: str) -> bool:
        """Whether a poll was opened or ended. Where none can be opened, words and buttons do."""
        ballot = due.ballot
        if not await self._news.claim(ballot.id, due.kind):
            return False
        opened: Opened | None = None
        refused: Refused | None = None
        try:
            if due.kind == "poll_over":
                await self._poster.end_poll(channel, ballot.posted[POLL_MESSAGE])
                return True
            if poll := poll_of(ballot, self._catalogue()):
                opened = await self._poster.open_poll(channel, poll)
        except Refused as error:
            refused = error
        except Exception:
            log.exception("a poll could not be opened or ended")
            if due.kind == "poll_over":
                return False
        if opened:
            await self._ballots.polled(ballot.id, opened.poll, opened.message)
        else:
            await self._ballots.polled(ballot.id, None)
        if refused:
            said = book_of(ballot)("room.no_poll", permission=refused.permission)
            await self._poster.tell(channel, said)
        return bool(opened or refused)

    async def _in_calendar(self, due: Due, channel: str) -> bool:
        """Whether the calendar was changed. What fails is due again at the next look."""
        ballot, evening = due.ballot, evening_of(due.ballot, self._catalogue())
        known = ballot.posted.get(EVENT_ID)
        if not await self._news.claim(ballot.id, due.kind):
            return False
        try:
            if due.kind == "event_off":
                await self._poster.unschedule(channel, known or "")
                return True
            event = await self._poster.schedule(channel, evening, known) if evening else None
        except Exception:
            log.exception("a movie night could not be put into a calendar")
            await self._news.release(ballot.id, due.kind)
            return False
        if event is not None:
            await self._news.note_event(ballot.id, event)
        return event is not None


def evening_of(ballot: Ballot, catalogue: Catalogue) -> Evening | None:
    """The night of a decided ballot; None where its time or film is unknown."""
    film = catalogue.get(ballot.winner or "")
    if film is None or ballot.night_at is None:
        return None
    book = book_of(ballot)
    return Evening(
        name=book("room.event", film=film.label),
        begins=ballot.night_at,
        ends=ballot.night_at + timedelta(minutes=film.runtime or _USUAL_MINUTES),
        lacking=book("room.no_event", permission="{permission}"),
    )
