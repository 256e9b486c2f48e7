"""Answers for people who have not opened their chat with us yet: they wait there."""

from collections import OrderedDict

from adapters.telegram.reply import Page

WAITING = "waiting"
"""Payload of the link that leads there."""


class Waiting:
    """The last answer of each; those of the longest ago are dropped."""

    def __init__(self, capacity: int = 1000) -> None:
        self._capacity = capacity
        self._pages: OrderedDict[int, list[Page]] = OrderedDict()

    def leave(self, user: int, pages: list[Page]) -> None:
        """Keep an answer for somebody."""
        self._pages[user] = pages
        self._pages.move_to_end(user)
        if len(self._pages) > self._capacity:
            self._pages.popitem(last=False)

    def fetch(self, user: int) -> list[Page]:
        """Hand it over, once; empty where there is none."""
        return self._pages.pop(user, [])
