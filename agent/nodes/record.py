"""Record: write the turn down, in one transaction, and move the conversation's focus on."""

from collections.abc import Sequence

from langgraph.runtime import Runtime

from agent.conversation import focus_after
from agent.events import Done, Timings
from agent.focus import Focus
from agent.private_mode import private_focus
from agent.state import Exchange, Outcome, State, TurnContext, focus_of
from memory.threads import CompletedTurn
from tools.impressions import to_impression
from tools.results import Forgotten, LookHits, NightPlanned, Picks

EXCHANGES_KEPT = 3
SAID_KEPT, REPLY_KEPT = 300, 300
"""Characters of an exchange kept in the conversation's state; the whole stands in the database."""


async def record(state: State, runtime: Runtime[TurnContext]) -> State:
    """Write the turn down, then say that it is done."""
    context, reply, outcomes = runtime.context, state["reply"], state["outcomes"]
    total = 1000 * (context.parts.clock() - context.started)
    times = {stage: round(state["ms"].get(stage, 0.0), 1) for stage in ("decide", "act", "answer")}
    times["total"] = round(total, 1)
    shown = [
        pick
        for outcome in outcomes
        if isinstance(outcome.result, Picks | LookHits | NightPlanned)
        for pick in outcome.result.picks
    ]
    arms = {
        experiment: arm
        for outcome in outcomes
        if isinstance(outcome.result, Picks)
        for experiment, arm in outcome.result.arms.items()
    }
    said = context.text or context.turn.action or ""
    private = context.thread.private
    turn_id = (
        None
        if private
        else await context.parts.threads.record_turn(
            context.thread.id,
            CompletedTurn(
                said=said,
                reply=reply.text,
                decided_by=state["decided_by"],
                answered_by="model" if reply.by_model else "planner",
                decision={
                    "calls": [outcome.call.model_dump(mode="json")["arguments"] for outcome in outcomes]
                },
                ms=times,
                impressions=[to_impression(pick, context.parts.catalogue) for pick in shown],
                arms=arms,
                at=context.turn.at,
                delivery=context.turn.delivery,
            ),
        )
    )
    runtime.stream_writer(
        Done(
            text=reply.text,
            cards=reply.cards,
            decided_by=state["decided_by"],
            answered_by="model" if reply.by_model else "planner",
            ms=Timings(**times),
        )
    )
    exchange: Exchange = {"said": said[:SAID_KEPT], "reply": reply.text[:REPLY_KEPT]}
    if private:
        return {"focus": private_focus(state, outcomes), "exchanges": [], "recorded": not _erased(outcomes)}
    focus = Focus() if state["decision"].search == "cleared" else focus_of(state)
    return {
        "focus": focus_after(focus, outcomes).model_dump(mode="json", exclude_none=True),
        "exchanges": [*state.get("exchanges", []), exchange][-EXCHANGES_KEPT:],
        "recorded": turn_id is not None,
    }


def _erased(outcomes: Sequence[Outcome]) -> bool:
    """Whether their person was forgotten in this very turn."""
    return any(isinstance(outcome.result, Forgotten) and outcome.result.everything for outcome in outcomes)
