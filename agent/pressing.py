"""A pressed button becomes a decision at once: nothing is left to interpret."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from agent.actions import CLOSE, SHOW, Action
from agent.decision import Decision, ToolCall
from agent.focus import AwaitingFilm, AwaitingYes, Focus
from agent.naming import with_film
from agent.standing import Wish, without
from data.errors import BadInput
from tools.arguments import (
    Arguments,
    BallotAct,
    ExplainPick,
    FilmDetails,
    Forget,
    PlanMovieNight,
    RecommendFilms,
    SearchByLook,
    Social,
    StartQuiz,
    SummariseReviews,
    UpdateLibrary,
)
from tools.forget import NUMBERED
from tools.start_quiz import MOOD, NONE, SKIP

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


def pressed(  # noqa: C901, PLR0912 - one case a verb
    action: Action, focus: Focus, wishes: Sequence[Wish] = ()
) -> Decision:
    """What a button asks for. `wishes` are those of the present search.

    Raises BadInput where what it answers is no longer open.
    """
    match action.verb:
        case "yes":
            if not isinstance(focus.pending, AwaitingYes):
                raise BadInput("There is no question open that a yes would answer.")
            return Decision(calls=(focus.pending.call,), confirmed=True)
        case "no":
            return Decision(small_talk="declined")
        case "unlearn":
            return Decision(calls=(_call(Forget(what=f"{NUMBERED}{action.film_id}")),))
        case "change":
            return Decision(search="shown")
        case "afresh":
            return Decision(search="cleared")
        case "drop":
            return Decision(calls=(_less(action.film_id or "", focus, wishes),))
        case "blend":
            return Decision(calls=(_blended(action.film_id or "", focus),))
        case "befriend":
            return Decision(calls=(_call(Social(kind="add_friend", person=f"#{action.film_id}")),))
        case "unfriend" | "block":
            block = action.verb == "block" or None
            gone = Social(kind="remove_friend", person=f"#{action.film_id}", block=block)
            return Decision(calls=(_call(gone),))
        case "ballot":
            return Decision(calls=(_call(PlanMovieNight(act=_ballot(action))),))
        case "quiz":
            return quiz_answer(int(action.film_id or 0), action.answer or "")
        case "pick":
            return Decision(calls=(_picked(action.film_id or "", focus),))
        case _:
            return Decision(calls=(_call(_arguments(action)),))


def _less(code: str, focus: Focus, wishes: Sequence[Wish]) -> ToolCall:
    """The search without the wish of that code."""
    gone = [wish for wish in wishes if wish.code == code]
    if focus.request is None or not gone:
        raise BadInput("That wish is no longer part of this search.")
    return ToolCall.model_validate({"arguments": without(focus.request, gone)})


def _blended(percent: str, focus: Focus) -> ToolCall:
    """The search by look under way with this weight of their taste."""
    if not isinstance(focus.request, SearchByLook):
        raise BadInput("There is no search by look under way that your taste could be blended with.")
    if not percent.isdecimal() or int(percent) > 100:
        raise BadInput("That button is not one of mine; please ask in words.")
    return _call(focus.request.model_copy(update={"taste": int(percent) / 100}))


def _ballot(action: Action) -> BallotAct:
    number, answer = int(action.film_id or 0), action.answer or ""
    if answer == CLOSE:
        return BallotAct(do="close", ballot=number)
    if answer == SHOW:
        return BallotAct(do="show", ballot=number)
    return BallotAct(do="toggle", ballot=number, positions=(int(answer),))


def quiz_answer(step: int, answer: str) -> Decision:
    """One answer in the quiz; after the last one the first list comes at once."""
    calls = [_call(StartQuiz(step=step, answer=answer))]
    if step == MOOD:
        calls.append(_call(RecommendFilms(mood=None if answer in (SKIP, NONE) else answer)))
    return Decision(calls=tuple(calls))


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
        case "review":
            return UpdateLibrary(action="review", title=film_id)
        case "evidence":
            return SummariseReviews(title=film_id, evidence=True)
        case verb:
            return UpdateLibrary(action=_CHANGES[verb], title=film_id, rating=action.rating)


def _call(arguments: Arguments) -> ToolCall:
    return ToolCall.model_validate({"arguments": arguments})
