"""The film of the day as a message in the chat or topic that was chosen for it."""

from dataclasses import replace
from datetime import datetime

from telegram import Bot

from adapters.messaging.daily import daily_turn
from adapters.telegram.codes import Strand
from adapters.telegram.conversation import SURFACE
from adapters.telegram.delivery import Delivery
from adapters.telegram.keyboards import film_door
from adapters.telegram.markup import Span, html
from adapters.telegram.places import of_thread
from adapters.telegram.reply import Reply
from adapters.telegram.texts.said import Said
from agent.agent import Agent
from memory.servers import ServerSettings


class DailyPoster:
    """Posts through one bot."""

    def __init__(self, agent: Agent, bot: Bot) -> None:
        self._agent = agent
        self._bot = bot

    def reaches(self, settings: ServerSettings) -> bool:
        """Whether it is a chat at all: whether we may still write there, Telegram says when we do."""
        return settings.daily_channel is not None

    async def post(self, server: str, settings: ServerSettings, now: datetime) -> None:
        """Post it. Raises TelegramError where Telegram refuses."""
        spot = of_thread(settings.daily_channel or server)
        said = Said(settings.language or "en")
        turn = daily_turn(SURFACE, server, settings, thread=spot.thread, said=said, now=now)
        reply = Reply(Strand(), said)
        async for event in self._agent.stream(turn):
            reply.take(event)
        head = html([Span(said("daily"), "b")]) + "\n"
        first, *rest = reply.pages()
        pages = [replace(first, html=head + first.html), *rest]
        if spot.group and reply.cards:  # the buttons of a film are somebody's: each has theirs in our chat
            door = film_door(self._bot.username, reply.cards[0].film.id, said)
            pages = [*pages[:-1], replace(pages[-1], keyboard=door)]
        await Delivery(self._bot, spot).show(pages)
