"""Chainlit's handlers: what the visitor does becomes a Turn, what the agent says is shown."""
# Chainlit is typed in part.
# mypy: allow-untyped-calls

import logging
from contextlib import aclosing
from dataclasses import asdict, replace
from typing import Any

import chainlit as cl
from chainlit.data.base import BaseDataLayer
from chainlit.input_widget import InputWidget, Switch
from chainlit.types import ThreadDict

from adapters.account.desk import AccountDesk
from adapters.messaging.said import Sentences
from adapters.web.cards import with_marks
from adapters.web.family_mode import FamilyMode
from adapters.web.reply import Reply
from adapters.web.sent import sent_picture, sent_table
from adapters.web.shelf import Shelf
from adapters.web.turns import phrasebook, turn_of, visitor
from agent.actions import Action
from agent.agent import Agent
from agent.events import Done, Notice
from agent.hidden import unhidden
from agent.turn import Turn
from agent.wording.phrasebook import Phrasebook
from data.errors import AppError, BadInput
from memory.logins import login_id_of

log = logging.getLogger(__name__)

FAMILY = "family_mode"
PRESS = "press"
"""Name of the action that FilmCards.jsx calls; its payload holds the button's code."""

STARTERS = {
    "Like Heat, but shorter": "Something like Heat but under two hours",
    "A cosy film for tonight": "Something cosy for tonight",
    "French comedies of the 80s": "A French comedy from the 80s",
    "Mind-bending science fiction": "Mind-bending science fiction, no horror",
    "For a family evening": "An animated film for the whole family",
}
"""What an empty chat offers: label and message."""


class WebChat:
    """The handlers, bound to the agent they talk to."""

    def __init__(
        self,
        agent: Agent,
        shelf: Shelf,
        family_mode: FamilyMode,
        desk: AccountDesk,
        *,
        accounts: bool = False,
        guests: bool = True,
    ) -> None:
        """`accounts`: one can sign in; `guests`: whether one may talk without having done so."""
        self._agent = agent
        self._accounts = accounts
        self._guests = guests
        self._shelf = shelf
        self._family_mode = family_mode
        self._desk = desk

    def register(self, history: BaseDataLayer) -> None:
        """Make these the handlers of this process's Chainlit."""
        cl.data_layer(lambda: history)
        cl.set_starters(self.starters)
        cl.on_chat_start(self.on_start)
        cl.on_message(self.on_message)
        cl.on_chat_resume(self.on_resume)
        cl.on_settings_update(self.on_settings)
        cl.action_callback(PRESS)(self.on_press)

    async def starters(self, _user: cl.User | None = None) -> list[cl.Starter]:
        """Offer a few questions in an empty chat."""
        return [cl.Starter(label=label, message=message) for label, message in STARTERS.items()]

    async def on_start(self) -> None:
        """Offer the settings; the empty chat says the rest."""
        await self._offer_settings()

    async def on_message(self, message: cl.Message) -> None:
        """Answer a message. A button that asks for an answer comes as one too, its code as the command."""
        turn = turn_of(message.content, message.command, accounts=self._accounts)
        book = phrasebook(turn)
        try:
            self._require_sign_in(turn)
            await self._answer(turn, message, book)
        except AppError as error:
            await cl.Message(str(error)).send()
        except Exception:
            log.exception("a web turn broke")
            await cl.ErrorMessage(book("apology")).send()

    async def _answer(self, turn: Turn, message: cl.Message, book: Phrasebook) -> None:
        said, events = Sentences.shared(turn.locale), None
        if table := await sent_table(message, said):
            events = self._desk.bring(turn.user, *table, said)
        elif turn.action is None:
            events = self._desk.typed(turn.user, turn.text, said)
        if events is not None:
            await Reply(book).show(events)
            return
        turn = replace(turn, attachment=await sent_picture(message, said))
        async with aclosing(self._agent.stream(turn)) as of_agent:
            await Reply(book).show(of_agent)

    async def on_press(self, action: cl.Action) -> dict[str, Any]:
        """Do what a card's button says, quietly; give the card's marks and what to say to the visitor."""
        label, code = str(action.payload.get("label", "")), str(action.payload.get("code", ""))
        turn = turn_of(label, code, accounts=self._accounts)
        try:
            self._require_sign_in(turn)
            film_id = Action.decode(turn.action or "").film_id or ""
            said = await self._quietly(turn)
            return {"said": said, "mark": asdict(await self._shelf.mark(turn.user, film_id))}
        except AppError as error:
            return {"said": str(error), "mark": None}
        except Exception:
            log.exception("a button of the web chat broke")
            return {"said": phrasebook(turn)("apology"), "mark": None}

    async def on_resume(self, thread: ThreadDict) -> None:
        """Bring the cards and settings of an earlier conversation up to date before they are drawn."""
        marks = await self._shelf.marks(visitor())
        for element in thread["elements"] or []:
            if element["name"] == "FilmCards":
                element["props"] = with_marks(element["props"] or {}, marks)
        thread["metadata"] = {"chat_settings": await self._offer_settings()}

    async def on_settings(self, settings: dict[str, Any]) -> None:
        """Write down what was switched in the settings."""
        await self._family_mode.switch(visitor(), on=bool(settings[FAMILY]))

    def _require_sign_in(self, turn: Turn) -> None:
        """A guest's session may be older than the rule. Raises BadInput."""
        if not self._guests and login_id_of(turn.user) is None:
            raise BadInput("Please [sign in](/account) first.")

    async def _offer_settings(self) -> dict[str, Any]:
        switch: InputWidget = Switch(
            id=FAMILY,
            label="Family mode",
            initial=await self._family_mode.is_on(visitor()),
            description="Suggest only films that are fit for children.",
        )
        settings: dict[str, Any] = await cl.ChatSettings([switch]).send()
        return settings

    async def _quietly(self, turn: Turn) -> str:
        """Run a turn without showing it in the conversation; give its words without markup."""
        async with aclosing(self._agent.stream(turn)) as events:
            said = [event.text async for event in events if isinstance(event, Notice | Done)]
        return unhidden("\n".join(said)).replace("**", "")
