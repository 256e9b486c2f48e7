"""Pages become messages: sent once, edited while the answer grows, never faster than Telegram likes."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

from telegram import Bot, InputMediaPhoto, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError

from adapters.telegram.cards import Picture
from adapters.telegram.places import Spot
from adapters.telegram.reply import Page

log = logging.getLogger(__name__)

PAUSE_S, PAUSE_AMONG_OTHERS_S = 1.2, 4.0
"""Between two edits of a growing answer; in a group Telegram allows 20 a minute of all we do."""
ACTION_AFTER_S, ACTION_EVERY_S = 0.3, 4.5
"""An answer that is there at once needs no "typing…"; Telegram shows it for five seconds."""
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_PICTURES = ("not enough rights to send photos", "CHAT_SEND_PHOTOS_FORBIDDEN")
_UNFETCHED = ("failed to get HTTP URL content", "wrong file identifier", "wrong type of the web page")
_SAME = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")


class Delivery:
    """The messages of one answer."""

    def __init__(self, bot: Bot, spot: Spot, pause_s: float | None = None) -> None:
        self._bot = bot
        self._spot = spot
        self._pause_s = pause_s or (PAUSE_AMONG_OTHERS_S if spot.group else PAUSE_S)
        self._messages: list[tuple[Message, Page]] = []

    async def show(self, pages: list[Page]) -> None:
        """Send what is new, edit what has changed. Raises TelegramError."""
        for number, page in enumerate(pages):
            if number == len(self._messages):
                self._messages.append((await self._send(page), page))
                continue
            message, shown = self._messages[number]
            if page != shown:
                self._messages[number] = (await self._edit(message, shown, page), page)

    @contextlib.asynccontextmanager
    async def growing(self, pages: Callable[[], list[Page] | None]) -> AsyncIterator[None]:
        """Show the pages again and again while the block runs; None shows nothing yet."""
        tasks = [asyncio.create_task(self._act()), asyncio.create_task(self._paint(pages))]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _act(self) -> None:
        """Say "typing…"; whether anybody sees it does not matter."""
        await asyncio.sleep(ACTION_AFTER_S)
        while True:
            with contextlib.suppress(TelegramError):
                await self._bot.send_chat_action(
                    self._spot.chat_id, ChatAction.TYPING, message_thread_id=self._spot.topic_id
                )
            await asyncio.sleep(ACTION_EVERY_S)

    async def _paint(self, pages: Callable[[], list[Page] | None]) -> None:
        while True:
            await asyncio.sleep(self._pause_s)
            now = pages()
            if now is None:
                continue
            try:
                # What has been begun is finished: half a sent message would come a second time.
                await asyncio.shield(asyncio.ensure_future(self.show(now)))
            except TelegramError as error:
                # Whatever is wrong will be met again, and dealt with, when the answer is complete.
                log.info("an answer could not be shown while it grew: %s", error)
                return

    async def _send(self, page: Page) -> Message:
        spot = self._spot
        where: dict[str, Any] = {
            "chat_id": spot.chat_id,
            "message_thread_id": spot.topic_id,
            "reply_markup": page.keyboard,
            "parse_mode": ParseMode.HTML,
        }
        if spot.reply_to is not None and not self._messages:
            where["reply_parameters"] = ReplyParameters(spot.reply_to, allow_sending_without_reply=True)
        try:
            if page.file is not None:
                name, content = page.file
                return await self._bot.send_document(
                    document=content, filename=name, caption=page.html, **where
                )
            if page.picture is None:
                return await self._bot.send_message(text=page.html, link_preview_options=_NO_PREVIEW, **where)
            return await self._send_picture(page.picture, page.html, where)
        except ChatMigrated as moved:
            # A group that became a supergroup has another id from then on.
            self._spot = replace(spot, chat_id=moved.new_chat_id, reply_to=None)
            return await self._send(page)

    async def _send_picture(self, picture: Picture, html: str, where: dict[str, Any]) -> Message:
        fields = {"caption": html, **where}
        try:
            if picture.address:
                return await self._bot.send_photo(photo=picture.address, **fields)
            return await self._bot.send_photo(photo=await asyncio.to_thread(picture.draw), **fields)
        except BadRequest as error:
            if _says(error, _NO_PICTURES):
                return await self._bot.send_message(text=html, link_preview_options=_NO_PREVIEW, **where)
            if not picture.address or not _says(error, _UNFETCHED):
                raise
            return await self._bot.send_photo(photo=await asyncio.to_thread(picture.draw), **fields)

    async def _edit(self, message: Message, shown: Page, page: Page) -> Message:
        try:
            edited = await self._edited(message, shown, page)
        except BadRequest as error:
            if _says(error, (_SAME,)):
                return message
            if _says(error, _GONE):  # deleted while it grew
                return await self._send(page)
            raise
        return edited if isinstance(edited, Message) else message

    async def _edited(self, message: Message, shown: Page, page: Page) -> Message | bool:
        if page.picture is None and shown.picture is None:
            return await message.edit_text(
                page.html,
                parse_mode=ParseMode.HTML,
                reply_markup=page.keyboard,
                link_preview_options=_NO_PREVIEW,
            )
        if page.picture is None or message.photo:
            return await message.edit_caption(
                page.html, parse_mode=ParseMode.HTML, reply_markup=page.keyboard
            )
        try:
            return await self._with_picture(message, page, page.picture.address)
        except BadRequest as error:
            if _says(error, _NO_PICTURES):
                return await self._edited(message, shown, replace(page, picture=None))
            if not page.picture.address or not _says(error, _UNFETCHED):
                raise
            return await self._with_picture(message, page, None)

    async def _with_picture(self, message: Message, page: Page, address: str | None) -> Message | bool:
        """Put a picture above what was text so far."""
        assert page.picture is not None  # noqa: S101 - the caller's own condition
        drawn = None if address else await asyncio.to_thread(page.picture.draw)
        media = InputMediaPhoto(address or drawn or b"", caption=page.html, parse_mode=ParseMode.HTML)
        return await message.edit_media(media, reply_markup=page.keyboard)


def _says(error: BadRequest, phrases: tuple[str, ...]) -> bool:
    said = error.message.casefold()
    return any(phrase.casefold() in said for phrase in phrases)
