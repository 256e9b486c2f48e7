"""Discord from start to stop."""

import logging

import discord

from adapters.discord.client import Client
from adapters.discord.codes import SURFACE
from adapters.parts import SurfaceParts
from data.errors import BadInput

log = logging.getLogger(__name__)

API = "https://discord.com/api/v10"


class DiscordSurface:
    """One connection of our bot to Discord."""

    def __init__(
        self,
        parts: SurfaceParts,
        token: str,
        *,
        message_content: bool = False,
        api: str = API,
        drain_s: float = 30.0,
    ) -> None:
        self._token = token
        self._drain_s = drain_s
        # discord.py knows one address a process, and has no other way to be told of it.
        discord.http.Route.BASE = api
        self._jobs = parts.jobs
        self.client = Client(parts, message_content=message_content)

    async def run(self) -> None:
        """Serve until `stop`. Raises BadInput where Discord will never let us in as we are set up."""
        try:
            async with (
                self._jobs.offering(self.client.daily.job(SURFACE), self.client.nights.job(SURFACE)),
                self.client,
            ):
                await self.client.start(self._token)
        except discord.LoginFailure:
            raise BadInput("Discord refused the token; set CINE_DISCORD_TOKEN to your bot's own.") from None
        except discord.PrivilegedIntentsRequired:
            raise BadInput(
                "Discord did not grant the message-content intent; grant it in the developer portal, "
                "or leave CINE_DISCORD_MESSAGE_CONTENT out."
            ) from None

    async def stop(self) -> None:
        """Finish the turns under way, then disconnect."""
        if not await self.client.conversation.turns.drain(self._drain_s):
            log.warning("some Discord turns were not finished in time")
        await self.client.close()
