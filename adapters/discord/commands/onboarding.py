"""/onboarding: the quiz in a server, run by those who manage it; what they do goes into its audit log."""

import logging

import discord
from discord import app_commands
from discord.app_commands import Range, describe, locale_str

from adapters.discord.buttons import Click
from adapters.discord.conversation import Conversation
from adapters.discord.delivery import NOBODY
from adapters.discord.onboarding import quiz_view
from adapters.discord.permissions import lacking_to_write, shown
from adapters.discord.texts.said import Said
from adapters.discord.welcome import Welcome, cannot_give
from data.errors import BadInput
from memory.newcomers import Newcomers, Stopped
from memory.servers import Servers
from tools.start_quiz import FAVOURITES, QUESTIONS

log = logging.getLogger(__name__)

REMINDED_AT_ONCE = 50
"""Direct messages that one command sends: Discord watches how many conversations a bot opens."""


class OnboardingGroup(app_commands.Group):
    """The group of commands. Discord shows it to those who have the permission, and to nobody else."""

    def __init__(
        self, conversation: Conversation, servers: Servers, newcomers: Newcomers, welcome: Welcome
    ) -> None:
        super().__init__(
            name="onboarding",
            description=locale_str("Get newcomers to know by a short quiz"),
            guild_only=True,
            default_permissions=discord.Permissions(manage_guild=True),
        )
        self._conversation = conversation
        self._servers = servers
        self._newcomers = newcomers
        self._welcome = welcome

    @app_commands.command(
        description=locale_str("Post a message with a button that starts the quiz in private")
    )
    @describe(channel=locale_str("The channel"), words=locale_str("Your own words above the button"))
    async def post(
        self, interaction: Click, channel: discord.TextChannel, words: Range[str, 1, 1500] | None = None
    ) -> None:
        """Invite to the quiz in a channel, in the language of the server."""
        said = Said(str(interaction.locale))
        if permission := lacking_to_write(channel):
            raise BadInput(said("setup.cannot.write", channel=channel.mention, permission=permission))
        settings = await self._conversation.acknowledge(interaction, private=True)
        there = Said(settings.language or str(interaction.guild_locale or interaction.locale))
        view = quiz_view(there("onboarding.begin"))
        await channel.send(words or there("onboarding.invite"), view=view, allowed_mentions=NOBODY)
        await self._log(interaction, "post", channel=str(channel.id))
        await _say(interaction, said("onboarding.posted", channel=channel.mention))

    @app_commands.command(
        description=locale_str("How many began and finished the quiz here, and where people stop")
    )
    async def status(self, interaction: Click) -> None:
        """Show how far people came."""
        settings = await self._conversation.acknowledge(interaction, private=True)
        said = Said(str(interaction.locale))
        progress = await self._newcomers.progress(str(interaction.guild_id))
        lines = [said("onboarding.nobody")]
        if progress.began:
            counts = {name: getattr(progress, name) for name in ("began", "finished", "reminded")}
            lines = [said("onboarding.status", **counts)]
        if progress.open_at:
            lines.append(said("onboarding.at"))
            lines += [f"- {_step(step, said)}: {count}" for step, count in progress.open_at.items()]
        role_id, guild = settings.onboarding_role, interaction.guild
        if role_id and guild:
            lines.append(said("onboarding.role.now", role=f"<@&{role_id}>"))
            role = guild.get_role(int(role_id))
            lines.append((role and await cannot_give(role, said)) or "")
        await _say(interaction, "\n".join(filter(None, lines)))

    @app_commands.command(
        description=locale_str("A role for those who finish the quiz; leave it out for none")
    )
    @describe(role=locale_str("The role"))
    async def role(self, interaction: Click, role: discord.Role | None = None) -> None:
        """Choose the role. Whoever chooses it must be able to give it themselves."""
        await self._conversation.acknowledge(interaction, private=True)
        said = Said(str(interaction.locale))
        if role is not None:
            await _require_giving(interaction, role, said)
        server, by = str(interaction.guild_id), str(interaction.user.id)
        role_id = str(role.id) if role else None
        await self._servers.change(server, by=by, action="onboarding", onboarding_role=role_id)
        mention = role.mention if role else said("value.none")
        await _say(interaction, said("onboarding.role.now", role=mention))

    @app_commands.command(description=locale_str("Send those who stopped one gentle message, once"))
    async def remind(self, interaction: Click) -> None:
        """Remind people, each once ever in this server."""
        await self._conversation.acknowledge(interaction, private=True)
        said, server = Said(str(interaction.locale)), str(interaction.guild_id)
        stopped = await self._newcomers.claim_reminders(server, REMINDED_AT_ONCE)
        if not stopped:
            await _say(interaction, said("onboarding.none.stopped"))
            return
        blocked = failed = 0
        for one in stopped:
            try:
                await _remind(interaction, one)
            except discord.Forbidden:
                blocked += 1
            except discord.HTTPException as refused:
                failed += 1
                log.warning("a reminder could not be sent", extra={"code": refused.code})
                await self._newcomers.release(server, one.user)
        sent = len(stopped) - blocked - failed
        await self._log(interaction, "remind", sent=sent)
        lines = [said("onboarding.reminded", sent=sent)]
        if blocked:
            lines.append(said("onboarding.blocked", blocked=blocked))
        if failed:
            lines.append(said("onboarding.failed", failed=failed))
        if len(stopped) == REMINDED_AT_ONCE:
            lines.append(said("onboarding.more"))
        await _say(interaction, "\n".join(lines))

    @app_commands.command(description=locale_str("Let a member begin the quiz anew"))
    @describe(member=locale_str("The member"))
    async def reset(self, interaction: Click, member: discord.Member) -> None:
        """Take back where a member is in the quiz, and the role for it."""
        await self._conversation.acknowledge(interaction, private=True)
        said = Said(str(interaction.locale))
        undone = await self._newcomers.reset(str(interaction.guild_id), str(member.id))
        if undone is None:
            await _say(interaction, said("onboarding.reset.none", member=member.mention))
            return
        await self._log(interaction, "reset", about=str(member.id))
        lines = [said("onboarding.reset", member=member.mention)]
        if undone.role and interaction.guild:
            taken = await self._welcome.take_back(interaction.guild, member.id, undone.role)
            key = "onboarding.reset.role" if taken else "onboarding.reset.role.kept"
            lines.append(said(key, role=f"<@&{undone.role}>"))
        await _say(interaction, " ".join(lines))

    async def _log(
        self, interaction: Click, action: str, about: str | None = None, **details: object
    ) -> None:
        await self._servers.log(
            str(interaction.guild_id),
            by=str(interaction.user.id),
            action=f"onboarding.{action}",
            about=about,
            **details,
        )


async def _require_giving(interaction: Click, role: discord.Role, said: Said) -> None:
    """Raise BadInput where we, or they, may not give the role: nobody rises by way of the quiz."""
    user = interaction.user
    owner = interaction.guild is not None and interaction.guild.owner_id == user.id
    if isinstance(user, discord.Member) and not owner:
        if not interaction.permissions.manage_roles:
            raise BadInput(said("you.may.not", permission=shown("manage_roles")))
        if role >= user.top_role:
            raise BadInput(said("role.yours", role=role.mention))
    if trouble := await cannot_give(role, said):
        raise BadInput(trouble)


async def _remind(interaction: Click, stopped: Stopped) -> None:
    """Raises HTTPException, Forbidden where they take no direct messages."""
    said = Said(stopped.locale)
    server = discord.utils.escape_markdown(interaction.guild.name if interaction.guild else "")
    text = said("onboarding.reminder", server=server, step=_step(stopped.step, said))
    channel = await interaction.client.create_dm(discord.Object(int(stopped.user)))
    await channel.send(text, view=quiz_view(said("onboarding.go.on")), allowed_mentions=NOBODY)


def _step(step: int, said: Said) -> str:
    if step < QUESTIONS:
        return said("onboarding.step.question", n=step + 1)
    return said("onboarding.step.favourites" if step == FAVOURITES else "onboarding.step.mood")


async def _say(interaction: Click, text: str) -> None:
    await interaction.edit_original_response(content=text, allowed_mentions=NOBODY)
