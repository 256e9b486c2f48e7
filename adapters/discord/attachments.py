"""Pictures that came with a message or command."""

from collections.abc import Sequence

import discord

from adapters.discord.texts.said import Said
from data.errors import BadInput

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
