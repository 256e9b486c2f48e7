"""Which permission is lacking, by the name Discord shows."""

import discord

from memory.servers import ServerSettings

WRITING = ("view_channel", "send_messages", "read_message_history")
WRITING_IN_THREADS = ("view_channel", "send_messages_in_threads", "read_message_history")


def shown(permission: str) -> str:
    """A permission as Discord's settings name it: "manage_guild" is "Manage Server"."""
    return permission.replace("_", " ").replace("guild", "server").title()


def lacking(channel: discord.abc.GuildChannel | discord.Thread, *wanted: str) -> str | None:
    """The first of these permissions that we lack in a channel; None where we have them all."""
    granted = channel.permissions_for(channel.guild.me)
    return next((shown(name) for name in wanted if not getattr(granted, name)), None)


def lacking_to_write(channel: discord.abc.GuildChannel | discord.Thread) -> str | None:
    """What keeps us from answering there."""
    wanted = WRITING_IN_THREADS if isinstance(channel, discord.Thread) else WRITING
    return lacking(channel, *wanted)


def may_attach(channel: object) -> bool:
    """Whether a picture can be sent along; in direct messages always."""
    if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return channel.permissions_for(channel.guild.me).attach_files
    return True


def may_embed(channel: object) -> bool:
    """Whether films can be shown as embeds; in direct messages always."""
    if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return channel.permissions_for(channel.guild.me).embed_links
    return True


def may_poll(channel: object) -> bool:
    """Whether a ballot can be a poll there: in servers, where we were granted it."""
    if isinstance(channel, discord.TextChannel | discord.Thread):
        return channel.permissions_for(channel.guild.me).send_polls
    return False


def may_open_ballots(settings: ServerSettings, user: discord.User | discord.Member) -> bool:
    """Whether somebody may start a ballot: as the server settled it, and moderators always."""
    if settings.ballots_by == "everyone" or not isinstance(user, discord.Member):
        return True
    if user.guild_permissions.manage_guild:
        return True
    return settings.ballots_by == "role" and any(str(role.id) == settings.night_role for role in user.roles)
