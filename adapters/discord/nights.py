"""News of movie nights as messages in a server's channel or thread."""

import logging

import discord

from adapters.discord.delivery import NOBODY
from adapters.discord.permissions import lacking_to_write

log = logging.getLogger(__name__)


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

    def _place(self, channel: str) -> discord.TextChannel | discord.Thread | None:
        found = self._client.get_channel(int(channel)) if channel.isdecimal() else None
        return found if isinstance(found, discord.TextChannel | discord.Thread) else None
