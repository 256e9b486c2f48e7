"""An agent on a real database, with a planner and tools that are scripted by each test."""

import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver

from agent.agent import Agent
from agent.availability import Availability, Cause
from agent.decision import Decision, ToolCall
from agent.events import Done, Event, Notice, TextDelta
from agent.focus import Focus
from agent.gate import Rates
from agent.kept_decisions import KeptDecisions
from agent.language_model import LanguageModel
from agent.limits import Limits
from agent.model_decider import ModelDecider
from agent.model_pool import ModelPool
from agent.model_writer import ModelWriter
from agent.turn import Turn
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.reviews import Reviews
from memory.threads import Threads
from recsys.types import Reason, Recommendation
from tests.support.films import CATALOGUE
from tests.support.scripted_model import ScriptedModel
from tools.arguments import Arguments
from tools.base import Caller, Tool
from tools.results import Pick, ToolResult

E = TypeVar("E", bound=Event)
Run = Callable[[Arguments, Caller], Awaitable[ToolResult]]


def call(**arguments: Any) -> ToolCall:
    """A call: `call(tool="recommend_films", like=["Heat"])`."""
    return ToolCall.model_validate({"arguments": arguments})


def decide(*calls: ToolCall, **rest: Any) -> Decision:
    return Decision(calls=calls, **rest)


def pick(film_id: str, *reasons: Reason, score: float = 1.0) -> Pick:
    """A recommendation of a film of the test catalogue."""
    item = CATALOGUE.index(film_id)
    found = Recommendation(item, score, {"content": score}, reasons, predicted_rating=4.2)
    return Pick(CATALOGUE.films[item], found)


@dataclass
class ScriptedPlanner:
    """Knows what to decide for each text; what it does not know it does not understand."""

    plans: Mapping[str, Decision] = field(default_factory=dict)
    heard: list[tuple[str, Focus]] = field(default_factory=list)

    def decide(self, text: str, focus: Focus) -> Decision:
        self.heard.append((text, focus))
        return self.plans.get(text, Decision(small_talk="other", certainty=0.2))


@dataclass
class ScriptedTool:
    """Gives the results it was handed, in order and then the last again; remembers its callers."""

    results: list[ToolResult | Exception]
    made: list[tuple[Arguments, Caller]] = field(default_factory=list)

    async def __call__(self, arguments: Arguments, caller: Caller) -> ToolResult:
        self.made.append((arguments, caller))
        result = self.results.pop(0) if len(self.results) > 1 else self.results[0]
        if isinstance(result, Exception):
            raise result
        return result


class Present(Availability):
    """A model that is there, or is said to be away."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:11434", "tiny")
        self.cause: Cause | None = None

    async def away(self) -> Cause | None:
        return self.cause or ("resting" if self._breaker.open else None)


NONE_KEPT = KeptDecisions(0)
"""So that one may say the same twice and the model is asked twice."""


@dataclass
class House:
    """The agent and all that it is joined to."""

    agent: Agent
    database: Database
    planner: ScriptedPlanner
    saver: BaseCheckpointSaver[str]
    decider: ScriptedModel
    writer: ScriptedModel
    present: Present

    async def say(self, text: str, *, thread: str = "t", user: str = "ana", **rest: Any) -> list[Event]:
        return [event async for event in self.agent.stream(Turn("cli", user, thread, text, **rest))]

    async def press(self, action: str, *, thread: str = "t") -> list[Event]:
        return await self.say("", thread=thread, action=action)


def build(
    database: Database,
    *,
    plans: Mapping[str, Decision] | None = None,
    tools: Mapping[str, Run] | None = None,
    with_model: bool = False,
    model: ModelPool | None = None,
    limits: Limits | None = None,
    saver: BaseCheckpointSaver[str] | None = None,
    reviews: Reviews | None = None,
    kept: KeptDecisions | None = None,
    rates: Rates | None = None,
) -> House:
    planner = ScriptedPlanner(plans or {})
    decider, writer, present = ScriptedModel(), ScriptedModel(), Present()
    if with_model:
        model = ModelPool(
            [LanguageModel(ModelDecider(decider), ModelWriter(writer), present)], kept=kept or NONE_KEPT
        )
    saver = saver or InMemorySaver()
    agent = Agent(
        tools={name: Tool(Arguments, run) for name, run in (tools or {}).items()},
        people=People(database),
        threads=Threads(database),
        library=Library(database),
        catalogue=CATALOGUE,
        planner=planner,
        checkpointer=saver,
        reviews=reviews,
        model=model,
        limits=limits,
        rates=rates,
        rng=random.Random(7),
    )
    return House(agent, database, planner, saver, decider, writer, present)


def only(kind: type[E], events: list[Event]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def text_of(events: list[Event]) -> str:
    """The text, checked to be the same in pieces and as a whole."""
    done = only_done(events)
    assert "".join(event.text for event in only(TextDelta, events)) == done.text
    return done.text


def only_done(events: list[Event]) -> Done:
    assert isinstance(events[-1], Done)
    (done,) = only(Done, events)
    return done


def notices(events: list[Event]) -> list[str]:
    return [event.text for event in only(Notice, events)]
