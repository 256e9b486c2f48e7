"""News of movie nights as messages in a group or topic."""

from telegram import Bot

from adapters.messaging.nights import Evening
from adapters.telegram.delivery import Delivery
from adapters.telegram.markup import html, spans_of
from adapters.telegram.places import of_thread
from adapters.telegram.reply import Page


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

    async def unschedule(self, channel: str, known: str) -> None:
        """Telegram keeps no calendar."""
