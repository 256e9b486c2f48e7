"""How often people and rooms may ask, counted in memory, or in Redis by all processes together."""

import logging
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import StorageError
from redis.asyncio import ConnectionPool

from agent.turn import Turn
from data.errors import BadInput

log = logging.getLogger(__name__)

_UNLIMITED = frozenset({"cli"})
"""Who sits at the machine itself."""


class TurnRates:
    """Turns a minute of one person and of one room, in a window that moves along."""

    def __init__(self, *, person: int, room: int, redis_url: str | None = None) -> None:
        """0: no limit. Raises BadInput for an address that is not Redis's."""
        self._of_person = RateLimitItemPerMinute(person) if person else None
        self._of_room = RateLimitItemPerMinute(room) if room else None
        self._alone = MovingWindowRateLimiter(MemoryStorage())
        self._connections = _connections(redis_url) if redis_url else None
        self._together = MovingWindowRateLimiter(_redis(self._connections)) if self._connections else None
        self._is_away = False

    async def aclose(self) -> None:
        """Part from Redis."""
        if self._connections:
            await self._connections.disconnect()

    async def wait_s(self, turn: Turn) -> float:
        """Seconds until another turn; 0: this one may be answered, and is counted."""
        if turn.surface in _UNLIMITED:
            return 0.0
        limits: list[tuple[RateLimitItem, str]] = []
        if self._of_person:
            limits.append((self._of_person, f"{turn.surface}/person/{turn.user}"))
        if self._of_room and turn.room:
            limits.append((self._of_room, f"{turn.surface}/room/{turn.room}"))
        if self._together:
            try:
                wait = await _wait_s(self._together, limits)
            except StorageError as error:
                # Whoever runs us hears of it once; nobody is turned away because a counter is gone.
                if not self._is_away:
                    log.warning("Redis is away, this process counts alone: %s", type(error).__name__)
                self._is_away = True
            else:
                self._is_away = False
                return wait
        return await _wait_s(self._alone, limits)


async def _wait_s(limiter: MovingWindowRateLimiter, limits: list[tuple[RateLimitItem, str]]) -> float:
    for limit, who in limits:
        if not await limiter.test(limit, who):
            window = await limiter.get_window_stats(limit, who)
            wait = window.reset_time - time.time()
            if wait <= limit.get_expiry():
                return max(0.001, wait)
            await limiter.clear(limit, who)  # the clock was set back: nobody waits for it to catch up
    for limit, who in limits:
        await limiter.hit(limit, who)
    return 0.0


def _connections(url: str) -> ConnectionPool:
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise BadInput("The setting CINE_REDIS_URL is wrong: write one like redis://127.0.0.1:6379/0.")
    return ConnectionPool.from_url(url, socket_timeout=1.0, socket_connect_timeout=1.0)


def _redis(connections: ConnectionPool) -> RedisStorage:
    return RedisStorage(
        "redis://",  # where it lies the connections know
        implementation="redispy",
        wrap_exceptions=True,
        key_prefix="cine",
        connection_pool=connections,  # type: ignore[arg-type]  # documented, though its own annotation is narrower
    )
