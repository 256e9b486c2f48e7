"""One turn at a time in a thread, different threads in parallel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Protocol
from weakref import WeakValueDictionary

ThreadName = tuple[str, str, str]
"""Surface, user, thread."""


class StillBusy(Exception):
    """The turn before has not ended in all that time."""


class Across(Protocol):
    """Lines in which several processes wait for each other."""

    def hold(self, name: str, wait_s: float, /) -> AbstractAsyncContextManager[None]:
        """Stand first in the line `name`. Raises TimeoutError after `wait_s`."""


class ThreadLocks:
    """A lock for each thread in which a turn is running or waiting; forgotten when the last one ends.

    Turns of one thread run in the order in which they came. Bounded by the turns in progress.
    """

    def __init__(self, across: Across | None = None) -> None:
        """`across`: what other processes that answer the same people share with this one."""
        self._across = across
        self._locks: WeakValueDictionary[ThreadName, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, thread: ThreadName, wait_s: float) -> AsyncIterator[None]:
        """Hold the thread for a turn, after those that came before. Raises StillBusy after `wait_s`."""
        lock = self._locks.get(thread)
        if lock is None:
            lock = self._locks[thread] = asyncio.Lock()
        try:
            async with asyncio.timeout(wait_s) as waiting:
                await lock.acquire()
        except TimeoutError:
            raise StillBusy from None
        try:
            if self._across is None:
                yield
                return
            left = max(0.0, (waiting.when() or 0.0) - asyncio.get_running_loop().time())
            async with _in_line(self._across, "/".join(thread), left):
                yield
        finally:
            lock.release()

    def __len__(self) -> int:
        return len(self._locks)


@asynccontextmanager
async def _in_line(across: Across, name: str, wait_s: float) -> AsyncIterator[None]:
    """The line held; only waiting in it in vain is StillBusy, whatever happens within is as it is."""
    line = across.hold(name, wait_s)
    try:
        await line.__aenter__()
    except TimeoutError:
        raise StillBusy from None
    async with AsyncExitStack() as stack:
        stack.push_async_exit(line)
        yield
