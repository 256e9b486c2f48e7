"""Transactions that could not be had beside another, run once more."""

import asyncio
import random
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError

from data.errors import DatabaseError

ATTEMPTS = 12
FIRST_WAIT_S = 0.004
LONGEST_WAIT_S = 0.25

P = ParamSpec("P")
R = TypeVar("R")


class Conflict(DatabaseError):
    """Two transactions could not both stand: this one was rolled back, and may be run again."""


def retried(write: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """Run a whole writing method again where its transaction met another one; for every method that writes.

    The method must not use its arguments up. A row that another process put in between breaks a unique
    key at first; the second look finds it there.
    """

    @wraps(write)
    async def again(*args: P.args, **kwargs: P.kwargs) -> R:
        for attempt in range(ATTEMPTS):
            try:
                return await write(*args, **kwargs)
            except Conflict:
                if attempt + 1 == ATTEMPTS:
                    raise
            except IntegrityError:
                if attempt:
                    raise
            longest = min(FIRST_WAIT_S * 2**attempt, LONGEST_WAIT_S)
            await asyncio.sleep(random.uniform(0, longest))  # noqa: S311 - it only spreads the tries
        raise AssertionError  # the last attempt has returned or raised

    return again
