"""Who may ask now: people, rooms, and all of them together have limits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import ceil
from typing import Protocol

from agent.turn import Turn

PATIENCE_S = 30.0
"""Seconds in line after which a turn is worked on beside the others."""


class Rates(Protocol):
    """How often somebody may ask."""

    async def wait_s(self, turn: Turn) -> float:
        """Count a turn. 0: it may be answered; else the seconds until another may, and it did not count."""
        ...

    async def charge(self, turn: Turn, toil: int) -> None:
        """Count what it took beside: so many turns more. Nothing is refused for it afterwards."""
        ...


class TooOften(Exception):
    """Enough was asked for now by one person, or in one room."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"{seconds} s to wait")
        self.seconds = max(1, ceil(seconds))


class Crowded(Exception):
    """As many turns are under way as this process can bear."""


class Gate:
    """Lets turns in, or says at once why not: nobody waits in an endless line."""

    def __init__(
        self, rates: Rates | None, at_once: int, at_work: int, patience_s: float = PATIENCE_S
    ) -> None:
        """`at_once` turns may be inside, `at_work` of them be worked on, in the order in which they come."""
        self._rates = rates
        self._at_once = at_once
        self._inside = 0
        self._working = asyncio.Semaphore(at_work)
        self._patience_s = patience_s

    @asynccontextmanager
    async def enter(self, turn: Turn) -> AsyncIterator[None]:
        """Be inside for one turn. Raises TooOften or Crowded."""
        if self._inside >= self._at_once:
            raise Crowded
        self._inside += 1
        try:
            if self._rates and (wait := await self._rates.wait_s(turn)):
                raise TooOften(wait)
            yield
        finally:
            self._inside -= 1

    async def charge(self, turn: Turn, toil: int) -> None:
        """Count what a turn took beside the turn itself."""
        if self._rates and toil:
            await self._rates.charge(turn, toil)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """Be worked on. Hundreds at the same moment would share one processor, and all be answered late.

        Whoever waited for long goes on all the same: those before may be held up by slow readers.
        """
        try:
            async with asyncio.timeout(self._patience_s):
                await self._working.acquire()
        except TimeoutError:
            yield
            return
        try:
            yield
        finally:
            self._working.release()
