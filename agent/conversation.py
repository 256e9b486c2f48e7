"""How a turn moves a conversation on: the focus after it."""

from collections.abc import Sequence
from typing import get_args

from agent.decision import ToolCall
from agent.focus import (
    AwaitingFilm,
    AwaitingOpinion,
    AwaitingQuiz,
    AwaitingRating,
    AwaitingVote,
    AwaitingYes,
    FilmRequest,
    Focus,
    Question,
)
from agent.naming import waiting_for
from agent.state import Outcome
from tools.arguments import Remember
from tools.ballot_results import BallotTold
from tools.results import (
    ConfirmForget,
    Explanation,
    FilmFacts,
    Forgotten,
    LibraryShown,
    LibraryUpdated,
    LookHits,
    NightPlanned,
    NoReviews,
    Picks,
    QuizAsked,
    RatingNeeded,
    ReviewNeeded,
    ReviewsSummarised,
    UnknownFilm,
    WhichFilm,
)

SHOWN_REFERABLE = 20
"""Films of a library list that "the second one" may mean."""


def focus_after(focus: Focus, outcomes: Sequence[Outcome]) -> Focus:
    """The focus once these calls are answered. A question of ours that was not answered is dropped."""
    idle = focus.idle + 1 if focus.request else 0
    focus = focus.awaiting(None).model_copy(update={"idle": idle, "deed": None})
    for outcome in outcomes:
        focus = _after(focus, outcome)
    compared = [one.result.entry.film.id for one in outcomes if isinstance(one.result, FilmFacts)]
    return focus.showing(compared) if len(compared) > 1 else focus


def _after(focus: Focus, outcome: Outcome) -> Focus:  # noqa: C901, PLR0912 - one case a type of result
    arguments, result = outcome.call.arguments, outcome.result
    match result:
        case Picks(picks=picks) | LookHits(picks=picks) | NightPlanned(picks=picks):
            if isinstance(arguments, get_args(FilmRequest)):
                focus = focus.asking(arguments, result.glance if isinstance(result, LookHits) else None)
            focus = focus.showing([pick.film.id for pick in picks])
            if isinstance(result, NightPlanned) and result.number is not None:
                return focus.awaiting(_vote(result.number, [pick.film.id for pick in picks]))
            return focus
        case BallotTold(ballot=ballot) if ballot.state == "open":
            films = [option.film_id for option in ballot.options]
            return focus.showing(films).awaiting(_vote(ballot.id, films))
        case BallotTold(winner=winner) if winner is not None:
            return focus.speaking_of(winner.id)
        case LibraryShown(kind=kind, entries=entries, shared=shared):
            shown = [entry.film.id for entry in entries[:SHOWN_REFERABLE]]
            return focus.showing(shown, watchlist=kind == "watchlist" and not shared)
        case LibraryUpdated():
            return focus.speaking_of(result.entry.film.id, result.action).awaiting(_question(result))
        case ReviewNeeded(film=film):
            return focus.speaking_of(film.id).awaiting(AwaitingOpinion(film_id=film.id, invited=True))
        case FilmFacts():
            return focus.speaking_of(result.entry.film.id, "details")
        case Explanation():
            return focus.speaking_of(result.pick.film.id)
        case ReviewsSummarised(film=film):
            return focus.summing_up(film.id)
        case NoReviews(film=film):
            return focus.speaking_of(film.id, "reviews")
        case RatingNeeded(film=film):
            return focus.speaking_of(film.id).awaiting(AwaitingRating(film_id=film.id))
        case WhichFilm(choices=films) | UnknownFilm(suggestions=films):
            if not films:
                return focus
            call = waiting_for(outcome.call, result.title)
            return focus.awaiting(AwaitingFilm(call=call, choices=tuple(film.id for film in films)))
        case QuizAsked(step=step, films=films):
            return focus.awaiting(AwaitingQuiz(step=step, choices=tuple(film.id for film in films)))
        case ConfirmForget():
            return focus.awaiting(AwaitingYes(call=outcome.call))
        case Forgotten(everything=True):
            return Focus()
        case _:
            return focus


def _vote(number: int, film_ids: Sequence[str]) -> AwaitingVote:
    return AwaitingVote(ballot=number, choices=tuple(film_ids))


def _question(updated: LibraryUpdated) -> Question | None:
    """What we asked besides when something was written down."""
    film_id = updated.entry.film.id
    if updated.preference:
        return AwaitingYes(call=ToolCall(arguments=Remember(preference=updated.preference)))
    if updated.asks == "opinion":
        return AwaitingOpinion(film_id=film_id)
    return AwaitingRating(film_id=film_id) if updated.asks or updated.sounded else None
