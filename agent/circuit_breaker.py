"""Leaves a failing service alone for a while, then tries it again by itself."""

from collections.abc import Callable


class CircuitBreaker:
    """Closed: calls go through. Open after `failures` in a row: none do, for `rest_s`. Half open: one does.

    When that one fails the rest doubles, up to `longest_rest_s`; when it succeeds all is forgotten.
    M. Nygard, "Release It!", stability patterns.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        failures: int = 2,
        rest_s: float = 20.0,
        longest_rest_s: float = 300.0,
    ) -> None:
        self._clock = clock
        self._allowed = failures
        self._first_rest_s = rest_s
        self._longest_rest_s = longest_rest_s
        self._rest_s = rest_s
        self._failed = 0
        self._until: float | None = None
        """When it is open: the time from which one call may be tried."""

    @property
    def open(self) -> bool:
        """Too much failed lately, and nothing has succeeded since."""
        return self._until is not None

    def allows(self) -> bool:
        """True where a call may go through. Half open, it says so once until that call has reported."""
        if self._until is None:
            return True
        if self._clock() < self._until:
            return False
        self._until = self._clock() + self._rest_s  # others wait for the outcome of this one
        return True

    def succeeded(self) -> None:
        """A call came through."""
        self._failed = 0
        self._rest_s = self._first_rest_s
        self._until = None

    def failed(self) -> None:
        """A call failed."""
        self._failed += 1
        if self._until is not None:
            self._rest_s = min(2 * self._rest_s, self._longest_rest_s)
        elif self._failed < self._allowed:
            return
        self._until = self._clock() + self._rest_s
