"""News of movie nights as messages in a server's channel or thread, and as the server's events."""

import logging
from datetime import UTC, datetime, timedelta
from math import ceil

import discord

from adapters.discord.delivery import NOBODY
from adapters.discord.permissions import lacking_to_write, may_poll, shown
from adapters.messaging.nights import Evening
from adapters.messaging.polls import Opened, Poll, Refused

log = logging.getLogger(__name__)

_LONGEST_HOURS = 32 * 24
"""A poll's, Discord's limit."""
_NAME_LIMIT = 100
"""Characters of an event's name, and of its place."""


class NightPoster:
    """Writes where this client's shards reach."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    def reaches(self, channel: str) -> bool:
        """False for another shard's channel, or a deleted one."""
        return self._place(channel) is not None

    async def tell(self, channel: str, text: str) -> None:
        """Write it. Raises HTTPException where Discord refuses."""
        place = self._place(channel)
        if place is None:
            return  # deleted since it was looked up
        if permission := lacking_to_write(place):
            log.warning("a movie night could not be told of: the permission %s is missing", permission)
            return
        await place.send(text, allowed_mentions=NOBODY)

    async def schedule(self, channel: str, evening: Evening, known: str | None) -> str | None:
        """Make or change the server's event. Raises HTTPException where Discord refuses."""
        place = self._place(channel)
        if place is None:
            return None
        granted = place.guild.me.guild_permissions
        if not (granted.create_events or granted.manage_events):
            await self.tell(channel, evening.lacking.format(permission=shown("create_events")))
            return None
        name, begins, ends = evening.name[:_NAME_LIMIT], evening.begins, evening.ends
        event = await self._event(place.guild, known, name)
        if event is not None:
            return str((await event.edit(name=name, start_time=begins, end_time=ends)).id)
        made = await place.guild.create_scheduled_event(
            name=name,
            start_time=begins,
            end_time=ends,
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
            location=f"#{place.name}"[:_NAME_LIMIT],
        )
        return str(made.id)

    async def open_poll(self, channel: str, poll: Poll) -> Opened:
        """Send a poll that lasts as long as the vote, in whole hours. Raises Refused or HTTPException."""
        place = self._place(channel)
        if place is None or not may_poll(place):
            raise Refused(shown("send_polls"))
        left = poll.ends_at - datetime.now(UTC)
        hours = min(max(ceil(left / timedelta(hours=1)), 1), _LONGEST_HOURS)
        asked = discord.Poll(poll.question, timedelta(hours=hours), multiple=True)
        for option in poll.options:
            asked.add_answer(text=option)
        sent = await place.send(poll=asked, allowed_mentions=NOBODY)
        return Opened(str(sent.id), str(sent.id))

    async def end_poll(self, channel: str, message: str) -> None:
        """End it at once; one that ended by itself, or was deleted, is left alone."""
        place = self._place(channel)
        if place is None:
            return
        try:
            asked = await place.fetch_message(int(message))
            if asked.poll is not None and not asked.poll.is_finalised():
                await asked.end_poll()
        except discord.NotFound:
            log.info("a poll was deleted")

    async def unschedule(self, channel: str, known: str) -> None:
        """Cancel the server's event. Raises HTTPException where Discord refuses."""
        place = self._place(channel)
        event = await self._event(place.guild, known) if place else None
        if event is not None:
            await event.cancel()

    async def _event(
        self, guild: discord.Guild, known: str | None, name: str | None = None
    ) -> discord.ScheduledEvent | None:
        """The event that is still to come: by its id, else ours of that name.

        A process may have died between making it and writing its id down.
        """
        own = self._client.user
        for event in await guild.fetch_scheduled_events(with_counts=False):
            ours = event.name == name and own is not None and event.creator_id == own.id
            meant = str(event.id) == known if known else ours
            if meant and event.status is discord.EventStatus.scheduled:
                return event
        return None

    def _place(self, channel: str) -> discord.TextChannel | discord.Thread | None:
        found = self._client.get_channel(int(channel)) if channel.isdecimal() else None
        return found if isinstance(found, discord.TextChannel | discord.Thread) else None
