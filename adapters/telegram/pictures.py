"""Pictures and tables that came with a message."""

from telegram import Document, File, Message

from adapters.messaging.files import PICTURE_MB_AT_MOST, is_table, require_picture
from adapters.messaging.words import tidy
from adapters.telegram.texts.said import Said


async def picture_of(message: Message, said: Said) -> bytes | None:
    """The picture, fetched; None where there is none. Raises BadInput where it is no picture of ours."""
    if message.photo:
        # Telegram keeps every photo in several sizes, the largest last.
        fitting = [size for size in message.photo if (size.file_size or 0) <= PICTURE_MB_AT_MOST * 2**20]
        return await _fetched(await fitting[-1].get_file()) if fitting else None
    document = message.document
    if document is None:
        return None
    require_picture(name_of(document), document.mime_type, document.file_size or 0, said)
    return await _fetched(await document.get_file())


def table_of(message: Message) -> Document | None:
    """The file that may be an export of films."""
    document = message.document
    return document if document and is_table(name_of(document)) else None


def name_of(document: Document) -> str:
    """A file's name as it may be shown."""
    return tidy(document.file_name or "") or document.file_unique_id


async def _fetched(file: File) -> bytes:
    return bytes(await file.download_as_bytearray())
