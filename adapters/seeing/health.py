"""How each part that an answer rests on is doing."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from data.errors import AppError

State = Literal["ok", "away", "off"]
"""`off`: it was not asked for."""
Check = Callable[[], Awaitable[State]]

CHECK_S = 2.0
"""Seconds that one check may take."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that can be checked."""

    check: Check
    needed: bool
    """Without it no turn can be answered."""


class Health:
    """Asks the parts."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self._parts = parts
        self.stopping = False
        """No further turns are taken: whoever sends them is to send them elsewhere."""

    async def look(self) -> dict[str, Any]:
        """The state of all parts, as plain JSON; `ready` is whether turns may be sent here."""
        found = await asyncio.gather(*(self._look_at(part) for part in self._parts.values()))
        parts = dict(zip(self._parts, found, strict=True))
        lacking = any(part.needed and parts[name]["state"] != "ok" for name, part in self._parts.items())
        degraded = any(seen["state"] == "away" for seen in parts.values())
        ready = not (lacking or self.stopping)
        status = "stopping" if self.stopping else "away" if lacking else "degraded" if degraded else "ok"
        return {"status": status, "ready": ready, "parts": parts}

    async def _look_at(self, part: Part) -> dict[str, Any]:
        began, state = time.perf_counter(), "away"
        try:
            async with asyncio.timeout(CHECK_S):
                state = await part.check()
        except (AppError, OSError):  # out of time is an OSError too
            pass
        return {"state": state, "needed": part.needed, "ms": round(1000 * (time.perf_counter() - began), 1)}
