"""Is the language model there? A short question to Ollama, and a circuit breaker for when it fails."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import httpx

from agent.circuit_breaker import CircuitBreaker

PROBE_TIMEOUT_S = 1.0

KEEP_ALIVE_S = 1800
"""How long a server keeps a model, with what it has read, after the last question."""

AUTO = "auto"
"""In place of a model's name: the first that the host has and that can talk."""

SUGGESTED = "qwen2.5:3b"
"""A small model to begin with, where a host has none."""

Cause = Literal["unreachable", "lacking", "resting", "warming", "busy"]
"""`warming`: it is reading the fixed prompts, and whoever asked it now would wait for that.
`busy`: with the questions of others."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a host answered when asked for its models."""

    host: str
    name: str
    """The model wanted, or `AUTO`."""
    reachable: bool
    names: tuple[str, ...] = ()
    """The models it has."""

    @property
    def chosen(self) -> str | None:
        """The model to talk to; None: there is none."""
        if self.name == AUTO:
            return next((name for name in self.names if can_talk(name)), None)
        return self.name if has_model(self.names, self.name) else None

    @property
    def cause(self) -> Cause | None:
        """Why the model cannot be used; None: it can."""
        if not self.reachable:
            return "unreachable"
        return None if self.chosen else "lacking"

    @property
    def problem(self) -> str | None:
        """What is wrong, in a sentence for the one who runs this."""
        match self.cause:
            case "unreachable":
                return f"No Ollama answers at {self.host}."
            case "lacking" if self.name == AUTO:
                return f"Ollama at {self.host} has no model yet."
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
                return f"ollama pull {SUGGESTED if self.name == AUTO else self.name}"
            case _:
                return None


def can_talk(name: str) -> bool:
    """False for models that only embed texts, by the names that their makers give them."""
    return not any(part in name.casefold() for part in ("embed", "minilm", "bge-"))


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
        choose: Callable[[str], None] | None = None,
    ) -> None:
        """`fresh_s`: how long one answer to the probe is believed. `choose` is told the model to talk to."""
        self.host = host
        self.name = name
        self._clock = clock
        self._breaker = breaker or CircuitBreaker(clock=clock)
        self._fresh_s = fresh_s
        self._choose = choose
        self._probed: tuple[float, Probe] | None = None
        self._answered_at: float | None = None
        self.warming = False

    @property
    def wanted(self) -> str:
        """The model to ask for where the host lacks it."""
        return SUGGESTED if self.name == AUTO else self.name

    @property
    def talking_to(self) -> str:
        """The model that answers, as far as it is known."""
        return (self._probed and self._probed[1].chosen) or self.name

    @property
    def prompts_read(self) -> bool:
        """The server holds the model with our fixed prompts read, so that its first word is near."""
        return self._answered_at is not None and self._clock() - self._answered_at < KEEP_ALIVE_S

    async def away(self) -> Cause | None:
        """Why the model is not to be asked now; None: ask it, and report the outcome."""
        cause = (await self._probe()).cause
        if cause:
            self._answered_at = None
            return cause
        if self._breaker.open:
            return "resting"
        return "warming" if self.warming else None

    def trial_due(self) -> bool:
        """Whether one that rests may be tried once more; said once, until that has been reported."""
        return self._breaker.open and self._breaker.allows()

    def succeeded(self) -> None:
        """The model did its work, so it is there and need not be asked for a while."""
        self._breaker.succeeded()
        self._answered_at = self._clock()
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
        if self._choose and found.chosen:
            self._choose(found.chosen)
        self._probed = (self._clock(), found)
        return found
