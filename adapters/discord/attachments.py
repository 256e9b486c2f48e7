"""Pictures and tables that came with a message or command."""

from collections.abc import Sequence

import discord

from adapters.discord.texts.said import Said
from adapters.messaging import files


def picture_of(attachments: Sequence[discord.Attachment], said: Said) -> discord.Attachment | None:
    """The first attachment; None where there is none. Raises BadInput where it is no picture of ours."""
    for attachment in attachments[:1]:
        require_picture(attachment, said)
        return attachment
    return None


def require_picture(attachment: discord.Attachment, said: Said) -> None:
    """Look at what Discord says of a file, before anything of it is fetched. Raises BadInput."""
    files.require_picture(_named(attachment), attachment.content_type, attachment.size, said)


def require_table(attachment: discord.Attachment, said: Said) -> None:
    """Look at what Discord says of an export of films, before anything is fetched. Raises BadInput."""
    files.require_table(_named(attachment), attachment.size, said)


def table_of(attachments: Sequence[discord.Attachment]) -> discord.Attachment | None:
    """The first attachment where it may be an export of films, by its name."""
    return next((attachment for attachment in attachments[:1] if files.is_table(attachment.filename)), None)


def _named(attachment: discord.Attachment) -> str:
    return discord.utils.escape_markdown(attachment.filename)
