"""The film of the day as a message in a server's channel."""

from datetime import datetime

import discord

from adapters.discord.codes import SURFACE, Strand
from adapters.discord.delivery import NOBODY
from adapters.discord.reply import Reply
from adapters.discord.texts.said import Said
from adapters.messaging.daily import daily_turn
from agent.agent import Agent
from memory.servers import ServerSettings


class DailyPoster:
    """Posts into text channels of this client's shards."""

    def __init__(self, agent: Agent, client: discord.Client) -> None:
        self._agent = agent
        self._client = client

    def reaches(self, settings: ServerSettings) -> bool:
        """False for another shard's channel, or a deleted one."""
        return self._channel(settings) is not None

    async def post(self, server: str, settings: ServerSettings, now: datetime) -> None:
        """Post it. Raises HTTPException where Discord refuses."""
        channel = self._channel(settings)
        if channel is None:
            return  # deleted since it was looked up
        said = Said(settings.language or str(channel.guild.preferred_locale))
        turn = daily_turn(SURFACE, server, settings, thread=str(channel.id), said=said, now=now)
        reply = Reply(Strand(0, turn.thread), said)
        async for event in self._agent.stream(turn):
            reply.take(event)
        for page in reply.pages():
            await channel.send(
                f"**{said('daily')}**\n{page.content}", embeds=list(page.embeds), allowed_mentions=NOBODY
            )

    def _channel(self, settings: ServerSettings) -> discord.TextChannel | None:
        channel = self._client.get_channel(int(settings.daily_channel or 0))
        return channel if isinstance(channel, discord.TextChannel) else None
