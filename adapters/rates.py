"""How often people and rooms may ask, counted in memory, or in Redis by all processes together."""

import hashlib
import logging
import time
from collections.abc import Awaitable, Callable

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import StorageError
from redis.asyncio import ConnectionPool

from agent.turn import Turn
from data.errors import BadInput

log = logging.getLogger(__name__)

_Limit = tuple[RateLimitItem, str]
"""How often, and who."""

_UNLIMITED = frozenset({"cli"})
"""Who sits at the machine itself."""


_UPLOAD = 4
"""Turns that a picture or file counts beside its own."""


class TurnRates:
    """Turns a minute of one person, one room and one address, in a window that moves along."""

    def __init__(
        self,
        *,
        person: int,
        room: int,
        guest: int = 0,
        address: int = 0,
        redis_url: str | None = None,
    ) -> None:
        """0: no limit. `guest`: of somebody who did not sign in, where one can; 0: as everybody.

        Raises BadInput for a URL that is not Redis's.
        """
        self._of_person = RateLimitItemPerMinute(person) if person else None
        self._of_guest = RateLimitItemPerMinute(guest) if guest else self._of_person
        self._of_room = RateLimitItemPerMinute(room) if room else None
        self._of_address = RateLimitItemPerMinute(address) if address else None
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
        cost = 1 + _UPLOAD * (turn.attachment is not None)
        return await self._counted(lambda limiter: _wait_s(limiter, self._limits(turn), cost))

    async def charge(self, turn: Turn, toil: int) -> None:
        """Count so many turns more, as far as the limit leaves any."""
        await self._counted(lambda limiter: _charge(limiter, self._limits(turn), toil))

    def _limits(self, turn: Turn) -> list[_Limit]:
        """Who all is counted for a turn."""
        if turn.surface in _UNLIMITED:
            return []
        person = self._of_guest if turn.guest else self._of_person
        limits: list[_Limit] = []
        if person:
            limits.append((person, f"{turn.surface}/person/{turn.user}"))
        if self._of_room and turn.room:
            limits.append((self._of_room, f"{turn.surface}/room/{turn.room}"))
        if self._of_address and turn.address:
            digest = hashlib.sha256(turn.address.encode()).hexdigest()  # the address itself is kept nowhere
            limits.append((self._of_address, f"{turn.surface}/address/{digest}"))
        return limits

    async def _counted(self, count: Callable[[MovingWindowRateLimiter], Awaitable[float]]) -> float:
        if self._together:
            try:
                wait = await count(self._together)
            except StorageError as error:
                # Whoever runs us hears of it once; nobody is turned away because a counter is gone.
                if not self._is_away:
                    log.warning("Redis is away, this process counts alone: %s", type(error).__name__)
                self._is_away = True
            else:
                self._is_away = False
                return wait
        return await count(self._alone)


async def _charge(limiter: MovingWindowRateLimiter, limits: list[_Limit], toil: int) -> float:
    for limit, who in limits:
        left = (await limiter.get_window_stats(limit, who)).remaining
        if left:
            await limiter.hit(limit, who, cost=min(toil, left))
    return 0.0


async def _wait_s(limiter: MovingWindowRateLimiter, limits: list[_Limit], cost: int) -> float:
    for limit, who in limits:
        if not await limiter.test(limit, who, cost=min(cost, limit.amount)):
            window = await limiter.get_window_stats(limit, who)
            wait = window.reset_time - time.time()
            if wait <= limit.get_expiry():
                return max(0.001, wait)
            await limiter.clear(limit, who)  # the clock was set back: nobody waits for it to catch up
    for limit, who in limits:
        await limiter.hit(limit, who, cost=min(cost, limit.amount))
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
