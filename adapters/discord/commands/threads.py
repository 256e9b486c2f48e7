"""/thread: a place of its own to talk about films."""

import discord
from discord import app_commands
from discord.app_commands import locale_str

from adapters.discord.buttons import Click
from adapters.discord.conversation import Conversation
from adapters.discord.delivery import NOBODY
from adapters.discord.permissions import lacking
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import shorten
from data.errors import BadInput

Command = app_commands.Command[app_commands.Group, ..., None]
NAME_LIMIT = 100
"""Characters of a thread's name, Discord's limit."""


def thread_command(conversation: Conversation) -> Command:
    """The command, bound to what it needs."""

    @app_commands.command(description=locale_str("Open a thread to talk about films"))
    @app_commands.guild_only()
    async def thread(interaction: Click) -> None:
        said = Said(str(interaction.locale))
        channel, me = interaction.channel, interaction.client.user
        if not isinstance(channel, discord.TextChannel) or me is None:
            raise BadInput(said("thread.where"))
        if permission := lacking(channel, "create_public_threads", "send_messages_in_threads"):
            raise BadInput(said("may.not", permission=permission))
        await conversation.acknowledge(interaction, private=True)
        name = shorten(said("thread.name", name=interaction.user.display_name), NAME_LIMIT)
        opened = await channel.create_thread(name=name, type=discord.ChannelType.public_thread)
        await opened.send(said("thread.open", mention=me.mention), allowed_mentions=NOBODY)
        await interaction.edit_original_response(content=said("thread.made", thread=opened.mention))

    return thread
