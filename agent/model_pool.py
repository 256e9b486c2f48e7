"""One language model on one host or several: who asks which, and when it is their turn."""

import asyncio
import time
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from agent.availability import Cause
from agent.kept_decisions import KeptDecisions
from agent.language_model import LanguageModel, connect_ollama
from agent.report import CURRENT, ModelUse
from agent.speaking import ModelBroke, Patience

_MOST_HOPEFUL: Sequence[Cause] = ("warming", "resting", "lacking", "unreachable")
"""What is told where no host can be asked: the cause that is nearest to its end."""


@dataclass(eq=False, slots=True)
class _Host:
    model: LanguageModel
    cause: Cause | None = None
    """Why it is not to be asked, when it was looked at last."""
    broke: bool = False
    """Its last question came to nothing."""
    busy: int = 0
    asked: int = 0
    """When it was asked last, counted in questions."""


@dataclass(eq=False, slots=True)
class _Waiting:
    person: int
    besides: Collection[LanguageModel]
    host: asyncio.Future[_Host] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class ModelPool:
    """Hands out hosts: the least busy of those that work, `at_once` questions each.

    Where all are busy people stand in line, and who was served longest ago comes next: somebody who asks a
    lot makes others wait for one question of theirs and not for all.
    """

    def __init__(
        self, models: Sequence[LanguageModel], *, at_once: int = 1, kept: KeptDecisions | None = None
    ) -> None:
        self._hosts = [_Host(model) for model in models]
        self._at_once = at_once
        self._line: list[_Waiting] = []
        self._served: dict[int, int] = {}
        """By person, when they were served last; only while there is a line."""
        self._questions = 0
        self._looks: set[asyncio.Task[Cause | None]] = set()
        self.kept = kept or KeptDecisions()

    @property
    def hosts(self) -> Sequence[LanguageModel]:
        """All of them, there or not."""
        return [host.model for host in self._hosts]

    @property
    def there(self) -> int:
        """How many of them are there, as far as it is known."""
        return sum(host.cause is None for host in self._hosts)

    @property
    def waiting(self) -> int:
        """Questions in line."""
        return len(self._line)

    @property
    def talking_to(self) -> str:
        """The model that answers, as far as it is known."""
        there = next((host for host in self._hosts if host.cause is None), self._hosts[0])
        return there.model.availability.talking_to

    async def away(self, patience: Patience) -> Cause | None:
        """Why no host is to be asked for this turn; None: one is there.

        The first that is there settles it; the others are looked at on the side. One that kept failing is
        tried again on the side with `patience`.
        """
        looks = [asyncio.create_task(self._look(host, patience)) for host in self._hosts]
        self._looks.update(looks)
        for look in looks:
            look.add_done_callback(self._looks.discard)
        causes: set[Cause] = set()
        for looked in asyncio.as_completed(looks):
            cause = await looked
            if cause is None:
                return None
            causes.add(cause)
        return next(cause for cause in _MOST_HOPEFUL if cause in causes)

    async def _look(self, host: _Host, patience: Patience) -> Cause | None:
        host.cause = await host.model.away(patience)
        return host.cause

    @asynccontextmanager
    async def lend(
        self, person: int, wait_s: float, besides: Collection[LanguageModel] = ()
    ) -> AsyncIterator[LanguageModel]:
        """A host for one question; what comes of it counts for the host.

        `besides`: none of these. Raises ModelBroke: "busy" where none is free in time, "failed" where none
        is left.
        """
        if not self.has_another(besides):
            raise ModelBroke("failed")
        host = await self._turn(_Waiting(person, besides), wait_s)
        try:
            yield host.model
            host.model.availability.succeeded()
            host.broke = False
        except ModelBroke:
            host.model.availability.failed()
            host.broke = True
            raise
        finally:
            self._give_back(host)

    def has_another(self, besides: Collection[LanguageModel]) -> bool:
        """Whether there is a host left to ask."""
        return any(host.cause is None and host.model not in besides for host in self._hosts)

    async def _turn(self, waiting: _Waiting, wait_s: float) -> _Host:
        """Stand in line until a host is free."""
        began = time.monotonic()
        self._line.append(waiting)
        self._call_up()
        try:
            async with asyncio.timeout(wait_s):
                return await waiting.host
        except BaseException as error:
            if waiting in self._line:
                self._line.remove(waiting)
            elif waiting.host.done() and not waiting.host.cancelled():
                self._give_back(waiting.host.result())  # called up in the very moment of giving up
            if not isinstance(error, TimeoutError):
                raise
            if report := CURRENT.get():
                report.model.append(ModelUse(time.monotonic() - began, "busy"))
            raise ModelBroke("busy") from None

    def _give_back(self, host: _Host) -> None:
        host.busy -= 1
        self._call_up()

    def _call_up(self) -> None:
        """Hand free hosts to those in line, each time to the person who was served longest ago."""
        for waiting in sorted(self._line, key=lambda one: self._served.get(one.person, 0)):
            host = self._free(waiting.besides)
            if host is None:
                continue
            self._line.remove(waiting)
            self._questions += 1
            self._served[waiting.person] = host.asked = self._questions
            host.busy += 1
            waiting.host.set_result(host)
        if not self._line:
            self._served.clear()

    def _free(self, besides: Collection[LanguageModel]) -> _Host | None:
        there = [host for host in self._hosts if host.cause is None and host.model not in besides]
        free = [host for host in there if host.busy < self._at_once]
        return min(free, key=lambda host: (host.broke, host.busy, host.asked), default=None)

    async def warm_up(self, patience: Patience) -> None:
        """Have every host that is there read the fixed prompts. Raises ModelBroke where one breaks."""
        await asyncio.gather(*(host.model.warm_up(patience) for host in self._hosts))

    async def aclose(self) -> None:
        """Give up what is looked at, and close the connections."""
        for look in self._looks:
            look.cancel()
        await asyncio.gather(*self._looks, return_exceptions=True)
        await asyncio.gather(*(host.model.aclose() for host in self._hosts))


def connect_hosts(*, hosts: Sequence[str], name: str, at_once: int = 1) -> ModelPool:
    """The model `name` at each of Ollama's `hosts`; see `agent.language_model.connect_ollama`."""
    return ModelPool([connect_ollama(host=host, name=name) for host in hosts], at_once=at_once)
