"""News of movie nights as messages in a server's channel or thread, and as the server's events."""

import logging

import discord

from adapters.discord.delivery import NOBODY
from adapters.discord.permissions import lacking_to_write, shown
from adapters.messaging.nights import Evening

log = logging.getLogger(__name__)

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
