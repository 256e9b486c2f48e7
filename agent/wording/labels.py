"""What a person reads while tools run and when they are done."""

from typing import assert_never

from agent.wording.phrasebook import Phrasebook
from tools.ballot_results import BallotTold, NoBallot, WhichBallot
from tools.results import (
    ConfirmForget,
    ControlSet,
    DataTaken,
    Explanation,
    FilmFacts,
    Forgotten,
    LibraryShown,
    LibraryUpdated,
    LookHits,
    NightPlanned,
    NoReviews,
    NothingToForget,
    Picks,
    QuizAsked,
    QuizFinished,
    RatingNeeded,
    Remembered,
    ReviewNeeded,
    ReviewsSummarised,
    ToolFailed,
    ToolResult,
    UnknownFilm,
    WhichFilm,
)
from tools.social_results import SocialResult


def started(tool: str, book: Phrasebook) -> str:
    """Such as "Looking for films…"."""
    return book(f"start.{tool}")


def finished(result: ToolResult, book: Phrasebook) -> str:  # noqa: C901, PLR0912 - one case a type of result
    """Such as "Found 5 films"."""
    match result:
        case Picks(picks=()):
            return book("end.found.none")
        case Picks():
            return book.number("end.found", len(result.picks))
        case LookHits(hits=()):
            return book("end.found.none")
        case LookHits():
            return book.number("end.found", len(result.hits))
        case FilmFacts():
            return book("end.facts")
        case Explanation():
            return book("end.explained")
        case WhichFilm():
            return book("end.which")
        case UnknownFilm():
            return book("end.unknown")
        case LibraryUpdated():
            return book("end.updated")
        case RatingNeeded():
            return book("end.rating")
        case ReviewNeeded():
            return book("end.review")
        case LibraryShown(kind="achievements"):
            return book("end.achievements")
        case LibraryShown():
            return book.number("end.library", max(result.total, len(result.entries)))
        case Remembered():
            return book("end.remembered")
        case Forgotten():
            return book("end.forgotten")
        case ConfirmForget():
            return book("end.confirm")
        case DataTaken():
            return book("end.data")
        case ControlSet():
            return book("end.control")
        case NothingToForget():
            return book("end.nothing")
        case ReviewsSummarised(figures=counted):
            return book.number("end.reviews", counted.count)
        case NightPlanned():
            return book("end.night")
        case BallotTold() | WhichBallot() | NoBallot():
            return book("end.ballot")
        case QuizAsked():
            return book("end.quiz.asked")
        case QuizFinished():
            return book("end.quiz.finished")
        case NoReviews():
            return book("end.reviews.none")
        case ToolFailed():
            return book("end.failed")
        case _ if isinstance(result, SocialResult):
            return book("end.social")
        case _:
            assert_never(result)
