"""Who asks too often, or when too many ask, is told at once, in their language."""

import asyncio

import pytest

from agent.agent import Agent
from agent.decision import Decision
from agent.events import TextDelta
from agent.gate import Gate
from agent.limits import Limits
from agent.turn import Turn
from memory.database import Database
from tests.agent.house import (
    ScriptedPlanner,
    ScriptedTool,
    build,
    call,
    decide,
    only_done,
    pick,
    text_of,
)
from tests.support.films import CATALOGUE, HEAT
from tools.arguments import SearchByLook
from tools.base import Tool
from tools.results import Picks


class Waits:
    """Rates that let nobody in for so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.charged: list[int] = []

    async def wait_s(self, turn: Turn) -> float:
        return self.seconds

    async def charge(self, turn: Turn, toil: int) -> None:
        self.charged.append(toil)


def agent_with(database: Database, rates: Waits | None, limits: Limits | None = None) -> Agent:
    house = build(database, limits=limits, rates=rates)
    return house.agent


@pytest.mark.parametrize(
    ("locale", "says"), [("en", "wait 8 s"), ("es", "8 s"), ("fr", "8 s"), ("de", "8 s")]
)
async def test_who_asks_too_often_hears_how_long_to_wait(database: Database, locale: str, says: str) -> None:
    agent = agent_with(database, Waits(7.2))
    events = [event async for event in agent.stream(Turn("web", "ana", "t", "hello", locale=locale))]
    assert says in text_of(events)
    assert only_done(events).cards == ()


async def test_who_may_ask_is_answered(database: Database) -> None:
    agent = agent_with(database, Waits(0))
    events = [event async for event in agent.stream(Turn("web", "ana", "t", "hello"))]
    assert " s," not in text_of(events)


async def test_beyond_what_it_can_bear_it_says_so_at_once_and_goes_on_after(database: Database) -> None:
    agent = agent_with(database, None, Limits(turns_at_once=2))

    async def ask(user: str) -> str:
        stream = agent.stream(Turn("web", user, "t", "hello"))
        return "".join([event.text async for event in stream if isinstance(event, TextDelta)])

    said = await asyncio.gather(*(ask(f"user{n}") for n in range(6)))
    assert sum("great many people" in text for text in said) == 4
    assert "great many people" not in await ask("ana")


async def test_those_in_line_are_worked_on_one_after_the_other() -> None:
    gate, order = Gate(None, at_once=9, at_work=1), list[str]()

    async def turn(name: str) -> None:
        async with gate.work():
            order.append(f"{name} in")
            await asyncio.sleep(0)
            order.append(f"{name} out")

    await asyncio.gather(turn("a"), turn("b"))
    assert order == ["a in", "a out", "b in", "b out"]


async def test_a_slow_reader_holds_nobody_up_for_ever() -> None:
    gate = Gate(None, at_once=9, at_work=1, patience_s=0.01)
    async with gate.work():
        for _ in range(2):
            async with gate.work():
                pass
    async with asyncio.timeout(1), gate.work():
        pass


async def test_what_is_dear_counts_more_once_it_is_done(database: Database) -> None:
    rates = Waits(0)
    look = Tool(SearchByLook, ScriptedTool([Picks((pick(HEAT.id),))]))
    plans = {
        "neon": decide(call(tool="search_by_look", look="neon")),
        "hello": Decision(small_talk="greeting"),
    }
    agent = build(database, plans=plans, rates=rates).agent
    agent.adopt(tools={"search_by_look": look}, catalogue=CATALOGUE, planner=ScriptedPlanner(plans))
    for text in ("neon", "hello"):
        assert [event async for event in agent.stream(Turn("web", "ana", "t", text))]
    assert rates.charged == [SearchByLook.toil]
