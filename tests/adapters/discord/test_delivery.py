"""How an answer grows, with messages that write down what they were told."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import discord

from adapters.discord.delivery import Delivery
from adapters.discord.reply import Page


@dataclass
class Wall:
    """Where messages are put up; tells when something was."""

    seen: list[tuple[int, str | None]] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    fault: Exception | None = None

    async def send(self, page: Page) -> Any:
        self._note(0, page.content)
        return Message(self, len({number for number, _ in self.seen}))

    def _note(self, number: int, content: str | None) -> None:
        if self.fault:
            raise self.fault
        self.seen.append((number, content))
        self.changed.set()

    async def change(self) -> None:
        self.changed.clear()
        await self.changed.wait()


@dataclass
class Message:
    wall: Wall
    number: int

    async def edit(self, *, content: str | None, **_: Any) -> None:
        self.wall._note(self.number, content)


async def test_an_answer_is_shown_while_it_grows_and_then_as_it_is() -> None:
    wall, pages = Wall(), [Page("Looking …")]
    delivery = Delivery(wall.send, pause_s=0.001)
    async with delivery.growing(lambda: pages):
        await wall.change()
        pages = [Page("This one ")]
        await wall.change()
    await delivery.show([Page("This one fits."), Page("And more.")])
    assert wall.seen == [(0, "Looking …"), (1, "This one "), (1, "This one fits."), (0, "And more.")]


async def test_what_has_not_changed_is_not_sent_again() -> None:
    wall = Wall()
    delivery = Delivery(wall.send)
    await delivery.show([Page("Done.")])
    await delivery.show([Page("Done.")])
    assert wall.seen == [(0, "Done.")]


async def test_a_quick_answer_is_sent_once() -> None:
    wall = Wall()
    delivery = Delivery(wall.send, pause_s=60)
    async with delivery.growing(lambda: [Page("half")]):
        pass
    await delivery.show([Page("whole")])
    assert wall.seen == [(0, "whole")]


async def test_a_fault_while_growing_is_left_to_the_end() -> None:
    class Response:
        status, reason = 500, "down"

    wall = Wall(fault=discord.HTTPException(Response(), "down"))  # type: ignore[arg-type]
    delivery = Delivery(wall.send, pause_s=0.001)
    asked = asyncio.Event()

    def pages() -> list[Page]:
        asked.set()
        return [Page("half")]

    async with delivery.growing(pages):
        await asked.wait()
    wall.fault = None
    await delivery.show([Page("whole")])
    assert wall.seen == [(0, "whole")]
