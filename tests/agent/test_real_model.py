"""The real thing: Ollama's protocol, a real small model behind it. Skipped where there is none.

CINE_TEST_OLLAMA names a host; without it the usual place is looked at. CINE_TEST_MODEL names the model, the
first one that the host has otherwise.
"""

import asyncio
import os
from collections.abc import AsyncIterator

import pytest

from agent.availability import probe
from agent.events import TextDelta
from agent.facts import Facts
from agent.grounding import Ungrounded
from agent.language_model import LanguageModel, connect_ollama
from agent.limits import Limits
from agent.model_pool import ModelPool
from agent.speaking import Patience
from memory.database import Database
from recsys.types import Reason
from tests.agent.house import ScriptedTool, build, call, decide, notices, only, only_done, pick, text_of
from tests.support.films import COLLATERAL, HEAT, RONIN
from tools.results import Picks

HOST = os.environ.get("CINE_TEST_OLLAMA", "http://127.0.0.1:11434")
PATIENCE = Patience(first_token_s=90, whole_s=110)

pytestmark = [pytest.mark.timeout(300), pytest.mark.model]


@pytest.fixture(scope="module")
def name() -> str:
    found = asyncio.run(probe(HOST, ""))
    if not found.names:
        pytest.skip(f"no language model at {HOST}; set CINE_TEST_OLLAMA to a host that has one")
    return os.environ.get("CINE_TEST_MODEL", found.names[0])


@pytest.fixture
async def model(name: str) -> AsyncIterator[LanguageModel]:
    model = connect_ollama(host=HOST, name=name)
    yield model
    await model.aclose()


async def test_it_writes_decisions_that_validate(model: LanguageModel) -> None:
    decision = await model.decider.decide("something like Heat but under two hours", "", PATIENCE)
    assert decision is not None
    (made,) = decision.calls
    assert made.arguments.tool == "recommend_films"
    assert [title.casefold() for title in made.arguments.like] == ["heat"]
    assert made.arguments.max_runtime == 120


async def test_what_it_writes_is_vouched_for_or_left_out(model: LanguageModel) -> None:
    facts = Facts(
        "something like heat",
        ("Looked for: like [f2]", "[f1] 2004, crime thriller, directed by Michael Mann"),
        (COLLATERAL, HEAT),
        counted=1,
    )
    try:
        said = " ".join([sentence async for sentence in model.writer.write(facts, PATIENCE)])
    except Ungrounded:
        return
    assert said
    assert "[f" not in said


async def test_a_whole_turn(database: Database, model: LanguageModel) -> None:
    found = Picks(
        (pick(COLLATERAL.id, Reason("person", words=("Michael Mann",))), pick(RONIN.id)), like=(HEAT,)
    )
    house = build(
        database,
        plans={"something like heat": decide(call(tool="recommend_films", like=["Heat"]), certainty=0.4)},
        tools={"recommend_films": ScriptedTool([found])},
        model=ModelPool([model]),
        limits=Limits(turn_s=240, first_token_s=90, decide_s=110, answer_s=110),
    )
    events = await house.say("something like heat")
    assert only_done(events).decided_by == "model"
    assert notices(events) == []
    text = text_of(events)
    assert text.startswith("Looking for: like **Heat (1995)**.")
    assert "1. **Collateral (2004)** – directed by Michael Mann." in text
    assert only(TextDelta, events)[0].text.startswith("Looking for")
