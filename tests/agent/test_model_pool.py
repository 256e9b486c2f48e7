"""Several hosts of one model over real HTTP: who is asked, whose turn it is, what need not be asked again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from agent.kept_decisions import KeptDecisions
from agent.model_pool import ModelPool, connect_hosts
from agent.report import TurnReport
from agent.speaking import ModelBroke, Patience
from memory.database import Database
from tests.agent.house import ScriptedTool, build, call, decide, notices, only_done, pick
from tests.support.films import COLLATERAL, HEAT
from tests.support.ollama_stub import NAME, OllamaStub, ollama_stub
from tools.results import Picks

PATIENCE = Patience(first_token_s=5, whole_s=10)
LIKE_HEAT = '{"calls":[{"tool":"recommend_films","like":["heat"]}]}'
NOBODY = "http://127.0.0.1:1"
PLANS = {"like heat": decide(call(tool="recommend_films", like=["Heat"]), certainty=0.5)}


@pytest.fixture
async def stubs() -> AsyncIterator[list[OllamaStub]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(ollama_stub()) for _ in range(2)]


@pytest.fixture
async def pool(stubs: list[OllamaStub]) -> AsyncIterator[ModelPool]:
    pool = connect_hosts(hosts=[stub.host for stub in stubs], name=NAME)
    yield pool
    await pool.aclose()


async def hosts_lent(pool: ModelPool, people: list[int]) -> list[str]:
    """Who of the people was served, in which order, by a pool all of whose hosts are held for a moment."""
    served: list[str] = []

    async def ask(number: int, person: int) -> None:
        async with pool.lend(person, 5):
            served.append(f"{person}.{number}")
            await asyncio.sleep(0)

    async with AsyncExitStack() as held:
        for _ in pool.hosts:
            await held.enter_async_context(pool.lend(0, 5))
        asking = [asyncio.create_task(ask(number, person)) for number, person in enumerate(people)]
        await asyncio.sleep(0)
        assert pool.waiting == len(people)
    await asyncio.gather(*asking)
    return served


async def test_the_least_busy_host_is_asked(pool: ModelPool) -> None:
    async with pool.lend(1, 5) as first, pool.lend(2, 5) as second:
        assert first is not second
    async with pool.lend(1, 5) as third:
        assert third is first  # both are free, and it was asked longest ago


async def test_somebody_who_asks_a_lot_makes_others_wait_for_one_question(stubs: list[OllamaStub]) -> None:
    pool = connect_hosts(hosts=[stubs[0].host], name=NAME)
    assert await hosts_lent(pool, [1, 1, 1, 1, 2, 3]) == ["1.0", "2.4", "3.5", "1.1", "1.2", "1.3"]
    await pool.aclose()


async def test_who_waits_too_long_is_told_that_it_is_busy_and_the_host_is_not_blamed(
    stubs: list[OllamaStub],
) -> None:
    pool = connect_hosts(hosts=[stubs[0].host], name=NAME)
    async with pool.lend(1, 5) as host:
        for _ in range(3):
            with pytest.raises(ModelBroke) as broken:
                async with pool.lend(2, 0.01):
                    pass
            assert broken.value.fault == "busy"
        assert pool.waiting == 0
    assert await host.availability.away() is None
    async with pool.lend(2, 0.01):
        pass
    await pool.aclose()


async def test_who_leaves_the_line_makes_room_and_nothing_stays_lent(stubs: list[OllamaStub]) -> None:
    pool = connect_hosts(hosts=[stubs[0].host], name=NAME)

    async def ask() -> None:
        async with pool.lend(2, 60):
            pass

    async with pool.lend(1, 5):
        leaving, called = asyncio.create_task(ask()), asyncio.create_task(ask())
        await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.gather(leaving, return_exceptions=True)
        assert pool.waiting == 1
    called.cancel()  # it was called up just now, and has not noticed yet
    await asyncio.gather(called, return_exceptions=True)
    async with pool.lend(3, 0.1):
        pass
    await pool.aclose()


async def test_a_host_that_is_away_keeps_nobody_from_the_others(stubs: list[OllamaStub]) -> None:
    pool = connect_hosts(hosts=[NOBODY, stubs[1].host], name=NAME)
    assert await pool.away(PATIENCE) is None
    await asyncio.gather(*pool._looks)  # the other is looked at on the side
    assert pool.there == 1
    async with pool.lend(1, 5) as one:
        assert one.availability.host == stubs[1].host
    await pool.aclose()


async def test_where_none_is_there_the_cause_nearest_to_its_end_is_told(stubs: list[OllamaStub]) -> None:
    stubs[0].names = ("other:latest",)
    pool = connect_hosts(hosts=[NOBODY, stubs[0].host], name=NAME)
    assert await pool.away(PATIENCE) == "lacking"
    assert pool.there == 0
    with pytest.raises(ModelBroke):
        async with pool.lend(1, 5):
            pass
    await pool.aclose()


async def test_a_host_that_fails_leaves_the_question_to_another(
    database: Database, stubs: list[OllamaStub], pool: ModelPool
) -> None:
    stubs[0].fault = "500"
    for stub in stubs:
        stub.answers.extend([LIKE_HEAT, "Tense nights."])
    tools = {"recommend_films": ScriptedTool([Picks((pick(COLLATERAL.id),), like=(HEAT,))])}
    events = await build(database, plans=PLANS, tools=tools, model=pool).say("like heat")
    assert only_done(events).decided_by == "model"
    assert notices(events) == []
    assert [len(stub.requests) for stub in stubs] == [1, 2]


async def test_a_busy_model_leaves_the_turn_to_the_planner_and_says_so_once(
    database: Database, stubs: list[OllamaStub], monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = connect_hosts(hosts=[stubs[0].host], name=NAME)
    tools = {"recommend_films": ScriptedTool([Picks((pick(COLLATERAL.id),), like=(HEAT,))])}
    house = build(database, plans=PLANS, tools=tools, model=pool)
    monkeypatch.setattr("agent.limits.Asking.wait_s", 0.01)
    async with pool.lend(99, 5):
        first, second = await house.say("like heat"), await house.say("like heat")
    (said,) = notices(first)
    assert "Many people are asking" in said
    assert notices(second) == []
    assert only_done(second).decided_by == "planner"
    assert stubs[0].requests == []
    await pool.aclose()


async def test_the_same_question_is_decided_once(database: Database, stubs: list[OllamaStub]) -> None:
    reports: list[TurnReport] = []
    pool = connect_hosts(hosts=[stubs[0].host], name=NAME)
    tools = {"recommend_films": ScriptedTool([Picks((pick(COLLATERAL.id),), like=(HEAT,))])}
    house = build(database, plans=PLANS, tools=tools, model=pool)
    house.agent._told = reports.append
    stubs[0].answers.extend([LIKE_HEAT, "Tense nights.", "Quiet nights."])
    for person in ("ana", "luis"):
        assert only_done(await house.say("like heat", user=person)).decided_by == "model"
    assert len(stubs[0].requests) == 3  # one decision, two answers
    assert [use.kept for report in reports for use in report.model] == [False, False, True, False]
    await pool.aclose()


@pytest.mark.parametrize(
    ("decided", "kept"),
    [
        (decide(call(tool="recommend_films", like=["Heat"])), True),
        (decide(call(tool="film_details", title="Heat")), True),
        (decide(call(tool="remember", preference="no gore, I am ill")), False),
        (decide(call(tool="plan_movie_night", people=["Luis"])), False),
        (
            decide(
                call(tool="film_details", title="Heat"),
                call(tool="social", kind="similar_people"),
            ),
            False,
        ),
        (decide(), False),
    ],
)
def test_nothing_that_tells_of_a_person_is_kept(decided: object, kept: bool) -> None:
    decisions = KeptDecisions()
    decisions.keep(NAME, "hm", "", decided)  # type: ignore[arg-type]
    assert (decisions.find(NAME, "hm", "") is not None) is kept
    assert decisions.find(NAME, "hm", "Shown: Heat") is None
    assert decisions.find("another", "hm", "") is None
