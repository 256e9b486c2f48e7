"""Discord as SimCord simulates it, with our real client."""

from dataclasses import dataclass
from typing import Any

import simcord

from tests.support.surfaces import Parts, ScriptedAgent


@dataclass
class Place:
    """A server with a channel, and two members."""

    env: simcord.Env
    parts: Parts
    channel: Any
    guild: Any
    ana: Any
    luis: Any
    mod: Any

    @property
    def agent(self) -> ScriptedAgent:
        agent: ScriptedAgent = self.parts.agent
        return agent

    @property
    def me(self) -> str:
        assert self.env.bot.user
        return self.env.bot.user.mention

    async def say(self, text: str, **fields: Any) -> Any:
        """Ana mentions us in the channel; the answer."""
        await self.ana.send(self.channel, f"{self.me} {text}", **fields)
        return self.channel.last_message
