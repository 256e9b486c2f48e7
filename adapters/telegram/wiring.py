"""Which update goes where, each once."""

import logging
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
    Message,
    PollAnswer,
    Update,
)
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationHandlerStop, CallbackContext, TypeHandler

from adapters.messaging.nights import NightNews
from adapters.messaging.once import Once
from adapters.messaging.polls import PollVotes
from adapters.messaging.words import tidy
from adapters.parts import SurfaceParts
from adapters.telegram.commands.account import AccountCommands
from adapters.telegram.commands.films import PERSONAL, call_of
from adapters.telegram.commands.setup import SetupCommand
from adapters.telegram.commands.start import StartCommand
from adapters.telegram.conversation import SURFACE, Asked, Conversation, require_topic, telling
from adapters.telegram.hearing import meant_for_us
from adapters.telegram.inline import offer
from adapters.telegram.pictures import table_of
from adapters.telegram.places import spot_of
from adapters.telegram.pressing import Pressing
from adapters.telegram.texts.commands import COMMANDS, FOR_MODERATORS
from data.errors import BadInput
from memory.ballots import Ballots
from memory.moved_rooms import MovedRooms
from memory.servers import Servers

log = logging.getLogger(__name__)

UPDATES = ("message", "callback_query", "inline_query", "my_chat_member", "poll_answer")
"""The kinds that we ask for."""
_ASKED = frozenset(
    {
        "recommend",
        "look",
        "reviews",
        "why",
        "rate",
        "watchlist",
        "ourlist",
        "quiz",
        "friends",
        "movienight",
        "profile",
    }
)
"""Answered by the agent."""
_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class Wiring:
    """The handlers of one bot."""

    def __init__(self, parts: SurfaceParts, nights: NightNews) -> None:
        self._parts = parts
        self._once = Once()
        self._servers = Servers(parts.database, SURFACE)
        self._moved = MovedRooms(parts.database, SURFACE)
        self._conversation = Conversation(parts.agent, self._servers, nights)
        self._votes = PollVotes(SURFACE, Ballots(parts.database), parts.people)
        self._pressing = Pressing(self._conversation, parts.people, parts.library)
        self._account = AccountCommands(self._conversation, parts)
        self._setup = SetupCommand(self._conversation, self._servers)
        self._start = StartCommand(self._conversation, self._account)

    def join(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Have the application hand us its updates."""
        application.add_handler(TypeHandler(Update, self._heard))
        application.add_error_handler(_broke)

    async def _heard(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Hand on what is meant for us; an update that comes again after a time-out is left alone."""
        if not self._once.first(update.update_id):
            raise ApplicationHandlerStop
        bot: Bot = context.bot
        if update.message is not None and update.message.migrate_to_chat_id is not None:
            old, new = update.message.chat.id, update.message.migrate_to_chat_id
            await self._moved.move(str(old), str(new))
        elif update.message is not None:
            await self._message(bot, update.message, str(update.update_id))
        elif update.callback_query is not None:
            await self._pressing.press(bot, update.callback_query, str(update.update_id))
        elif update.inline_query is not None:
            await offer(update.inline_query, self._parts, bot.username)
        elif update.poll_answer is not None:
            await self._vote(update.poll_answer)
        elif update.my_chat_member is not None and update.my_chat_member.new_chat_member.status in _GONE:
            # Removed from a group, or blocked by a person: what was settled for the chat goes.
            await self._servers.remove(str(update.my_chat_member.chat.id))

    async def _vote(self, answer: PollAnswer) -> None:
        """Count what somebody now chooses in one of our polls; a chat that votes as such is nobody."""
        if answer.user is not None:
            chosen = [number + 1 for number in answer.option_ids]
            name = tidy(answer.user.full_name) or None
            await self._votes.count(answer.poll_id, str(answer.user.id), chosen, way="only", name=name)

    async def _message(self, bot: Bot, message: Message, delivery: str) -> None:
        user = message.from_user
        command = command_of(message, bot.username)
        if user is None or user.is_bot or command == OTHERS:
            return
        if command is not None:
            asked = await self._conversation.asked(bot, user, spot_of(message), delivery)
            async with telling(asked):
                await self._command(asked, *command)
        elif meant_for_us(message, bot.bot):
            document = table_of(message)
            if document is None:
                await self._conversation.message(bot, user, message, delivery)
                return
            asked = await self._conversation.asked(bot, user, spot_of(message), delivery)
            async with telling(asked):
                await self._account.bring(asked, document)

    async def _command(self, asked: Asked, name: str, words: str) -> None:
        match name:
            case "start":
                await self._start.run(asked, words)
            case "help":
                await self._start.help(asked)
            case "link":
                await self._account.link(asked, words)
            case "unlink":
                await self._account.unlink(asked)
            case "privacy":
                await self._account.privacy(asked, words)
            case "export":
                await self._account.export(asked, words)
            case "setup":
                await self._setup.run(asked, words)
            case _ if name in _ASKED:
                await self._film(asked, name, words)
            case _:
                raise BadInput(asked.said("unknown.command", command=f"/{name[:32]}"))

    async def _film(self, asked: Asked, name: str, words: str) -> None:
        private = name in PERSONAL
        if not private:
            require_topic(asked)
        call = call_of(name, words, self._parts.titles, asked.said)
        text = f"/{name} {words}".rstrip() if call else words
        await self._conversation.answer(asked, text=text, call=call, private=private)


OTHERS = ("", "")
"""A command of another bot in the same group."""


def command_of(message: Message, bot_name: str) -> tuple[str, str] | None:
    """The command that a message begins with, and what is typed behind it; None where it is none."""
    text = message.text or ""
    first, _, rest = text.partition(" ") if "\n" not in text.partition(" ")[0] else text.partition("\n")
    if not first.startswith("/") or len(first) < 2:
        return None
    name, _, whose = first[1:].partition("@")
    if whose and whose.casefold() != bot_name.casefold():
        return OTHERS
    return name.casefold(), tidy(rest)


async def make_known(bot: Bot) -> None:
    """Have Telegram list the commands, in each language; what cannot be listed can still be typed."""
    scopes = (
        (BotCommandScopeDefault(), False),
        (BotCommandScopeAllPrivateChats(), True),
        (BotCommandScopeAllChatAdministrators(), True),
    )
    try:
        for language, listed in COMMANDS.items():
            every = [BotCommand(name, words) for name, words in listed.items()]
            for scope, moderators in scopes:
                commands = [one for one in every if moderators or one.command != FOR_MODERATORS]
                # English is what everybody else gets as well.
                await bot.set_my_commands(
                    commands, scope=scope, language_code=None if language == "en" else language
                )
    except TelegramError as error:
        log.warning("the commands could not be listed: %s", error)


async def _broke(_: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Log what broke in a handler, without what was said."""
    log.error("a Telegram update broke", exc_info=context.error)
