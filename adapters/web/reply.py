"""One turn in the web chat: events become steps, streamed text, cards and buttons."""
# Chainlit is typed in part.
# mypy: allow-untyped-calls

import asyncio
from collections.abc import AsyncIterator
from typing import assert_never

import chainlit as cl

from adapters.taste_card import taste_card
from adapters.web.cards import Phrases, Props, choices, film_cards, picture
from agent.events import (
    Choices,
    Done,
    Event,
    FileMade,
    FilmCards,
    Notice,
    TasteCard,
    TextDelta,
    ToolFinished,
    ToolStarted,
    Working,
)
from agent.hidden import segments

ASIDE = {"icon": "info"}
"""Metadata of a message beside the reply: a small sign instead of our avatar."""
TOOL_ICONS = {
    "recommend_films": "clapperboard",
    "search_by_look": "palette",
    "summarise_reviews": "messages-square",
    "start_quiz": "list-checks",
    "social": "users",
    "plan_movie_night": "popcorn",
    "film_details": "film",
    "update_library": "notebook-pen",
    "show_library": "library",
    "explain_pick": "lightbulb",
    "remember": "pin",
    "forget": "eraser",
    "my_data": "folder-down",
}
"""Lucide's names."""


class Reply:
    """Shows the events of one turn as they come."""

    def __init__(self, phrase: Phrases) -> None:
        self._phrase = phrase
        self._message = cl.Message("")
        self._shown = False
        self._step: cl.Step | None = None

    async def show(self, events: AsyncIterator[Event]) -> None:
        """Show a turn to its end. What was shown is kept, also where the turn breaks off."""
        try:
            async for event in events:
                await self._show(event)
        finally:
            await self._finish()

    async def _show(self, event: Event) -> None:  # noqa: C901 - one case a type of event
        match event:
            case ToolStarted(name=tool, label=label):
                await self._begin_step(tool, label)
            case ToolFinished(label=label):
                await self._end_step(label)
            case Working(name=tool, label=label):
                await self._begin_step(tool, label)
            case TextDelta(listing=True):
                pass  # the cards say it better
            case TextDelta(text):
                await self._end_step()
                await self._message.stream_token(_covered(text))
            case FilmCards(cards, taste):
                await self._attach("FilmCards", film_cards(cards, self._phrase, taste))
            case TasteCard(title=title):
                drawn = await asyncio.to_thread(taste_card, event)
                await self._attach("TasteCard", picture(drawn, title))
            case FileMade(name, content):
                await self._hand_over(name, content)
            case Choices(offered):
                await self._attach("Choices", choices(offered))
            case Notice(text):
                await cl.Message(text, metadata=ASIDE).send()
            case Done():
                pass  # everything of it has been shown
            case _:
                assert_never(event)

    async def _hand_over(self, name: str, content: bytes) -> None:
        """Offer a file below the message. Chainlit keeps it with the session only, and the history never."""
        if not self._shown:
            self._shown = True
            await self._message.send()
        await cl.File(name=name, content=content, display="inline").send(for_id=self._message.id)

    async def _attach(self, element: str, props: Props | None) -> None:
        """Draw an element below the message's text, at once; without properties there is nothing to draw."""
        if props is None:
            return
        if not self._shown:
            self._shown = True
            await self._message.send()
        await cl.CustomElement(name=element, props=props, display="inline").send(for_id=self._message.id)

    async def _begin_step(self, tool: str, label: str) -> None:
        await self._end_step()
        icon = TOOL_ICONS.get(tool, "sparkles")
        self._step = await cl.Step(name=label, type="tool", icon=icon, show_input=False).__aenter__()

    async def _end_step(self, label: str | None = None) -> None:
        if self._step is not None:
            self._step.name = label or self._step.name
            await self._step.__aexit__(None, None, None)
            self._step = None

    async def _finish(self) -> None:
        await self._end_step()
        if self._shown:
            await self._message.update()
        elif self._message.content:
            await self._message.send()


def _covered(text: str) -> str:
    """What gives a film away as a link to nowhere, which style.css covers and browser.js uncovers."""
    return "".join(f"[{each.text}](#spoiler)" if each.hidden else each.text for each in segments(text))
