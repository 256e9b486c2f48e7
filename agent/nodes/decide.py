"""Decide: which tools to call. A button is plain; words go to the planner and, if it is there, the model."""

import logging
from collections.abc import Sequence

from langgraph.runtime import Runtime

from agent.actions import Action
from agent.apology import AMONG_STRANGERS
from agent.asking import Asked, asked_about
from agent.availability import Cause
from agent.deciding import decide_further, decide_together
from agent.decision import Decision, ToolCall
from agent.events import Notice
from agent.focus import Focus
from agent.model_pool import ModelPool
from agent.nodes.stopwatch import spent
from agent.noticing import with_noticed
from agent.orders import without_orders
from agent.pressing import pressed
from agent.prompts.results import in_brief
from agent.reconcile import SURE
from agent.speaking import ModelBroke
from agent.standing import Wish, wishes_of
from agent.state import State, TurnContext, focus_of
from agent.withdrawing import TakenBack, taken_back, withdrawn
from agent.wording.words import Words
from data.errors import BadInput
from data.sources.pictures import is_picture
from tools.arguments import Arguments, FilmFilters, PlanMovieNight, SearchByLook

log = logging.getLogger(__name__)

_READY_TALK = frozenset({"greeting", "thanks", "farewell", "help", "declined"})
"""Small talk that is answered with a phrase of our own."""
LIKE_THIS = "like this picture"
LOOK_LIMIT = 500
"""Characters of a look; see `tools.arguments.SearchByLook`."""


async def decide(state: State, runtime: Runtime[TurnContext]) -> State:
    """Settle on a decision, and on who made it."""
    context = runtime.context
    began = context.parts.clock()
    focus = focus_of(state)
    wishes = _wishes(state, focus, context)
    update: State
    if context.turn.action is not None:
        update = _by_button(context.turn.action, focus, wishes)
    elif context.turn.call is not None:
        update = {"decision": _by_command(context.turn.call), "decided_by": "planner"}
    elif context.turn.attachment is not None and is_picture(context.turn.attachment):
        update = {"decision": _by_picture(context, focus), "decided_by": "planner"}
    elif state["rounds"] and context.parts.model:
        update = await _once_more(state, focus, context.parts.model, context)
    elif about := _about_it(context, focus):
        update = await _about_the_search(*about, state, focus, runtime)
    elif back := taken_back(context.text, focus, wishes):
        update = await _taken_back(back, state, focus, runtime)
    else:
        update = await _by_words(context.text, state, focus, runtime)
        update["decision"] = _noting(withdrawn(update["decision"], focus, wishes), context)
    return {**update, "rounds": state["rounds"] + 1, "ms": spent("decide", began, state, context)}


def _noting(decision: Decision, context: TurnContext) -> Decision:
    """The decision with what holds for good; nothing in passing where others read the answer."""
    silent = context.turn.place.public or context.thread.private or context.person.paused
    if silent or decision.confirmed:
        return without_orders(decision)
    planner = context.parts.planner
    return without_orders(with_noticed(decision, context.text, lambda said: planner.decide(said, Focus())))


def _wishes(state: State, focus: Focus, context: TurnContext) -> Sequence[Wish]:
    """The wishes of the present search, in the words of this turn's language."""
    if not isinstance(focus.request, FilmFilters):
        return ()
    catalogue = context.parts.catalogue
    return wishes_of(focus.request, Words(state["book"], catalogue.films), catalogue)


def _by_button(code: str, focus: Focus, wishes: Sequence[Wish]) -> State:
    try:
        return {"decision": pressed(Action.decode(code), focus, wishes), "decided_by": "planner"}
    except BadInput as error:
        return {"decision": Decision(), "decided_by": "planner", "refusal": str(error)}


def _by_command(arguments: Arguments) -> Decision:
    return Decision(calls=(ToolCall.model_validate({"arguments": arguments}),))


def _by_picture(context: TurnContext, focus: Focus) -> Decision:
    """A picture sent is a question about looks; filters and words beside it count as well."""
    planned = context.parts.planner.decide(context.text, focus) if context.text else Decision()
    looks = tuple(call for call in planned.calls if isinstance(call.arguments, SearchByLook))
    if looks:
        return Decision(calls=looks[:1])
    said = context.text[:LOOK_LIMIT] or LIKE_THIS
    return Decision(calls=(ToolCall(arguments=SearchByLook(look=said)),))


def _about_it(context: TurnContext, focus: Focus) -> tuple[Asked, str] | None:
    """What they say about the search; "forget that, thanks" gives nothing up for something else."""
    about = asked_about(context.text)
    if about is None or about[0] != "given_up":
        return about
    planned = context.parts.planner.decide(about[1], focus.without_request())
    return about if any(_seeks(call.arguments) for call in planned.calls) else None


def _seeks(arguments: Arguments) -> bool:
    """A search that says by itself what for."""
    return isinstance(arguments, FilmFilters) and bool(
        arguments.model_dump(exclude_defaults=True, exclude={"tool", "count"})
    )


async def _about_the_search(
    asked: Asked, rest: str, state: State, focus: Focus, runtime: Runtime[TurnContext]
) -> State:
    """What is looked for is shown; a search that is cleared may be followed by a new one at once."""
    if rest:
        focus = focus.without_request()
        kept = focus.model_dump(mode="json", exclude_none=True)
        return {**await _by_words(rest, state, focus, runtime), "focus": kept}
    return {"decision": Decision(search="shown" if asked == "shown" else "cleared"), "decided_by": "planner"}


async def _taken_back(back: TakenBack, state: State, focus: Focus, runtime: Runtime[TurnContext]) -> State:
    """The search goes on without some of its wishes, and with what else was said."""
    call = ToolCall.model_validate({"arguments": back.request})
    if not back.rest:
        return {"decision": Decision(calls=(call,)), "decided_by": "planner"}
    focus = focus.model_copy(update={"request": back.request})
    kept = focus.model_dump(mode="json", exclude_none=True)
    return {**await _by_words(back.rest, state, focus, runtime), "focus": kept}


async def _by_words(text: str, state: State, focus: Focus, runtime: Runtime[TurnContext]) -> State:
    """The planner always reads the message; where the model is there the two settle it."""
    context, parts = runtime.context, runtime.context.parts
    planned = parts.planner.decide(text, focus)
    by_planner: State = {"decision": planned, "decided_by": "planner"}
    if parts.model is None or _plain_talk(planned) or _settled(planned, focus):
        return by_planner
    if cause := await parts.model.away(parts.limits.warm_up):
        return by_planner | _told_away(cause, parts.model, state, runtime)
    try:
        settled = await decide_together(
            text,
            focus,
            planned,
            model=parts.model,
            asking=context.asking,
            catalogue=parts.catalogue,
        )
    except ModelBroke as broken:
        log.warning("deciding without the model", extra={"fault": broken.fault})
        if broken.fault == "busy":
            return by_planner | _told_away("busy", parts.model, state, runtime)
        key = "model.slow" if broken.fault == "slow" else "model.failed"
        runtime.stream_writer(Notice(state["book"](key)))
        return {**by_planner, "noticed": True}
    return {
        "decision": settled.decision,
        "decided_by": settled.decided_by,
        "model_works": True,
        "told_away": None,
    }


def _told_away(cause: Cause, model: ModelPool, state: State, runtime: Runtime[TurnContext]) -> State:
    """Say once, until it answers again, why the model is not asked."""
    if cause == state.get("told_away"):
        return {}
    not_theirs = cause in ("unreachable", "lacking") and runtime.context.turn.surface in AMONG_STRANGERS
    hosts = ", ".join(host.availability.host for host in model.hosts)
    said = state["book"](
        "model.away" if not_theirs else f"model.{cause}", host=hosts, name=model.hosts[0].availability.wanted
    )
    runtime.stream_writer(Notice(said))
    return {"told_away": cause, "noticed": True}


async def _once_more(state: State, focus: Focus, model: ModelPool, context: TurnContext) -> State:
    """What else there is to do now that results are known; nothing where the model has no new idea."""
    done = state["outcomes"]
    try:
        decided = await decide_further(
            context.text,
            focus,
            [in_brief(outcome.result) for outcome in done],
            model=model,
            asking=context.asking,
            catalogue=context.parts.catalogue,
        )
    except ModelBroke as broken:
        log.warning("no further round", extra={"fault": broken.fault})
        return {"decision": Decision(), "model_works": False}
    made = [outcome.call for outcome in done]
    fresh = tuple(call for call in decided.calls if call not in made)
    last = state["rounds"] + 1 >= context.parts.limits.rounds or context.deadline.passed
    return {"decision": Decision(calls=fresh, again=decided.again and bool(fresh) and not last)}


def _plain_talk(planned: Decision) -> bool:
    """A greeting or a thank-you: the planner is sure, a model would only take its time."""
    return planned.small_talk in _READY_TALK and planned.certainty >= SURE


def _settled(planned: Decision, focus: Focus) -> bool:
    """The planner took it for a vote, or for the answer to our question: that is for code to read."""
    if any(isinstance(call.arguments, PlanMovieNight) and call.arguments.act for call in planned.calls):
        return True
    asked = focus.pending
    if asked is None:
        return False
    if planned.confirmed or planned.small_talk == "declined":
        return True
    if asked.kind == "yes" or asked.kind == "vote":  # noqa: PLR1714 - so the types are told apart
        return False
    if asked.kind == "quiz":
        return any(getattr(call.arguments, "step", None) is not None for call in planned.calls)
    wanted = set(asked.choices) if asked.kind == "film" else {asked.film_id}
    return any(name in wanted for call in planned.calls for name in _named(call))


def _named(call: ToolCall) -> tuple[str, ...]:
    arguments = call.arguments
    if isinstance(arguments, FilmFilters):
        return arguments.like
    return (getattr(arguments, "title", None) or "",)
