"""A picture that came with a message: read once for the question, and kept nowhere."""
# Chainlit is typed in part.
# mypy: allow-untyped-calls

import asyncio
from pathlib import Path

import chainlit as cl

from adapters.messaging.files import require_picture
from adapters.messaging.said import Sentences
from adapters.messaging.sentences import SENTENCES


async def sent_picture(message: cl.Message, locale: str) -> bytes | None:
    """The first file of a message; None where there is none. Raises BadInput where it is no picture."""
    if not message.elements:
        return None
    sent = message.elements[0]
    file = Path(sent.path or "")
    size = (await asyncio.to_thread(file.stat)).st_size
    said = Sentences(locale, {language: {} for language in SENTENCES})
    require_picture(sent.name, sent.mime, size, said)
    return await asyncio.to_thread(file.read_bytes)
