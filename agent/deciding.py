"""Deciding with a model and the planner together; also what an evaluation of the model calls."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.decision import Decider, Decision
from agent.focus import Focus
from agent.language_model import LanguageModel
from agent.limits import Asking
from agent.literal import Literally
from agent.model_pool import ModelPool
from agent.prompts.context import situation
from agent.reconcile import READING, SURE, reconcile
from agent.report import CURRENT, ModelUse
from agent.speaking import ModelBroke
from data.catalogue import Catalogue
from tools.arguments import RecommendFilms

RAMBLING = 20
"""Words from which the planner is not to be trusted alone, however sure it is."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision, and whose choice of tools it is."""

    decision: Decision
    decided_by: Decider


async def decide_together(
    text: str,
    focus: Focus,
    planned: Decision,
    *,
    model: ModelPool,
    asking: Asking,
    catalogue: Catalogue,
) -> Settled:
    """Ask the model where that can help, and settle its decision with the planner's. Raises ModelBroke."""
    if not wants_help(text, planned):
        return Settled(planned, "planner")
    decided = await ask(text, focus, model=model, asking=asking, catalogue=catalogue)
    if decided is None:
        return Settled(planned, "planner")
    settled = reconcile(decided, planned, Literally(text, _in_sight(focus, catalogue)), focus.request)
    followed = _tools(settled) == _tools(decided)
    return Settled(settled, "model" if followed else "planner")


def wants_help(text: str, planned: Decision) -> bool:
    """Whether a model may know better than the planner.

    A small model is right three times in four, at seconds a message. So it is asked where the planner is
    right no more often than that (its record by certainty stands in docs/evaluation.md), where a wish was
    heard but nothing to search by, and where so much was said that some of it may have been missed.
    """
    empty_handed = any(call.arguments == RecommendFilms() for call in planned.calls)
    return planned.certainty < SURE or empty_handed or len(text.split()) > RAMBLING


async def ask(
    text: str,
    focus: Focus,
    *,
    model: ModelPool,
    asking: Asking,
    catalogue: Catalogue,
    results: Sequence[str] = (),
) -> Decision | None:
    """The model's own decision; None where it wrote none. A host that fails leaves the question to another.

    Raises ModelBroke.
    """
    told = situation(focus, catalogue, results)
    kept = model.kept.find(model.talking_to, text, told)
    if kept is not None:
        if report := CURRENT.get():
            report.model.append(ModelUse(0.0, kept=True))
        return kept
    tried: list[LanguageModel] = []
    while True:
        try:
            async with model.lend(asking.person, asking.wait_s, besides=tried) as host:
                tried.append(host)
                patience = asking.decision(prompt_read=host.availability.prompts_read)
                decided = await host.decider.decide(text, told, patience)
        except ModelBroke as broken:
            if broken.fault != "failed" or not model.has_another(tried):
                raise
        else:
            if decided is not None:
                model.kept.keep(host.availability.talking_to, text, told, decided)
            return decided


async def decide_further(
    text: str,
    focus: Focus,
    results: Sequence[str],
    *,
    model: ModelPool,
    asking: Asking,
    catalogue: Catalogue,
) -> Decision:
    """What else the model wants to look up now that it knows the results; no calls where nothing.

    It may take names from the results, and it writes nothing down: what a person wants kept stands in
    their message, which was settled before. Raises ModelBroke.
    """
    decided = await ask(text, focus, model=model, asking=asking, catalogue=catalogue, results=results)
    if decided is None:
        return Decision()
    message = Literally(text, (*_in_sight(focus, catalogue), *results))
    settled = reconcile(decided, Decision(certainty=0), message)
    calls = tuple(call for call in settled.calls if call.arguments.tool in READING)
    return Decision(calls=calls, again=settled.again and bool(calls))


def _in_sight(focus: Focus, catalogue: Catalogue) -> tuple[str, ...]:
    """Titles that a message may refer to without naming them."""
    film_ids = (*focus.last_shown, *([focus.film_id] if focus.film_id else ()))
    return tuple(film.title for film_id in film_ids if (film := catalogue.get(film_id)))


def _tools(decision: Decision) -> list[str]:
    return [call.arguments.tool for call in decision.calls]
