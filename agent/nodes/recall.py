"""Recall: what is known of the person and of this conversation."""

from langgraph.runtime import Runtime

from agent.state import State, TurnContext, focus_of
from agent.wording.phrasebook import Phrasebook, language_of
from tools.entries import entry

SHOWN_RECALLED = 60


async def recall(state: State, runtime: Runtime[TurnContext]) -> State:
    """Fetch what is known, settle on a language; all that belongs to a turn starts afresh."""
    context = runtime.context
    rows = await context.parts.library.rows(context.person.id)
    shown = await context.parts.threads.shown(context.thread.id, SHOWN_RECALLED)
    if context.thread.private:  # then nothing that was shown is written down
        shown = [film_id for listed in focus_of(state).shown for film_id in listed]
    catalogue = context.parts.catalogue
    known = {film.id: entry(film, row) for row in rows if (film := catalogue.get(row.film_id))}
    language = _heard(context) or state.get("language")
    update: State = {
        "book": Phrasebook(language or language_of(context.turn.locale), context.rng),
        "known": known,
        "recently_shown": tuple(shown),
        "rounds": 0,
        "outcomes": (),
        "ms": {},
    }
    return {**update, "language": language} if language else update


def _heard(context: TurnContext) -> str | None:
    """The language of what was typed; a button and a command are our own words."""
    typed = context.turn.action is None and context.turn.call is None
    return context.parts.listener.language(context.text) if typed else None
