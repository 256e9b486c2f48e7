"""A film a day, in the channel and at the hour that moderators chose."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import discord

from adapters.discord.codes import Strand
from adapters.discord.conversation import SURFACE
from adapters.discord.delivery import NOBODY
from adapters.discord.reply import Reply
from adapters.discord.texts.said import Said
from agent.agent import Agent
from agent.turn import Place, Turn
from memory.servers import Servers, ServerSettings
from tools.arguments import RecommendFilms

log = logging.getLogger(__name__)

PAUSE_S = 60.0
"""Between two looks at the clock."""


class DailyPick:
    """Posts the picks as their hour comes. A day missed while the process was down is made up for."""

    def __init__(
        self,
        agent: Agent,
        servers: Servers,
        client: discord.Client,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._agent = agent
        self._servers = servers
        self._client = client
        self._clock = clock

    async def run(self) -> None:
        """Post for ever; what goes wrong now is tried again with the next look at the clock."""
        while True:
            try:
                await self.post_due()
            except Exception:
                log.exception("the daily picks could not be looked up")
            await asyncio.sleep(PAUSE_S)

    async def post_due(self) -> None:
        """Post every pick whose hour has come. What goes wrong in one server does not touch the others."""
        for server, settings in (await self._servers.with_daily_pick()).items():
            there = self._clock().astimezone(ZoneInfo(settings.daily_zone))
            if there.hour < settings.daily_hour:
                continue
            channel = self._client.get_channel(int(settings.daily_channel or 0))
            if not isinstance(channel, discord.TextChannel):
                continue  # another shard's, or deleted
            if not await self._servers.claim_day(server, there.date()):
                continue
            try:
                await self._post(server, settings, channel)
            except discord.HTTPException as error:
                log.warning("a daily pick could not be posted", extra={"code": error.code})
            except Exception:
                log.exception("a daily pick broke")

    async def _post(self, server: str, settings: ServerSettings, channel: discord.TextChannel) -> None:
        locale = settings.language or str(channel.guild.preferred_locale)
        said = Said(locale)
        turn = Turn(
            surface=SURFACE,
            # The server is a person of its own: what it was shown lately does not come again.
            user=f"server {server}",
            thread=str(channel.id),
            text=said("daily"),
            call=RecommendFilms(count=1),
            place=Place(public=True, family_safe=settings.family_mode, spoilers=settings.spoilers),
            room=server,
            locale=locale,
            at=self._clock().astimezone(ZoneInfo(settings.daily_zone)),
        )
        reply = Reply(Strand(0, turn.thread), said)
        async for event in self._agent.stream(turn):
            reply.take(event)
        for page in reply.pages():
            await channel.send(
                f"**{said('daily')}**\n{page.content}", embeds=list(page.embeds), allowed_mentions=NOBODY
            )
