"""Act: make the calls one after the other. A call that breaks does not keep the others from being made."""

import asyncio
import logging
from dataclasses import replace

from langgraph.runtime import Runtime

from agent.apology import apology
from agent.decision import ToolCall
from agent.events import ToolFinished, ToolStarted
from agent.nodes.stopwatch import spent
from agent.private_mode import writes
from agent.report import CURRENT, ToolOutcome, ToolUse
from agent.state import Outcome, State, TurnContext, focus_of
from agent.wording import labels
from agent.wording.phrasebook import Phrasebook
from data.errors import AppError
from tools.base import Caller, Whereabouts
from tools.results import ToolFailed, ToolResult

log = logging.getLogger(__name__)


async def act(state: State, runtime: Runtime[TurnContext]) -> State:
    """Make the decision's calls in their order: what is said first may count for what comes after."""
    context, book = runtime.context, state["book"]
    began = context.parts.clock()
    decision = state["decision"]
    caller = Caller(
        person_id=context.person.id,
        thread_id=context.thread.id,
        at=context.turn.at,
        recently_shown=state["recently_shown"],
        confirmed=decision.confirmed,
        picture=context.turn.attachment,
        family_safe=context.turn.place.family_safe,
        for_model=state.get("model_works", False),
        spoilers=context.turn.place.spoilers,
        paused=context.person.paused,
        sharing=context.person.sharing,
        private=context.thread.private,
        where=Whereabouts(
            context.turn.surface,
            context.turn.room,
            context.turn.thread if context.turn.room and context.turn.place.public else None,
            book.language,
            context.turn.place.zone,
            context.turn.place.polls,
        ),
        in_trials=context.person.in_trials,
        opens_ballots=context.turn.place.opens_ballots,
    )
    outcomes, focus = state["outcomes"], focus_of(state)
    for call in decision.calls:
        arguments = call.arguments
        args = arguments.model_dump(mode="json", exclude_defaults=True, exclude={"tool"})
        runtime.stream_writer(ToolStarted(arguments.tool, args, labels.started(arguments.tool, book)))
        asking = replace(caller, glance=focus.glance_for(arguments))
        result = await _make(call, asking, context, book)
        runtime.stream_writer(ToolFinished(arguments.tool, labels.finished(result, book)))
        outcomes = (*outcomes, Outcome(call, result))
    return {"outcomes": outcomes, "ms": spent("act", began, state, context)}


async def _make(call: ToolCall, caller: Caller, context: TurnContext, book: Phrasebook) -> ToolResult:
    name = call.arguments.tool
    tool = context.parts.tools.get(name)
    if tool is None:
        return ToolFailed(name, book(f"not_yet.{name}"))
    if context.thread.private and writes(call.arguments):
        return ToolFailed(name, book("private.writes_nothing"))
    began = context.parts.clock()
    outcome: ToolOutcome = "done"
    try:
        async with asyncio.timeout(context.deadline.within(context.parts.limits.tool_s)):
            return await tool.run(call.arguments, caller)
    except TimeoutError:
        outcome = "slow"
        log.warning("tool out of time", extra={"tool": name})
        return ToolFailed(name, book("failed.slow"))
    except AppError as error:
        outcome = "refused"
        log.warning("tool refused", extra={"tool": name, "error": type(error).__name__})
        return ToolFailed(name, apology(error, book, context.turn.surface))
    except Exception:  # whatever is wrong in one tool, the person still gets the others' answers
        outcome = "broke"
        log.exception("tool broke", extra={"tool": name})
        return ToolFailed(name)
    finally:
        if report := CURRENT.get():
            report.tools.append(ToolUse(name, outcome, context.parts.clock() - began))
