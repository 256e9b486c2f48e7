"""Runs surfaces side by side: one that crashes is started again with patience, the others never notice."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from data.errors import AppError

log = logging.getLogger(__name__)

FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0
STEADY_S = 300.0
"""Who ran so long before crashing begins again with the shortest wait."""


class Surface(Protocol):
    """A place where people talk to us."""

    async def run(self) -> None:
        """Serve until `stop`. Raises AppError where it cannot work as it is set up, else what crashed it."""

    async def stop(self) -> None:
        """Take no further turns, finish those under way, then let `run` return."""


Make = Callable[[], Surface]


class Supervisor:
    """Keeps surfaces running."""

    def __init__(
        self,
        makers: Mapping[str, Make],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`makers`: by name, what makes a surface afresh for every start."""
        self._makers = makers
        self._sleep = sleep
        self._stopping = asyncio.Event()
        self._running: dict[str, Surface] = {}

    def stop(self) -> None:
        """Ask for the end; fit for a signal handler."""
        self._stopping.set()

    async def run(self) -> None:
        """Run until `stop`, or until no surface is left: then raises the AppError of the last one."""
        keepers = [asyncio.create_task(self._keep(name), name=f"surface {name}") for name in self._makers]
        stopper = asyncio.create_task(self._stopping.wait())
        ended = asyncio.gather(*keepers, return_exceptions=True)
        await asyncio.wait((stopper, ended), return_when=asyncio.FIRST_COMPLETED)
        if not stopper.done():
            stopper.cancel()
            faults = [fault for fault in await ended if isinstance(fault, BaseException)]
            raise faults[-1]
        await asyncio.gather(*(self._end(name, surface) for name, surface in self._running.items()))
        await ended

    async def _keep(self, name: str) -> None:
        """Run one surface, again and again, until we stop."""
        loop, wait = asyncio.get_running_loop(), FIRST_WAIT_S
        while not self._stopping.is_set():
            began = loop.time()
            try:
                self._running[name] = self._makers[name]()
                await self._running[name].run()
                if self._stopping.is_set():
                    return
                log.error("a surface ended by itself", extra={"surface": name})
            except AppError as error:
                log.error("a surface cannot work: %s", error, extra={"surface": name})  # noqa: TRY400 - no fault
                raise
            except Exception:
                log.exception("a surface crashed", extra={"surface": name})
            finally:
                self._running.pop(name, None)
            wait = FIRST_WAIT_S if loop.time() - began > STEADY_S else wait
            await self._pause(wait)
            wait = min(2 * wait, LONGEST_WAIT_S)

    async def _pause(self, seconds: float) -> None:
        """Wait, or less where we are stopped meanwhile."""
        waits = [asyncio.ensure_future(self._sleep(seconds)), asyncio.create_task(self._stopping.wait())]
        _, late = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for task in late:
            task.cancel()

    async def _end(self, name: str, surface: Surface) -> None:
        try:
            await surface.stop()
        except Exception:
            log.exception("a surface did not stop cleanly", extra={"surface": name})
