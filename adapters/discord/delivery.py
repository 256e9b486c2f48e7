"""Pages become messages: sent once, edited while the answer grows, never faster than Discord likes."""

import asyncio
import contextlib
import io
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import discord

from adapters.discord.reply import Page

log = logging.getLogger(__name__)

PAUSE_S = 1.2
"""Between two edits of a growing answer; Discord allows about one a second in a channel."""
NOBODY = discord.AllowedMentions.none()


Send = Callable[[Page], Awaitable[discord.Message]]
"""Sends one page as a new message."""


class Delivery:
    """The messages of one answer."""

    def __init__(self, send: Send, pause_s: float = PAUSE_S) -> None:
        self._send = send
        self._pause_s = pause_s
        self._messages: list[tuple[discord.Message, Page]] = []

    async def show(self, pages: list[Page]) -> None:
        """Send what is new, edit what has changed."""
        for number, page in enumerate(pages):
            if number == len(self._messages):
                self._messages.append((await self._send(page), page))
                continue
            message, shown = self._messages[number]
            if page != shown or page.view is not None:
                # A picture that stands there already is not sent again.
                same = (page.sheet, page.file) == (shown.sheet, shown.file)
                files = discord.utils.MISSING if same else _files(page)
                await message.edit(
                    content=page.content or None,
                    embeds=list(page.embeds),
                    view=page.view,
                    allowed_mentions=NOBODY,
                    attachments=files,
                )
                self._messages[number] = (message, page)

    @contextlib.asynccontextmanager
    async def growing(self, pages: Callable[[], list[Page] | None]) -> AsyncIterator[None]:
        """Show the pages again and again while the block runs; None shows nothing yet."""
        over = asyncio.Event()
        painter = asyncio.create_task(self._paint(pages, over))
        try:
            yield
        finally:
            over.set()
            await painter

    async def _paint(self, pages: Callable[[], list[Page] | None], over: asyncio.Event) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), self._pause_s)
            if over.is_set():
                return
            now = pages()
            if now is None:
                continue
            try:
                await self.show(now)
            except discord.HTTPException as error:
                # Whatever is wrong will be met again, and dealt with, when the answer is complete.
                log.info("an answer could not be shown while it grew", extra={"status": error.status})
                return


def by_interaction(interaction: discord.Interaction[Any], *, ephemeral: bool) -> Send:
    """Answer a deferred interaction: its own message first, then messages that follow it."""
    first = True

    async def send(page: Page) -> discord.Message:
        nonlocal first
        fields: dict[str, Any] = {
            "content": page.content or None,
            "embeds": list(page.embeds),
            "allowed_mentions": NOBODY,
        }
        if first:
            first = False
            files = _files(page)
            return await interaction.edit_original_response(**fields, view=page.view, attachments=files)
        return await interaction.followup.send(**sendable(page), ephemeral=ephemeral, wait=True)

    return send


def in_answer_to(message: discord.Message) -> Send:
    """Answer a message: a reply to it first, then messages below."""
    first = True

    async def send(page: Page) -> discord.Message:
        nonlocal first
        fields = sendable(page)
        if first:
            first = False
            reference = message.to_reference(fail_if_not_exists=False)
            return await message.channel.send(**fields, reference=reference, mention_author=False)
        return await message.channel.send(**fields)

    return send


def to(place: discord.abc.Messageable) -> Send:
    """Send to a person or channel."""

    async def send(page: Page) -> discord.Message:
        return await place.send(**sendable(page))

    return send


def sendable(page: Page) -> dict[str, Any]:
    """A page as the arguments of `send`."""
    fields: dict[str, Any] = {
        "content": page.content or None,
        "embeds": list(page.embeds),
        "allowed_mentions": NOBODY,
    }
    if page.view is not None:
        fields["view"] = page.view
    if files := _files(page):
        fields["files"] = files
    return fields


def _files(page: Page) -> list[discord.File]:
    files = [] if page.sheet is None else [discord.File(io.BytesIO(page.sheet), "card.jpg")]
    if page.file is not None:
        files.append(discord.File(io.BytesIO(page.file.content), page.file.name))
    return files
