import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from adapters.supervisor import Supervisor
from data.errors import BadInput


@dataclass
class Stage:
    """A surface that runs until it is stopped, or crashes as told."""

    faults: list[Exception | None] = field(default_factory=list)
    started: int = 0
    stopped: int = 0
    up: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        self.started += 1
        fault = self.faults.pop(0) if self.faults else None
        if fault:
            raise fault
        self.up.set()
        await self.over.wait()

    async def stop(self) -> None:
        self.stopped += 1
        self.over.set()


@dataclass
class Pauses:
    slept: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


async def test_all_run_and_all_are_stopped() -> None:
    one, two = Stage(), Stage()
    supervisor = Supervisor({"one": lambda: one, "two": lambda: two})
    running = asyncio.create_task(supervisor.run())
    await asyncio.gather(one.up.wait(), two.up.wait())
    supervisor.stop()
    await running
    assert (one.started, one.stopped, two.started, two.stopped) == (1, 1, 1, 1)


async def test_what_crashes_is_made_anew_ever_more_patiently_and_the_others_go_on() -> None:
    sound, made = Stage(), []
    faulty = Stage([RuntimeError("a"), RuntimeError("b"), RuntimeError("c")])

    def make() -> Stage:
        made.append(faulty)
        return faulty

    pauses = Pauses()
    supervisor = Supervisor({"faulty": make, "sound": lambda: sound}, sleep=pauses)
    running = asyncio.create_task(supervisor.run())
    await faulty.up.wait()
    assert len(made) == 4
    assert pauses.slept == [1.0, 2.0, 4.0]
    assert (sound.started, sound.stopped) == (1, 0)
    supervisor.stop()
    await running


async def test_what_can_never_work_is_given_up_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hopeless, sound = Stage([BadInput("Set the token.")]), Stage()
    supervisor = Supervisor({"hopeless": lambda: hopeless, "sound": lambda: sound})
    running = asyncio.create_task(supervisor.run())
    await sound.up.wait()
    await asyncio.sleep(0)
    assert "Set the token." in caplog.text
    assert not running.done()
    supervisor.stop()
    await running
    assert hopeless.started == 1


async def test_where_nothing_can_work_its_error_is_the_end() -> None:
    supervisor = Supervisor({"hopeless": lambda: Stage([BadInput("Set the token.")])})
    with pytest.raises(BadInput, match="Set the token"):
        await supervisor.run()


async def test_a_stop_does_not_wait_for_a_pause() -> None:
    asleep = asyncio.Event()

    async def for_ever(_: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    make: Callable[[], Stage] = lambda: Stage([RuntimeError("a")])  # noqa: E731
    supervisor = Supervisor({"faulty": make}, sleep=for_ever)
    running = asyncio.create_task(supervisor.run())
    await asleep.wait()
    supervisor.stop()
    await running


async def test_a_turn_under_way_is_finished_before_the_end() -> None:
    finished = []

    class Draining(Stage):
        async def stop(self) -> None:
            await asyncio.sleep(0)
            finished.append("turn")
            await super().stop()

    stage = Draining()
    supervisor = Supervisor({"one": lambda: stage})
    running = asyncio.create_task(supervisor.run())
    await stage.up.wait()
    supervisor.stop()
    await running
    assert finished == ["turn"]
