"""One turn at a time in a thread, different threads in parallel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

ThreadName = tuple[str, str, str]
"""Surface, user, thread."""


class StillBusy(Exception):
    """The turn before has not ended in all that time."""


class ThreadLocks:
    """A lock for each thread in which a turn is running or waiting; forgotten when the last one ends.

    Turns of one thread run in the order in which they came. Bounded by the turns in progress.
    """

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[ThreadName, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, thread: ThreadName, wait_s: float) -> AsyncIterator[None]:
        """Hold the thread for a turn, after those that came before. Raises StillBusy after `wait_s`."""
        lock = self._locks.get(thread)
        if lock is None:
            lock = self._locks[thread] = asyncio.Lock()
        try:
            async with asyncio.timeout(wait_s):
                await lock.acquire()
        except TimeoutError:
            raise StillBusy from None
        try:
            yield
        finally:
            lock.release()

    def __len__(self) -> int:
        return len(self._locks)
