"""A file that came with a message, read once and kept nowhere: a picture is a question, a table a library."""
# Chainlit is typed in part.
# mypy: allow-untyped-calls

import asyncio
from pathlib import Path

import chainlit as cl

from adapters.messaging.files import is_table, require_picture, require_table
from adapters.messaging.said import Sentences


async def sent_picture(message: cl.Message, said: Sentences) -> bytes | None:
    """The first file of a message; None where there is none. Raises BadInput where it is no picture."""
    if not message.elements:
        return None
    sent = message.elements[0]
    file = Path(sent.path or "")
    size = (await asyncio.to_thread(file.stat)).st_size
    require_picture(sent.name, sent.mime, size, said)
    return await asyncio.to_thread(file.read_bytes)


async def sent_table(message: cl.Message, said: Sentences) -> tuple[str, bytes] | None:
    """Name and content of the first file, where it may be an export of films. Raises BadInput."""
    if not message.elements or not is_table(message.elements[0].name):
        return None
    sent = message.elements[0]
    file = Path(sent.path or "")
    require_table(sent.name, (await asyncio.to_thread(file.stat)).st_size, said)
    return sent.name, await asyncio.to_thread(file.read_bytes)
