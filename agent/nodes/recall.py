"""Recall: what is known of the person and of this conversation."""

from langgraph.runtime import Runtime

from agent.state import State, TurnContext
from tools.results import LibraryEntry

SHOWN_RECALLED = 60


async def recall(state: State, runtime: Runtime[TurnContext]) -> State:  # noqa: ARG001 - LangGraph's form
    """Fetch the library and the films shown lately; all that belongs to a turn starts afresh."""
    context = runtime.context
    rows = await context.parts.library.rows(context.person.id)
    shown = await context.parts.threads.shown(context.thread.id, SHOWN_RECALLED)
    catalogue = context.parts.catalogue
    known = {
        film.id: LibraryEntry(film, row.rating, seen=row.seen, saved=row.saved, disliked=row.disliked)
        for row in rows
        if (film := catalogue.get(row.film_id))
    }
    return {"known": known, "recently_shown": tuple(shown), "rounds": 0, "outcomes": (), "ms": {}}
