"""Acknowledge everybody before working for anybody: Discord waits three seconds, answers may take longer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

AT_MOST_S = 0.5
"""A turn waits no longer than this for the acknowledgements of others, so that a rush cannot hold it up."""


class Courtesy:
    """Knows whether anybody is still waiting to be acknowledged."""

    def __init__(self) -> None:
        self._waiting = 0
        self._nobody = asyncio.Event()
        self._nobody.set()

    @asynccontextmanager
    async def answering(self) -> AsyncIterator[None]:
        """An acknowledgement is on its way while the block runs."""
        self._waiting += 1
        self._nobody.clear()
        try:
            yield
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._nobody.set()

    async def wait(self) -> None:
        """Let the others be acknowledged first."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._nobody.wait(), AT_MOST_S)
