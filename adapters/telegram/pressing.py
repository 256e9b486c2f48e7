"""A pressed button: always answered, for its owner alone."""

import logging
from contextlib import suppress

from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, TelegramError

from adapters.messaging.splitting import shorten
from adapters.telegram.codes import Strand, decode
from adapters.telegram.conversation import SURFACE, Asked, Conversation, telling
from adapters.telegram.keyboards import Marks, film_keyboard
from adapters.telegram.places import Spot, is_group, spot_of
from adapters.telegram.texts.said import Said
from agent.actions import Action, is_anybodys, is_told_to_all
from agent.turn import AnsweredBefore
from data.errors import AppError, BadInput
from memory.library import Library
from memory.people import People

log = logging.getLogger(__name__)

TOAST_LIMIT = 200
"""Characters of the answer that is shown in passing, Telegram's limit."""
_QUIET = frozenset({"save", "unsave", "seen", "unseen", "nope", "rate"})
"""Buttons that are answered by a word and by how the buttons stand afterwards."""


class Pressing:
    """Does what buttons say."""

    def __init__(self, conversation: Conversation, people: People, library: Library) -> None:
        self._conversation = conversation
        self._people = people
        self._library = library

    async def press(self, bot: Bot, query: CallbackQuery, delivery: str) -> None:
        """Answer a pressed button. Never raises."""
        said = Said(query.from_user.language_code or "en")
        try:
            strand, code = decode(query.data or "")
            action = Action.decode(code)
        except BadInput:
            await _answer(query, said("unknown.button"), alert=True)
            return
        if query.message is None:  # a message that was sent in inline mode has none of ours
            await _answer(query, said("unknown.button"), alert=True)
            return
        if strand.owner not in (None, query.from_user.id) and not is_anybodys(code):
            await _answer(query, said("not.yours"), alert=True)
            return
        message = query.message
        # Of an old message Telegram tells only in which chat it stands.
        spot = Spot(message.chat.id, group=is_group(message.chat))
        if isinstance(message, Message):
            spot = spot_of(message)
        asked = await self._conversation.asked(bot, query.from_user, spot, delivery)
        if action.verb in _QUIET or (is_anybodys(code) and not is_told_to_all(code)):
            await self._quietly(asked, query, strand, action)
            return
        await _answer(query)
        async with telling(asked):
            await self._conversation.answer(
                asked, text=_label(message, query.data or ""), action=code, thread=strand.thread
            )

    async def _quietly(self, asked: Asked, query: CallbackQuery, strand: Strand, action: Action) -> None:
        """Only who pressed sees the word that answers, so it need not leave out what is theirs."""
        label = _label(query.message, query.data or "")
        thread = strand.thread or asked.spot.thread
        turn = self._conversation.turn(asked, public=False, text=label, action=action.encode(), thread=thread)
        try:
            reply = await self._conversation.run_quietly(turn, asked.said)
        except AnsweredBefore:
            await _answer(query)
        except AppError as error:
            await _answer(query, str(error), alert=True)
        except Exception:
            log.exception("a Telegram button broke")
            await _answer(query, asked.said("broke"), alert=True)
        else:
            await _answer(query, reply.toast())
            await self._redraw(asked, query, strand, action.film_id or "")

    async def _redraw(self, asked: Asked, query: CallbackQuery, strand: Strand, film_id: str) -> None:
        """Let a film's buttons show what is true now; those of a list have nothing to show."""
        message = query.message
        why = Action("why", film_id).encode()
        shown = _keyboard(message)
        if why not in (_code(button) for button in _buttons(shown)):
            return
        person = await self._people.resolve(SURFACE, str(asked.user.id))
        row = await self._library.row(person.id, film_id)
        marks = Marks(row.seen, row.saved, row.rating)
        try:
            await query.edit_message_reply_markup(film_keyboard(strand, film_id, marks, asked.said))
        except TelegramError as error:  # deleted meanwhile, or pressed twice and as it should be
            log.info("buttons could not be redrawn: %s", error)


async def _answer(query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> None:
    """Telegram shows a clock until a button is answered."""
    with suppress(BadRequest):  # pressed long ago: nobody is waiting
        await query.answer(shorten(text, TOAST_LIMIT) if text else None, show_alert=alert)


def _keyboard(message: object) -> InlineKeyboardMarkup | None:
    return message.reply_markup if isinstance(message, Message) else None


def _label(message: object, data: str) -> str:
    return next((button.text for button in _buttons(_keyboard(message)) if button.callback_data == data), "")


def _buttons(shown: InlineKeyboardMarkup | None) -> list[InlineKeyboardButton]:
    return [button for row in shown.inline_keyboard for button in row] if shown else []


def _code(button: InlineKeyboardButton) -> str:
    return str(button.callback_data).rpartition("|")[2]
