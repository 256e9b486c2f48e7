"""The real client, over real HTTP, against a server that misbehaves on demand."""

import asyncio
import gc
import time
from contextlib import aclosing
from dataclasses import replace

import pytest

from agent.availability import KEEP_ALIVE_S, Availability
from agent.circuit_breaker import CircuitBreaker
from agent.decision import Decision
from agent.facts import Facts
from agent.language_model import LanguageModel, connect_ollama
from agent.limits import Limits
from agent.model_pool import ModelPool
from agent.speaking import ModelBroke, Patience
from memory.database import Database
from tests.agent.house import (
    NONE_KEPT,
    House,
    ScriptedTool,
    build,
    call,
    decide,
    notices,
    only_done,
    pick,
    text_of,
)
from tests.support.films import COLLATERAL, HEAT
from tests.support.ollama_stub import NAME, OllamaStub, ollama_stub
from tools.results import Picks

PATIENCE = Patience(first_token_s=0.3, whole_s=0.6)
GREETING = '{"calls": [{"tool": "none", "talk": "greeting"}]}'


async def test_the_request_is_as_ollama_wants_it() -> None:
    async with ollama_stub() as stub:
        model = connect_ollama(host=stub.host, name=NAME)
        stub.answers.append(GREETING)
        assert await model.decider.decide("hello", "", PATIENCE) == Decision(small_talk="greeting")
        await model.aclose()
        (body,) = stub.requests
    assert body["model"] == NAME
    assert body["format"]["properties"]["calls"]["items"]["anyOf"]
    assert body["options"]["temperature"] == 0
    assert 0 < body["options"]["num_predict"] <= 300
    assert body["stream"] is True
    assert body["messages"][0]["role"] == "system"
    assert body["messages"][-1]["content"] == "Message: hello"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("500", "failed"),
        ("garbage", "failed"),
        ("error_line", "failed"),
        ("cut", "cut"),
        ("hang", "slow"),
    ],
)
async def test_every_fault_is_one_kind_of_error(fault: str, said: str) -> None:
    async with ollama_stub() as stub:
        stub.fault, stub.after = fault, 2  # type: ignore[assignment]
        stub.answers.append(GREETING)
        model = connect_ollama(host=stub.host, name=NAME)
        with pytest.raises(ModelBroke) as broken:
            await model.decider.decide("hello", "", PATIENCE)
        await model.aclose()
    assert broken.value.fault == said


async def test_a_host_that_refuses() -> None:
    model = connect_ollama(host="http://127.0.0.1:1", name=NAME)
    with pytest.raises(ModelBroke) as broken:
        await model.decider.decide("hello", "", PATIENCE)
    await model.aclose()
    assert broken.value.fault == "failed"


async def test_a_server_that_never_says_a_word_is_given_up_at_the_first_limit() -> None:
    async with ollama_stub() as stub:
        stub.fault, stub.after = "hang", 0
        stub.answers.append("x")
        model = connect_ollama(host=stub.host, name=NAME)
        with pytest.raises(ModelBroke) as broken:
            await model.decider.decide("hello", "", Patience(first_token_s=0.1, whole_s=60))
        await model.aclose()
    assert broken.value.fault == "slow"


async def test_leaving_early_stops_the_stream(caplog: pytest.LogCaptureFixture) -> None:
    async with ollama_stub() as stub:
        stub.answers.append("Ah. Yes. Well. So. And.")
        model = connect_ollama(host=stub.host, name=NAME)
        async with aclosing(model.writer.write(Facts("hi", ()), PATIENCE)) as words:
            assert [said async for said in words] == ["Ah.", "Yes.", "Well."]
        await model.aclose()
    gc.collect()
    await asyncio.sleep(0)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def house_at(stub: OllamaStub, database: Database, *, rest_s: float = 20.0) -> tuple[House, LanguageModel]:
    found = Picks((pick(COLLATERAL.id),), like=(HEAT,))
    plans = {"like heat": decide(call(tool="recommend_films", like=["Heat"]), certainty=0.5)}
    breaker = CircuitBreaker(clock=time.monotonic, rest_s=rest_s)
    model = replace(
        connect_ollama(host=stub.host, name=NAME), availability=Availability(stub.host, NAME, breaker=breaker)
    )
    pool = ModelPool([model], kept=NONE_KEPT)
    limits = Limits(first_token_s=0.3, decide_s=0.6, answer_s=0.6)
    tools = {"recommend_films": ScriptedTool([found])}
    return build(database, plans=plans, tools=tools, model=pool, limits=limits), model


@pytest.mark.parametrize("fault", ["500", "garbage", "cut", "hang", "error_line", "loop"])
async def test_a_whole_turn_survives_every_fault_and_the_next_recovers(
    database: Database, fault: str
) -> None:
    async with ollama_stub() as stub:
        house, model = house_at(stub, database)
        stub.fault, stub.after = fault, 1  # type: ignore[assignment]
        stub.answers.append(GREETING)
        events = await house.say("like heat")
        assert "1. **Collateral (2004)**" in text_of(events)
        assert len(notices(events)) == 1

        stub.fault = None
        stub.answers.clear()
        stub.answers.extend(['{"calls":[{"tool":"recommend_films","like":["heat"]}]}', "Tense nights."])
        events = await house.say("like heat")
        assert only_done(events).decided_by == "model" or only_done(events).answered_by == "model"
        assert "Tense nights." in text_of(events)
        assert not notices(events)
        await model.aclose()


@pytest.mark.parametrize("fault", ["cut", "hang", "loop"])
async def test_a_model_that_falters_while_it_answers_is_finished_by_code(
    database: Database, fault: str
) -> None:
    async with ollama_stub() as stub:
        house, model = house_at(stub, database)
        stub.answers.extend(['{"calls":[{"tool":"recommend_films","like":["heat"]}]}', "Tense nights. "])
        stub.fault, stub.after, stub.sound_answers = fault, 2, 1  # type: ignore[assignment]
        events = await house.say("like heat")
        assert "1. **Collateral (2004)**" in (said := text_of(events))
        assert said.count("Tense nights") <= 1
        assert len(notices(events)) <= 1
        await model.aclose()


async def test_a_conversation_of_forty_turns_outlives_its_model(database: Database) -> None:
    """The model dies after turn 15 and is back from turn 26 on; every turn is answered."""
    async with ollama_stub() as stub:
        house, model = house_at(stub, database, rest_s=3600)  # however long the forty turns take here
        told, by_model = [], []
        for number in range(1, 41):
            stub.fault = "500" if 15 < number <= 25 else None
            stub.answers.clear()
            stub.answers.extend(['{"calls":[{"tool":"recommend_films","like":["heat"]}]}', "Tense nights."])
            if number == 26:
                model.availability.succeeded()  # the rest it was given is over; that clock has its own test
            events = await house.say("like heat")
            assert "1. **Collateral (2004)**" in text_of(events)
            assert len(notices(events)) <= 1
            told += [number for _ in notices(events)]
            by_model += [number] if only_done(events).answered_by == "model" else []
        await model.aclose()
    assert by_model == [*range(1, 16), *range(26, 41)]
    assert told
    assert told[-1] <= 18


async def test_nobody_waits_while_a_model_that_hung_is_tried_again(database: Database) -> None:
    async with ollama_stub() as stub:
        house, model = house_at(stub, database, rest_s=0.05)
        stub.fault = "hang"
        stub.answers.extend([GREETING] * 3)
        for _ in range(2):
            assert len(notices(await house.say("like heat"))) == 1
        await asyncio.sleep(0.06)
        said = await house.say("like heat")
        assert only_done(said).decided_by == "planner"
        assert len(model._trials) == 1  # on the side; it hangs as well
        assert only_done(await house.say("like heat")).decided_by == "planner"
        assert len(model._trials) == 1
        await model.aclose()


async def test_a_model_that_hung_comes_back_by_a_trial_on_the_side(database: Database) -> None:
    async with ollama_stub() as stub:
        house, model = house_at(stub, database, rest_s=0.05)
        stub.fault = "hang"
        stub.answers.extend([GREETING] * 2)
        for _ in range(2):
            await house.say("like heat")
        stub.fault = None
        stub.answers.extend([GREETING, "Hello."])
        await asyncio.sleep(0.06)
        assert only_done(await house.say("like heat")).decided_by == "planner"
        await asyncio.gather(*model._trials)
        stub.answers.extend(['{"calls":[{"tool":"recommend_films","like":["heat"]}]}', "Tense nights."])
        assert "Tense nights." in text_of(await house.say("like heat"))
        await model.aclose()


async def test_a_model_that_has_read_its_prompts_has_less_time_for_a_word() -> None:
    limits = Limits(first_token_s=45, next_token_s=15)
    assert limits.until_first_token(prompt_read=False) == 45
    assert limits.until_first_token(prompt_read=True) == 15
    assert Limits(first_token_s=5).until_first_token(prompt_read=True) == 5
    now = 0.0
    there = Availability("http://127.0.0.1:1", NAME, clock=lambda: now)
    assert not there.prompts_read
    there.succeeded()
    assert there.prompts_read
    now = KEEP_ALIVE_S
    assert not there.prompts_read
    there.succeeded()
    assert await there.away() == "unreachable"
    assert not there.prompts_read  # one that comes back has forgotten them


async def test_a_model_that_the_host_lacks_is_said_with_the_mend(database: Database) -> None:
    async with ollama_stub() as stub:
        stub.names = ("other:latest",)
        house, model = house_at(stub, database)
        (said,) = notices(await house.say("like heat"))
        assert said.endswith(f"Run: ollama pull {NAME}")
        assert notices(await house.say("like heat")) == []
        assert stub.requests == []
        await model.aclose()


async def test_warming_up_reads_both_prompts_and_never_raises(database: Database) -> None:
    async with ollama_stub() as stub:
        house, model = house_at(stub, database)
        stub.answers.extend([GREETING, "Hello."])
        await house.agent.warm_up()
        assert len(stub.requests) == 2
        assert "format" in stub.requests[0]
        stub.fault = "500"
        await house.agent.warm_up()
        await model.aclose()


async def test_while_it_gets_ready_the_planner_answers_and_says_so_once(database: Database) -> None:
    async with ollama_stub() as stub:
        house, model = house_at(stub, database)
        stub.fault, stub.after = "hang", 0
        stub.answers.extend([GREETING] * 3)
        warming = asyncio.create_task(house.agent.warm_up())
        await asyncio.wait_for(stub.asked.wait(), 5)
        first = await house.say("something odd")
        assert only_done(first).decided_by == "planner"
        (notice,) = notices(first)
        assert "getting ready" in notice
        assert not notices(await house.say("something odd"))
        assert len(stub.requests) == 1  # nobody waited behind the prompts
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)
        await model.aclose()


async def test_a_greeting_does_not_wait_for_the_model(database: Database) -> None:
    async with ollama_stub() as stub:
        house, model = house_at(stub, database)
        house.planner.plans = {"hi": decide(small_talk="greeting", certainty=0.9)}
        assert only_done(await house.say("hi")).decided_by == "planner"
        assert not stub.requests
        await model.aclose()
