"""/setup: what holds in a server. For those who may manage it; every change is written into its audit log."""

from typing import Literal
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.app_commands import Choice, Range, describe, locale_str

from adapters.discord.buttons import Click
from adapters.discord.commands.settled import audit_lines, settings_lines
from adapters.discord.completion import Completion
from adapters.discord.conversation import Conversation
from adapters.discord.delivery import NOBODY
from adapters.discord.permissions import lacking_to_write
from adapters.discord.reply import MESSAGE_LIMIT
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import split
from agent.wording.phrasebook import LANGUAGES
from data.errors import BadInput
from data.languages import language_name
from memory.servers import Servers

AUDIT_SHOWN = 15
_LANGUAGES = [Choice(name=language_name(code), value=code) for code in LANGUAGES]


class Setup(app_commands.Group):
    """The group of commands. Discord shows it to those who have the permission, and to nobody else."""

    def __init__(self, conversation: Conversation, servers: Servers, completion: Completion) -> None:
        super().__init__(
            name="setup",
            description=locale_str("What holds in this server"),
            guild_only=True,
            default_permissions=discord.Permissions(manage_guild=True),
        )
        self._conversation = conversation
        self._servers = servers
        self._completion = completion

    @app_commands.command(description=locale_str("Show what holds in this server"))
    async def show(self, interaction: Click) -> None:
        """Show all settings."""
        settings = await self._conversation.acknowledge(interaction, private=True)
        await self._say(interaction, settings_lines(settings, Said(str(interaction.locale))))

    @app_commands.command(description=locale_str("Show who changed what"))
    async def audit(self, interaction: Click) -> None:
        """Show the last changes."""
        await self._conversation.acknowledge(interaction, private=True)
        entries = await self._servers.audit(str(interaction.guild_id), AUDIT_SHOWN)
        said = Said(str(interaction.locale))
        await self._say(interaction, audit_lines(entries, said) or said("setup.audit.none"))

    @app_commands.command(description=locale_str("Where I am talked to; leave it out to allow every channel"))
    @describe(channel=locale_str("The channel"))
    async def channel(self, interaction: Click, channel: discord.TextChannel | None = None) -> None:
        """Bind conversations to a channel."""
        if channel:
            self._require_writing(interaction, channel)
        await self._change(interaction, "channel", channel=str(channel.id) if channel else None)

    @app_commands.command(description=locale_str("Suggest only films fit for children"))
    @describe(on=locale_str("On or off"))
    async def family(self, interaction: Click, on: bool) -> None:
        """Switch family mode."""
        await self._change(interaction, "family", family_mode=on)

    @app_commands.command(description=locale_str("How much of a plot may be given away where all read"))
    @describe(level=locale_str("Nothing, turns of the plot, or how it ends"))
    async def spoilers(self, interaction: Click, level: Literal["none", "mild", "full"]) -> None:
        """Set the spoiler level."""
        await self._change(interaction, "spoilers", spoilers=level)

    @app_commands.command(description=locale_str("The language of answers that all read"))
    @describe(language=locale_str("Leave it out for the server's own"))
    @app_commands.choices(language=_LANGUAGES)
    async def language(self, interaction: Click, language: str | None = None) -> None:
        """Set the language."""
        await self._change(interaction, "language", language=language)

    @app_commands.command(
        description=locale_str("A film a day in a channel; leave the channel out to end it")
    )
    @describe(
        channel=locale_str("The channel"),
        hour=locale_str("At this hour, 0 to 23"),
        zone=locale_str("On the clocks of this time zone, like Europe/Madrid"),
    )
    async def daily(
        self,
        interaction: Click,
        channel: discord.TextChannel | None = None,
        hour: Range[int, 0, 23] | None = None,
        zone: str | None = None,
    ) -> None:
        """Start, move or end the daily pick."""
        if channel is None:
            await self._change(interaction, "daily", daily_channel=None)
            return
        self._require_writing(interaction, channel)
        changes: dict[str, object] = {"daily_channel": str(channel.id)}
        if hour is not None:
            changes["daily_hour"] = hour
        if zone is not None:
            changes["daily_zone"] = _zone(zone, Said(str(interaction.locale)))
        await self._change(interaction, "daily", **changes)

    @app_commands.command(
        description=locale_str("Movie nights: the role of those who come, who starts votes")
    )
    @describe(
        role=locale_str("The role of those who come"),
        start=locale_str("Who may start a vote; you always may"),
        no_role=locale_str("Have no such role any more"),
    )
    async def night(
        self,
        interaction: Click,
        role: discord.Role | None = None,
        start: Literal["everyone", "role", "moderators"] | None = None,
        no_role: bool = False,
    ) -> None:
        """Set the role of movie nights, or who may start ballots, or both."""
        said = Said(str(interaction.locale))
        if role is None and start is None and not no_role:
            raise BadInput(said("one.needed", example="/setup night start: moderators"))
        changes: dict[str, object] = {}
        if role or no_role:
            changes["night_role"] = str(role.id) if role else None
        if start is not None:
            changes["ballots_by"] = start
        settings = await self._servers.settings(str(interaction.guild_id))
        known = role or (settings.night_role and not no_role)
        if (start or settings.ballots_by) == "role" and not known:
            raise BadInput(said("setup.night.role"))
        await self._change(interaction, "night", **changes)

    @daily.autocomplete("zone")
    async def _zones(self, interaction: Click, typed: str) -> list[Choice[str]]:
        return await self._completion.zone(interaction, typed)

    def _require_writing(self, interaction: Click, channel: discord.TextChannel) -> None:
        if permission := lacking_to_write(channel):
            said = Said(str(interaction.locale))
            raise BadInput(said("setup.cannot.write", channel=channel.mention, permission=permission))

    async def _change(self, interaction: Click, action: str, **changes: object) -> None:
        before = await self._conversation.acknowledge(interaction, private=True)
        after = await self._servers.change(
            str(interaction.guild_id), by=str(interaction.user.id), action=action, **changes
        )
        said = Said(str(interaction.locale))
        same = before == after
        await self._say(
            interaction,
            said("setup.same") if same else said("setup.saved", lines=settings_lines(after, said)),
        )

    async def _say(self, interaction: Click, text: str) -> None:
        first, *rest = split(text, MESSAGE_LIMIT)
        await interaction.edit_original_response(content=first, allowed_mentions=NOBODY)
        for piece in rest:
            await interaction.followup.send(piece, ephemeral=True, allowed_mentions=NOBODY)


def _zone(name: str, said: Said) -> str:
    try:
        return ZoneInfo(name.strip()).key
    except (KeyError, ValueError, OSError):
        raise BadInput(said("setup.zone", zone=discord.utils.escape_markdown(name[:60]))) from None
