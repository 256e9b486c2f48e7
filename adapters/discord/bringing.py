"""An export of films brought into a person's library, by a command or as a file in a direct message."""

import discord

from adapters.account.import_words import report_choices, report_text
from adapters.account.library_import import import_library
from adapters.discord.attachments import require_table
from adapters.discord.buttons import OPTIONS_AT_MOST, view_of
from adapters.discord.codes import SURFACE, Strand
from adapters.discord.reply import MESSAGE_LIMIT, Page
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import shorten
from adapters.parts import SurfaceParts


async def bring(file: discord.Attachment, strand: Strand, parts: SurfaceParts, said: Said) -> Page:
    """What became of the file, with buttons for what is unclear. Raises BadInput where it cannot be used."""
    require_table(file, said)
    person = await parts.people.resolve(SURFACE, str(strand.owner))
    report = await import_library(
        person.id,
        discord.utils.escape_markdown(file.filename),
        await file.read(),
        library=parts.library,
        catalogue=parts.catalogue,
        titles=parts.titles,
    )
    choices = report_choices(report, said, OPTIONS_AT_MOST)
    text = shorten(discord.utils.escape_markdown(report_text(report, said)), MESSAGE_LIMIT)
    return Page(text, view=view_of(strand, (), choices, said))
