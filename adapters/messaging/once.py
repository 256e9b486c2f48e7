"""Each id once: the gateway may deliver an event again after a reconnect."""

from collections import OrderedDict


class Once:
    """Remembers the last ids it was shown."""

    def __init__(self, capacity: int = 4096) -> None:
        self._capacity = capacity
        self._seen: OrderedDict[int, None] = OrderedDict()

    def first(self, snowflake: int) -> bool:
        """Whether this id comes for the first time; from now on it has come."""
        if snowflake in self._seen:
            return False
        self._seen[snowflake] = None
        if len(self._seen) > self._capacity:
            self._seen.popitem(last=False)
        return True
