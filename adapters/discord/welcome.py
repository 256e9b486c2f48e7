"""Who did the quiz in a server gets the role that moderators chose for it."""

import logging

import discord

from adapters.discord.permissions import shown
from adapters.discord.texts.said import Said
from agent.turn import Turn
from memory.newcomers import Newcomers
from memory.people import People
from memory.servers import Servers

log = logging.getLogger(__name__)


class Welcome:
    """Notes who does the quiz where, and gives the roles."""

    def __init__(
        self, client: discord.Client, people: People, newcomers: Newcomers, servers: Servers
    ) -> None:
        self._client = client
        self._people = people
        self._newcomers = newcomers
        self._servers = servers

    async def quizzed(self, turn: Turn) -> None:
        """A turn of the quiz is over; after the last the role is given in every server it counts for."""
        if turn.room:
            person = await self._people.resolve(turn.surface, turn.user)
            await self._newcomers.note(turn.room, turn.user, person.id)
        await self._give_due(turn.user)

    async def did_before(self, server: str, user: str, person_id: int) -> None:
        """Somebody who finished the quiz long ago pressed the button of this server."""
        await self._newcomers.note(server, user, person_id)
        await self._give_due(user)

    async def _give_due(self, user: str) -> None:
        """Give the roles that are due to somebody; what Discord refuses is due until the next time."""
        for server in await self._newcomers.due(user):
            role = (await self._servers.settings(server)).onboarding_role
            guild = self._client.get_guild(int(server))
            if role is None or guild is None:
                continue
            try:
                member = await guild.fetch_member(int(user))
                await member.add_roles(discord.Object(int(role)))
            except discord.HTTPException as refused:
                log.warning("a role could not be given", extra={"server": server, "code": refused.code})
            else:
                await self._newcomers.given(server, user, role)

    async def take_back(self, guild: discord.Guild, user: int, role: str) -> bool:
        """Take a role that was given; False where Discord refuses."""
        try:
            member = await guild.fetch_member(user)
            await member.remove_roles(discord.Object(int(role)))
        except discord.HTTPException as refused:
            log.info("a role could not be taken back", extra={"code": refused.code})
            return False
        return True


async def cannot_give(role: discord.Role, said: Said) -> str | None:
    """Why we could not give a role, in words; None where we can."""
    if role.is_default() or role.managed:
        return said("role.not.given", role=role.mention)
    guild = role.guild
    me = await guild.fetch_member(guild.me.id)  # roles change without our being told
    if not me.guild_permissions.manage_roles:
        return said("may.not", permission=shown("manage_roles"))
    if role >= me.top_role:
        return said("role.high", role=role.mention, mine=me.top_role.mention)
    return None
