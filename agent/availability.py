"""Is the language model there? A short question to Ollama, and a circuit breaker for when it fails."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import httpx

from agent.circuit_breaker import CircuitBreaker

PROBE_TIMEOUT_S = 1.0
Cause = Literal["unreachable", "lacking", "resting"]


@dataclass(frozen=True, slots=True)
class Probe:
    """What a host answered when asked for its models."""

    host: str
    name: str
    """The model wanted."""
    reachable: bool
    names: tuple[str, ...] = ()
    """The models it has."""

    @property
    def cause(self) -> Cause | None:
        """Why the model cannot be used; None: it can."""
        if not self.reachable:
            return "unreachable"
        return None if has_model(self.names, self.name) else "lacking"

    @property
    def problem(self) -> str | None:
        """What is wrong, in a sentence for the one who runs this."""
        match self.cause:
            case "unreachable":
                return f"No Ollama answers at {self.host}."
            case "lacking":
                return f"Ollama at {self.host} has no model called {self.name}."
            case _:
                return None

    @property
    def mend(self) -> str | None:
        """What to do about it."""
        match self.cause:
            case "unreachable":
                return "Start Ollama there (ollama serve), or set OLLAMA_HOST to where it runs."
            case "lacking":
                return f"ollama pull {self.name}"
            case _:
                return None


def has_model(names: tuple[str, ...], name: str) -> bool:
    """Ollama's own rule: a name without a tag means ":latest"; case does not matter."""
    wanted = name.casefold()
    if ":" not in wanted.rsplit("/", 1)[-1]:
        wanted += ":latest"
    return wanted in (known.casefold() for known in names)


async def probe(host: str, name: str, *, timeout_s: float = PROBE_TIMEOUT_S) -> Probe:
    """Ask the host for its models; whatever goes wrong means that it cannot be reached."""
    import ollama

    transport = httpx.AsyncHTTPTransport()  # given, so that a proxy meant for the web is not used
    try:
        async with asyncio.timeout(timeout_s), ollama.AsyncClient(host, transport=transport) as client:
            models = (await client.list()).models
    except (OSError, ValueError, httpx.HTTPError, httpx.InvalidURL, ollama.ResponseError):
        # OSError: refused or out of time. ValueError: the host's name, or its answer, makes no sense.
        return Probe(host, name, reachable=False)
    return Probe(host, name, reachable=True, names=tuple(model.model for model in models if model.model))


class Availability:
    """Whether to try the model for this turn. Recovers by itself when the model does."""

    def __init__(
        self,
        host: str,
        name: str,
        *,
        clock: Callable[[], float] = time.monotonic,
        breaker: CircuitBreaker | None = None,
        fresh_s: float = 15.0,
    ) -> None:
        """`fresh_s`: how long one answer to the probe is believed."""
        self.host = host
        self.name = name
        self._clock = clock
        self._breaker = breaker or CircuitBreaker(clock=clock)
        self._fresh_s = fresh_s
        self._probed: tuple[float, Probe] | None = None

    async def away(self) -> Cause | None:
        """Why the model is not to be tried now; None: try it, and report the outcome."""
        cause = (await self._probe()).cause
        if cause:
            return cause
        return None if self._breaker.allows() else "resting"

    def succeeded(self) -> None:
        """The model did its work, so it is there and need not be asked for a while."""
        self._breaker.succeeded()
        if self._probed:
            self._probed = (self._clock(), self._probed[1])

    def failed(self) -> None:
        """The model broke down at work: the next turn looks again whether it is there at all."""
        self._breaker.failed()
        self._probed = None

    async def _probe(self) -> Probe:
        if self._probed and self._clock() - self._probed[0] < self._fresh_s:
            return self._probed[1]
        found = await probe(self.host, self.name)
        self._probed = (self._clock(), found)
        return found
