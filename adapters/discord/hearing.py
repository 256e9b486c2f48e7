"""Which messages are meant for us, and what they say.

Without the message-content intent Discord gives the text of direct messages and of messages that mention us,
as a reply to us does; nothing else is read.
"""

import re
from typing import TYPE_CHECKING

import discord

from adapters.messaging.words import tidy

if TYPE_CHECKING:  # discord.py has these names for type checkers alone
    Channel = discord.abc.MessageableChannel | discord.interactions.InteractionChannel
_KINDS = (discord.MessageType.default, discord.MessageType.reply)


def meant_for_us(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether a person speaks to us: directly, by mention, or in a thread that we opened."""
    if message.author.bot or message.webhook_id or message.type not in _KINDS:
        return False
    if message.guild is None:
        return True
    if any(user.id == me.id for user in message.mentions):
        return True
    ours = isinstance(message.channel, discord.Thread) and message.channel.owner_id == me.id
    return ours and bool(message.content)  # their text comes only where the intent was granted


def words_of(message: discord.Message, me: discord.ClientUser) -> str:
    """The text without our mention, other people by name."""
    text = re.sub(rf"<@!?{me.id}>", " ", message.content)
    for user in message.mentions:
        text = re.sub(rf"<@!?{user.id}>", user.display_name, text)
    return tidy(text)


def within(channel: "Channel | None", wanted: str) -> bool:
    """Whether a channel is the one wanted, or a thread in it."""
    return wanted in (str(getattr(channel, "id", "")), str(getattr(channel, "parent_id", "")))
