"""What was said, commanded or pressed becomes a Turn; the answer is delivered where it belongs."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, User
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.helpers import create_deep_linked_url

from adapters.beside import picture_beside
from adapters.messaging.nights import NightNews
from adapters.messaging.words import tidy
from adapters.telegram.codes import Strand
from adapters.telegram.delivery import Delivery
from adapters.telegram.hearing import words_of
from adapters.telegram.markup import html, pieces, spans_of
from adapters.telegram.pictures import picture_of
from adapters.telegram.places import Spot, spot_of
from adapters.telegram.reply import Page, Reply
from adapters.telegram.texts.said import Said
from adapters.telegram.waiting import WAITING, Waiting
from agent.agent import Agent
from agent.turn import AnsweredBefore, Place, Turn
from data.errors import AppError, BadInput
from memory.servers import Servers, ServerSettings
from tools.arguments import SearchByLook, ToolArguments

log = logging.getLogger(__name__)

SURFACE = "telegram"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants something, and where."""

    bot: Bot
    user: User
    spot: Spot
    settings: ServerSettings
    said: Said
    """In the language of the answer: the person's own, or the group's where all read it."""
    delivery: str
    """The update's id."""

    @property
    def alone(self) -> Spot:
        """The chat with this person alone; its id is theirs."""
        return Spot(self.user.id) if self.spot.group else self.spot


class Conversation:
    """Turns of one agent on Telegram."""

    def __init__(self, agent: Agent, servers: Servers, nights: NightNews) -> None:
        self._agent = agent
        self._nights = nights
        self._servers = servers
        self.waiting = Waiting()

    async def asked(self, bot: Bot, user: User, spot: Spot, delivery: str) -> Asked:
        """Look up what holds there."""
        settings = await self._servers.settings(str(spot.chat_id))
        locale = user.language_code or "en"
        said = Said(settings.language or locale if spot.group else locale)
        return Asked(bot, user, spot, settings, said, delivery)

    async def message(self, bot: Bot, user: User, message: Message, delivery: str) -> None:
        """Answer a message: below it, or in private where the answer is about the person."""
        asked = await self.asked(bot, user, spot_of(message), delivery)
        async with telling(asked):
            require_topic(asked)
            text = words_of(message, bot.bot)
            picture = await picture_of(message, asked.said)
            look = text or asked.said("like.this.picture")
            await self.answer(
                asked,
                text=look if picture else text,
                call=SearchByLook(look=look[:500]) if picture else None,
                picture=picture,
            )

    async def answer(
        self,
        asked: Asked,
        *,
        text: str,
        call: ToolArguments | None = None,
        action: str | None = None,
        private: bool = False,
        picture: bytes | None = None,
        thread: str | None = None,
    ) -> None:
        """Run a turn and deliver it. `private`: only the person sees it, where there are others.

        `thread`: the conversation it belongs to, where that is not the one of the place. Raises AppError or
        TelegramError where there is no answer.
        """
        public = asked.spot.group and not private
        turn = self.turn(
            asked, public=public, text=text, call=call, action=action, thread=thread, picture=picture
        )
        if public:
            await self._among_others(asked, turn)
            return
        reply = Reply(_strand(asked, turn), asked.said)
        delivery = Delivery(asked.bot, asked.alone)
        if asked.spot.group:  # whether the person can be written to is not known yet
            await self._run(turn, reply)
            await self.hand_over(asked, reply.pages())
            return
        async with delivery.growing(reply.so_far):
            await self._run(turn, reply)
        await delivery.show(reply.pages())

    def turn(
        self,
        asked: Asked,
        *,
        public: bool,
        text: str,
        call: ToolArguments | None = None,
        action: str | None = None,
        thread: str | None = None,
        picture: bytes | None = None,
    ) -> Turn:
        """What the agent is given."""
        own = asked.spot.thread if public or not asked.spot.group else asked.alone.thread
        return Turn(
            surface=SURFACE,
            user=str(asked.user.id),
            thread=thread or own,
            text=text,
            action=action,
            call=call,
            place=Place(
                public=public,
                family_safe=asked.settings.family_mode,
                spoilers=asked.settings.spoilers if public else None,
                zone=asked.settings.daily_zone,
                polls=public,
            ),
            room=str(asked.spot.chat_id) if asked.spot.group else None,
            user_name=tidy(asked.user.full_name) or None,
            locale=asked.said.language if public else asked.user.language_code or "en",
            attachment=picture,
            delivery=asked.delivery,
        )

    async def run_quietly(self, turn: Turn, said: Said) -> Reply:
        """Run a turn whose answer is shown in passing."""
        reply = Reply(Strand(), said)
        await self._run(turn, reply)
        return reply

    async def say(self, asked: Asked, text: str, *, private: bool = False) -> None:
        """Say something of our own; `private` as in `answer`."""
        pages = [Page(html(piece)) for piece in pieces(spans_of(text))]
        await self.show(asked, pages, private=private)

    async def show(self, asked: Asked, pages: list[Page], *, private: bool) -> None:
        """Show pages of our own; `private` as in `answer`."""
        if private and asked.spot.group:
            await self.hand_over(asked, pages)
        else:
            await Delivery(asked.bot, asked.spot).show(pages)

    async def hand_over(self, asked: Asked, pages: list[Page]) -> None:
        """Send to the person alone, and say so in the group; where we may not, it waits for them there."""
        delivery = Delivery(asked.bot, asked.spot)
        try:
            await Delivery(asked.bot, asked.alone).show(pages)
        except (Forbidden, BadRequest) as error:
            log.info("a person cannot be written to: %s", error)
            self.waiting.leave(asked.user.id, pages)
            said = asked.said
            url = create_deep_linked_url(asked.bot.username, WAITING)
            door = InlineKeyboardMarkup.from_button(InlineKeyboardButton(said("private.button"), url=url))
            await delivery.show([Page(html(spans_of(said("private.open"))), keyboard=door)])
        else:
            await delivery.show([Page(html(spans_of(asked.said("in.private"))))])

    async def _among_others(self, asked: Asked, turn: Turn) -> None:
        """Deliver below the message; in private, once it is known that the answer is about the person."""
        reply = Reply(_strand(asked, turn), asked.said)
        delivery = Delivery(asked.bot, asked.spot)
        async with delivery.growing(
            lambda: reply.so_far() if reply.speaking and not reply.personal else None
        ):
            await self._run(turn, reply)
        if not reply.personal:
            await delivery.show(reply.pages())
            if reply.ballot:  # its poll is opened or ended right behind
                await self._nights.tell_due(SURFACE)
            return
        reply.strand = Strand(asked.user.id, turn.thread)
        await self.hand_over(asked, reply.pages())

    async def _run(self, turn: Turn, reply: Reply) -> None:
        async with aclosing(self._agent.stream(turn)) as events:
            async for event in events:
                reply.take(event)
        if len(reply.cards) > 1 or reply.taste:
            reply.sheet = await asyncio.to_thread(picture_beside, reply.cards, reply.taste)


@asynccontextmanager
async def telling(asked: Asked) -> AsyncIterator[None]:
    """Tell in one sentence why there is no answer; in private where we may not write in the group."""
    try:
        yield
    except AnsweredBefore:
        log.info("a Telegram update came again")
    except AppError as error:
        await _tell(asked, str(error))
    except TelegramError as error:
        log.warning("an answer could not be delivered: %s", error)
        if asked.spot.group and _may_not_write(error):
            with suppress(TelegramError):
                await asked.bot.send_message(asked.user.id, asked.said("may.not.write"))
        elif isinstance(error, BadRequest):
            await _tell(asked, asked.said("broke"))
    except Exception:
        log.exception("a Telegram message broke")
        await _tell(asked, asked.said("broke"))


def require_topic(asked: Asked) -> None:
    """Raise BadInput where admins want us to talk in another topic."""
    if asked.spot.group and asked.settings.channel not in (None, asked.spot.thread):
        raise BadInput(asked.said("topic.only"))


async def _tell(asked: Asked, text: str) -> None:
    try:
        await Delivery(asked.bot, asked.spot).show([Page(html(spans_of(text)))])
    except TelegramError as late:
        log.warning("nor could it be said why: %s", late)


def _may_not_write(error: TelegramError) -> bool:
    return isinstance(error, Forbidden) or "not enough rights to send" in error.message


def _strand(asked: Asked, turn: Turn) -> Strand:
    """In a group the buttons are the person's; in private they know where they belong, if it is elsewhere."""
    if asked.spot.group and turn.place.public:
        return Strand(asked.user.id)
    elsewhere = turn.thread if turn.thread != asked.alone.thread else None
    return Strand(asked.user.id if elsewhere else None, elsewhere)
