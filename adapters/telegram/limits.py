"""How fast we may answer, and what is tried again."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
from telegram.error import NetworkError
from telegram.ext import AIORateLimiter

RETRIES = 4
"""Of a request that was refused for the moment."""
FIRST_WAIT_S = 0.5
_FREE = frozenset({"sendChatAction", "answerCallbackQuery", "answerInlineQuery"})
"""Requests that Telegram does not count as messages, and that are worth nothing when they come late."""

Result = bool | dict[str, Any] | list[dict[str, Any]]


class Limits(AIORateLimiter):
    """Stays below Telegram's rates, waits as long as it is told to, and repeats what its servers dropped."""

    def __init__(self, messages_per_s: float) -> None:
        """`messages_per_s`: to everybody together, 0 for any number. Each group gets 20 a minute."""
        super().__init__(
            overall_max_rate=messages_per_s, group_max_rate=20 if messages_per_s else 0, max_retries=RETRIES
        )

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401 - their form
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make one request. Raises what Telegram says of it in the end."""
        if endpoint in _FREE:
            return await callback(*args, **kwargs)
        for attempt in range(RETRIES):
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except NetworkError as error:
                if not _unheard(error):
                    raise
                await asyncio.sleep(FIRST_WAIT_S * 2**attempt)
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)


def _unheard(error: NetworkError) -> bool:
    """Whether Telegram cannot have done what we asked: then asking again doubles nothing.

    A server's 5xx, or no connection at all; not a time-out, and nothing that was wrong in the request.
    """
    if type(error) is not NetworkError:
        return False
    return not isinstance(error.__cause__, httpx.HTTPError) or isinstance(error.__cause__, httpx.ConnectError)
