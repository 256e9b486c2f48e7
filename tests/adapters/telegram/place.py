"""Telegram as the loopback server plays it, with our real client, and people who write to it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from adapters.benchmarks.telegram_loopback import KEPT_HERE, LoopbackTelegram, chat, person, said
from tests.support.surfaces import Parts, ScriptedAgent

ANA, LUIS, GROUP = 11, 12, -100500
SOON = 15.0
QUIET_S = 0.25
"""After this long nothing more is coming on a loopback line."""


@dataclass
class Place:
    """A private chat and a group with Ana and Luis."""

    server: LoopbackTelegram
    parts: Parts

    @property
    def agent(self) -> ScriptedAgent:
        agent: ScriptedAgent = self.parts.agent
        return agent

    async def until(self, met: Callable[[], Any]) -> None:
        await self.server.until(met, SOON)

    async def say(self, text: str, *, user: int = ANA, where: int = ANA, **more: Any) -> Any:
        """Somebody writes; our last message in that chat once there is a new one."""
        before = len(self.server.in_chat(where))
        await self.write(text, user=user, where=where, **more)
        await self.until(lambda: len(self.server.in_chat(where)) > before)
        await asyncio.sleep(0.05)
        return self.server.in_chat(where)[-1]

    async def write(
        self, text: str, *, user: int = ANA, where: int = ANA, twice: bool = False, **more: Any
    ) -> None:
        message = said(self.server.next_id(), user, where, text, **more)
        await self.server.deliver(message=message, twice=twice)

    async def say_nothing(self, text: str, **more: Any) -> None:
        """Somebody writes something that must stay without an answer."""
        before = len(self.server.messages)
        await self.write(text, **more)
        await asyncio.sleep(QUIET_S)
        assert len(self.server.messages) == before

    async def press(self, pressed: Any, data: str, *, user: int = ANA, **more: Any) -> Any:
        """Somebody presses a button; how it was answered."""
        before = len(self.server.made("answerCallbackQuery"))
        shown = {name: value for name, value in pressed.items() if name not in KEPT_HERE}
        query = {
            "id": str(self.server.next_id()),
            "from": person(user),
            "message": shown,
            "chat_instance": "1",
            "data": data,
        }
        await self.server.deliver(callback_query=query | more)
        await self.until(lambda: len(self.server.made("answerCallbackQuery")) > before)
        return self.server.made("answerCallbackQuery")[-1].data


def buttons(message: Any) -> dict[str, str]:
    """Labels by data, or by address."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button.get("callback_data") or button["url"]: button["text"] for row in rows for button in row}


__all__ = ["ANA", "GROUP", "LUIS", "Place", "buttons", "chat", "person"]
