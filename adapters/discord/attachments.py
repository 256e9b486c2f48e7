"""Pictures and tables that came with a message or command."""

from collections.abc import Sequence

import discord

from adapters.discord.texts.said import Said
from data.errors import BadInput
from data.sources.library_files import BYTES_AT_MOST

LIMIT_MB = 8
_TYPES = ("image/png", "image/jpeg", "image/webp")


def picture_of(attachments: Sequence[discord.Attachment], said: Said) -> discord.Attachment | None:
    """The first attachment; None where there is none. Raises BadInput where it is no picture of ours."""
    for attachment in attachments[:1]:
        require_picture(attachment, said)
        return attachment
    return None


def require_picture(attachment: discord.Attachment, said: Said) -> None:
    """Look at what Discord says of a file, before anything of it is fetched. Raises BadInput."""
    if (attachment.content_type or "").partition(";")[0] not in _TYPES:
        raise BadInput(said("not.a.picture", name=discord.utils.escape_markdown(attachment.filename)))
    if attachment.size > LIMIT_MB * 2**20:
        raise BadInput(said("large.picture", mb=round(attachment.size / 2**20), limit=LIMIT_MB))


def require_table(attachment: discord.Attachment, said: Said) -> None:
    """Look at what Discord says of an export of films, before anything is fetched. Raises BadInput."""
    if not attachment.filename.casefold().endswith((".zip", ".csv")):
        raise BadInput(said("not.a.table", name=discord.utils.escape_markdown(attachment.filename)))
    if attachment.size > BYTES_AT_MOST:
        raise BadInput(said("large.table", mb=round(attachment.size / 2**20), limit=BYTES_AT_MOST // 2**20))
