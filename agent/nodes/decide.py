"""Decide: which tools to call. A button is plain; words go to the planner and, if it is there, the model."""

import logging

from langgraph.runtime import Runtime

from agent.actions import Action
from agent.decision import Decision, ToolCall
from agent.events import Notice
from agent.focus import Focus
from agent.language_model import LanguageModel
from agent.literal import Literally
from agent.nodes.stopwatch import spent
from agent.pressing import pressed
from agent.prompts.context import situation
from agent.prompts.results import in_brief
from agent.reconcile import reconcile
from agent.speaking import ModelBroke, Patience
from agent.state import Outcome, State, TurnContext, focus_of
from data.errors import BadInput
from tools.arguments import FilmFilters

log = logging.getLogger(__name__)


async def decide(state: State, runtime: Runtime[TurnContext]) -> State:
    """Settle on a decision, and on who made it."""
    context = runtime.context
    began = context.parts.clock()
    focus = focus_of(state)
    if context.turn.action is not None:
        update = _by_button(context.turn.action, focus)
    else:
        update = await _by_words(state, focus, runtime)
    return {**update, "rounds": state["rounds"] + 1, "ms": spent("decide", began, state, context)}


def _by_button(code: str, focus: Focus) -> State:
    try:
        return {"decision": pressed(Action.decode(code), focus), "decided_by": "planner"}
    except BadInput as error:
        return {"decision": Decision(), "decided_by": "planner", "refusal": str(error)}


async def _by_words(state: State, focus: Focus, runtime: Runtime[TurnContext]) -> State:
    context, parts = runtime.context, runtime.context.parts
    planned = parts.planner.decide(context.text, focus)
    by_planner: State = {"decision": planned, "decided_by": "planner"}
    if parts.model is None or _answers_our_question(planned, focus):
        return by_planner
    if state["rounds"]:
        return await _once_more(state, focus, parts.model, runtime)
    if cause := await parts.model.availability.away():
        if cause == state.get("told_away"):
            return by_planner
        availability = parts.model.availability
        said = context.book(f"model.{cause}", host=availability.host, name=availability.name)
        runtime.stream_writer(Notice(said))
        return {**by_planner, "told_away": cause, "noticed": True}
    try:
        decided = await _ask(parts.model, focus, (), context)
    except ModelBroke as broken:
        log.warning("deciding without the model", extra={"fault": broken.fault})
        key = "model.slow" if broken.fault == "slow" else "model.failed"
        runtime.stream_writer(Notice(context.book(key)))
        return {**by_planner, "noticed": True}
    works: State = {"model_works": True, "told_away": None}
    if decided is None:
        log.info("the model's decision could not be read")
        return {**by_planner, **works}
    settled = reconcile(decided, planned, _literally(focus, context))
    followed = _tools(settled) == _tools(decided)
    return {"decision": settled, "decided_by": "model" if followed else "planner", **works}


async def _once_more(
    state: State, focus: Focus, model: LanguageModel, runtime: Runtime[TurnContext]
) -> State:
    """What else there is to do now that results are known; nothing where the model has no new idea."""
    context = runtime.context
    done = state["outcomes"]
    try:
        decided = await _ask(model, focus, done, context)
    except ModelBroke as broken:
        log.warning("no further round", extra={"fault": broken.fault})
        return {"decision": Decision(), "model_works": False}
    made = [outcome.call for outcome in done]
    fresh = tuple(call for call in decided.calls if call not in made) if decided else ()
    last = state["rounds"] + 1 >= context.parts.limits.rounds or context.deadline.passed
    again = bool(decided and decided.again and fresh and not last)
    return {"decision": Decision(calls=fresh, again=again)}


async def _ask(
    model: LanguageModel, focus: Focus, done: tuple[Outcome, ...], context: TurnContext
) -> Decision | None:
    """The model's decision; its outcome is reported to the circuit breaker."""
    limits, parts = context.parts.limits, context.parts
    results = [in_brief(outcome.result) for outcome in done]
    patience = Patience(
        context.deadline.within(limits.first_token_s), context.deadline.within(limits.decide_s)
    )
    try:
        decided = await model.decider.decide(
            context.text, situation(focus, parts.catalogue, results), patience
        )
    except ModelBroke:
        model.availability.failed()
        raise
    model.availability.succeeded()
    return decided


def _answers_our_question(planned: Decision, focus: Focus) -> bool:
    """The planner took the message for the answer to the question we asked: that is for code to read."""
    if focus.pending is None:
        return False
    if planned.confirmed or planned.small_talk == "declined":
        return True
    asked = focus.pending
    if asked.kind == "rating":
        return any(
            call.arguments.tool == "update_library" and call.arguments.title == asked.film_id
            for call in planned.calls
        )
    if asked.kind == "yes":
        return False
    named = {name for call in planned.calls for name in _named(call)}
    return not named.isdisjoint(asked.choices)


def _named(call: ToolCall) -> tuple[str, ...]:
    arguments = call.arguments
    if isinstance(arguments, FilmFilters):
        return arguments.like
    return (getattr(arguments, "title", None) or "",)


def _tools(decision: Decision) -> list[str]:
    return [call.arguments.tool for call in decision.calls]


def _literally(focus: Focus, context: TurnContext) -> Literally:
    shown = (*focus.last_shown, *([focus.film_id] if focus.film_id else ()))
    films = [film for film_id in shown if (film := context.parts.catalogue.get(film_id))]
    return Literally(context.text, tuple(film.title for film in films))
