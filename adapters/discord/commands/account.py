"""/link, /unlink and /library: the person's account and library, which only they see."""

import io
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Range, describe, locale_str

from adapters.account.import_words import SERVICES
from adapters.account.library_export import export_library
from adapters.account.linking import Accounts
from adapters.discord.attachments import require_table
from adapters.discord.bringing import bring
from adapters.discord.buttons import Click
from adapters.discord.codes import SURFACE, Strand, thread_of
from adapters.discord.conversation import Conversation
from adapters.discord.delivery import NOBODY
from adapters.discord.texts.said import Said
from adapters.parts import SurfaceParts
from memory.linking import Linking

Command = app_commands.Command[app_commands.Group, ..., None]


def link_commands(conversation: Conversation, parts: SurfaceParts) -> list[Command]:
    """/link and /unlink, bound to what they need."""
    accounts = Accounts(parts.people, Linking(parts.database))

    @app_commands.command(description=locale_str("Join your accounts: get a code here, give it to me there"))
    @describe(code=locale_str("The code from your other account; leave it out to get one"))
    async def link(interaction: Click, code: Range[str, 1, 40] | None = None) -> None:
        await conversation.acknowledge(interaction, private=True)
        text = await accounts.link(SURFACE, str(interaction.user.id), code, Said(str(interaction.locale)))
        await interaction.edit_original_response(content=text, allowed_mentions=NOBODY)

    @app_commands.command(description=locale_str("Part this account from the others it is joined to"))
    async def unlink(interaction: Click) -> None:
        await conversation.acknowledge(interaction, private=True)
        text = await accounts.unlink(SURFACE, str(interaction.user.id), Said(str(interaction.locale)))
        await interaction.edit_original_response(content=text, allowed_mentions=NOBODY)

    return [link, unlink]


class LibraryGroup(app_commands.Group):
    """/library import and export."""

    def __init__(self, conversation: Conversation, parts: SurfaceParts) -> None:
        super().__init__(name="library", description=locale_str("Bring your films in, or take them along"))
        self._conversation = conversation
        self._parts = parts

    @app_commands.command(name="import", description=locale_str("Bring in your films from another service"))
    @describe(file=locale_str("Export of Letterboxd (zip or csv), IMDb or MovieLens (csv)"))
    async def bring_in(self, interaction: Click, file: discord.Attachment) -> None:
        """Import a file."""
        said = Said(str(interaction.locale))
        require_table(file, said)
        await self._conversation.acknowledge(interaction, private=True)
        thread = thread_of(interaction.channel_id or 0, private=interaction.guild is not None)
        page = await bring(file, Strand(interaction.user.id, thread), self._parts, said)
        await interaction.edit_original_response(
            content=page.content, view=page.view, allowed_mentions=NOBODY
        )

    @app_commands.command(name="export", description=locale_str("Take your films along to another service"))
    @describe(service=locale_str("In whose format"))
    async def take(
        self, interaction: Click, service: Literal["letterboxd", "imdb", "movielens"] = "letterboxd"
    ) -> None:
        """Export the library."""
        await self._conversation.acknowledge(interaction, private=True)
        person = await self._parts.people.resolve(SURFACE, str(interaction.user.id))
        rows = await self._parts.library.rows(person.id)
        name, content = export_library(service, rows, self._parts.catalogue)
        text = Said(str(interaction.locale))("export.library", service=SERVICES[service])
        file = discord.File(io.BytesIO(content), filename=name)
        await interaction.edit_original_response(content=text, attachments=[file])
