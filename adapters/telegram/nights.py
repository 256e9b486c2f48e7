"""News of movie nights as messages in a group or topic."""

import logging

from telegram import Bot, InputPollOption
from telegram.error import BadRequest, Forbidden

from adapters.messaging.nights import Evening
from adapters.messaging.polls import Opened, Poll, Refused
from adapters.telegram.delivery import Delivery
from adapters.telegram.markup import html, spans_of
from adapters.telegram.places import of_thread
from adapters.telegram.reply import Page

log = logging.getLogger(__name__)


class NightPoster:
    """Writes through one bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    def reaches(self, channel: str) -> bool:
        """Whether it is a chat at all: whether we may still write there, Telegram says when we do."""
        return bool(channel)

    async def tell(self, channel: str, text: str) -> None:
        """Write it. Raises TelegramError where Telegram refuses."""
        await Delivery(self._bot, of_thread(channel)).show([Page(html(spans_of(text)))])

    async def schedule(self, channel: str, evening: Evening, known: str | None) -> str | None:  # noqa: ARG002
        """Telegram keeps no calendar."""
        return None

    async def open_poll(self, channel: str, poll: Poll) -> Opened:
        """Send a poll in which one may choose several, openly: a vote is somebody's. Raises Refused."""
        spot = of_thread(channel)
        try:
            sent = await self._bot.send_poll(
                spot.chat_id,
                poll.question,
                [InputPollOption(option) for option in poll.options],
                is_anonymous=False,
                allows_multiple_answers=True,
                message_thread_id=spot.topic_id,
            )
        except (BadRequest, Forbidden) as error:
            log.info("a poll could not be opened: %s", error)
            raise Refused("Send Polls") from None
        return Opened(sent.poll.id if sent.poll else "", str(sent.message_id))

    async def end_poll(self, channel: str, message: str) -> None:
        """Stop it; one that was stopped or deleted is left alone."""
        try:
            await self._bot.stop_poll(of_thread(channel).chat_id, int(message))
        except BadRequest as error:
            log.info("a poll was gone: %s", error)

    async def unschedule(self, channel: str, known: str) -> None:
        """Telegram keeps no calendar."""
