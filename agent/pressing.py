"""A pressed button becomes a decision at once: nothing is left to interpret."""

from collections.abc import Mapping
from typing import Final, Literal

from agent.actions import Action
from agent.decision import Decision, ToolCall
from agent.focus import AwaitingFilm, AwaitingYes, Focus
from agent.naming import with_film
from data.errors import BadInput
from tools.arguments import (
    Arguments,
    ExplainPick,
    FilmDetails,
    Forget,
    RecommendFilms,
    SummariseReviews,
    UpdateLibrary,
)
from tools.forget import NUMBERED

_CHANGES: Final[
    Mapping[str, Literal["rate", "seen", "unseen", "watchlist_add", "watchlist_remove", "dislike"]]
] = {
    "rate": "rate",
    "seen": "seen",
    "unseen": "unseen",
    "save": "watchlist_add",
    "unsave": "watchlist_remove",
    "nope": "dislike",
}


def pressed(action: Action, focus: Focus) -> Decision:
    """What a button asks for. Raises BadInput where the question it answers is no longer open."""
    match action.verb:
        case "yes":
            if not isinstance(focus.pending, AwaitingYes):
                raise BadInput("There is no question open that a yes would answer.")
            return Decision(calls=(focus.pending.call,), confirmed=True)
        case "no":
            return Decision(small_talk="declined")
        case "unlearn":
            return Decision(calls=(_call(Forget(what=f"{NUMBERED}{action.film_id}")),))
        case "pick":
            return Decision(calls=(_picked(action.film_id or "", focus),))
        case _:
            return Decision(calls=(_call(_arguments(action)),))


def _picked(film_id: str, focus: Focus) -> ToolCall:
    """The call that waited for this film; an old button simply shows the film."""
    if isinstance(focus.pending, AwaitingFilm) and film_id in focus.pending.choices:
        return with_film(focus.pending.call, film_id)
    return _call(FilmDetails(title=film_id))


def _arguments(action: Action) -> Arguments:
    film_id = action.film_id or ""
    match action.verb:
        case "details":
            return FilmDetails(title=film_id)
        case "more":
            return RecommendFilms(like=(film_id,))
        case "why":
            return ExplainPick(title=film_id)
        case "reviews":
            return SummariseReviews(title=film_id)
        case "evidence":
            return SummariseReviews(title=film_id, evidence=True)
        case verb:
            return UpdateLibrary(action=_CHANGES[verb], title=film_id, rating=action.rating)


def _call(arguments: Arguments) -> ToolCall:
    return ToolCall.model_validate({"arguments": arguments})
