"""How many turns are under way, so that they can be finished before a surface leaves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Underway:
    """Counts turns."""

    def __init__(self) -> None:
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.closing = False
        """No further turns are to be taken."""

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """A turn is under way while the block runs; may be nested."""
        self._running += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()

    async def drain(self, seconds: float) -> bool:
        """Take no further turns and wait for those under way; False where time ran out."""
        self.closing = True
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True
