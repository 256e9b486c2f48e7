"""One turn at a time in a thread, different threads in parallel."""

import asyncio
from weakref import WeakValueDictionary

ThreadName = tuple[str, str, str]
"""Surface, user, thread."""


class ThreadLocks:
    """A lock for each thread in which a turn is running or waiting; forgotten when the last one ends.

    Turns of one thread run in the order in which they came. Bounded by the turns in progress.
    """

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[ThreadName, asyncio.Lock] = WeakValueDictionary()

    def of(self, thread: ThreadName) -> asyncio.Lock:
        """The thread's lock; hold on to it for as long as it is needed."""
        lock = self._locks.get(thread)
        if lock is None:
            lock = asyncio.Lock()
            self._locks[thread] = lock
        return lock

    def __len__(self) -> int:
        return len(self._locks)
