"""The context menu of a message: "Find films like this message"."""

import discord
from discord import app_commands
from discord.app_commands import locale_str

from adapters.discord.buttons import Click
from adapters.discord.conversation import Conversation
from adapters.discord.texts.said import Said
from adapters.messaging.words import tidy
from adapters.parts import SurfaceParts
from data.errors import BadInput
from tools.arguments import RecommendFilms

NAME = "Find films like this message"
_FILMS_AT_MOST = 3


def message_menu(conversation: Conversation, parts: SurfaceParts) -> app_commands.ContextMenu:
    """The menu, bound to what it needs."""

    async def find(interaction: Click, message: discord.Message) -> None:
        said_there = [message.content]
        said_there += [text for embed in message.embeds for text in (embed.title, embed.description) if text]
        text = tidy(" ".join(said_there))
        if not text:
            raise BadInput(Said(str(interaction.locale))("nothing.in.it"))
        named = [mention.films[0].id for mention in parts.titles.mentions(text)][:_FILMS_AT_MOST]
        call = RecommendFilms(like=tuple(dict.fromkeys(named))) if named else None
        await conversation.command(interaction, call, text=text, private=True)

    return app_commands.ContextMenu(name=locale_str(NAME), callback=find)
