"""Any result of a tool in words."""

from typing import assert_never

from agent.wording import ballot, films, keeping, library, looks, night, quiz, reviews, social
from agent.wording.passage import Passage
from agent.wording.words import Words
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


def passage(result: ToolResult, words: Words) -> Passage:  # noqa: C901, PLR0912 - one case a type of result
    """The result as the person reads it."""
    match result:
        case Picks():
            return films.picks(result, words)
        case LookHits():
            return looks.hits(result, words)
        case FilmFacts():
            return films.facts(result, words)
        case Explanation():
            return films.explanation(result, words)
        case WhichFilm():
            return films.which(result, words)
        case UnknownFilm():
            return films.unknown(result, words)
        case LibraryUpdated():
            return library.updated(result, words)
        case RatingNeeded():
            return library.rating_needed(result, words)
        case ReviewNeeded():
            return library.review_needed(result, words)
        case LibraryShown():
            return library.shown(result, words)
        case Remembered():
            return keeping.remembered(result, words)
        case Forgotten():
            return keeping.forgotten(result, words)
        case ConfirmForget():
            return keeping.confirm(result, words)
        case ControlSet():
            return keeping.control(result, words)
        case DataTaken():
            return keeping.taken(result, words)
        case NothingToForget():
            return keeping.nothing(result, words)
        case ReviewsSummarised():
            return reviews.summary(result, words)
        case NightPlanned():
            return night.planned(result, words)
        case BallotTold() | WhichBallot() | NoBallot():
            return ballot.ballot(result, words)
        case QuizAsked():
            return quiz.asked(result, words)
        case QuizFinished():
            return quiz.finished(result, words)
        case NoReviews():
            return reviews.none(result, words)
        case ToolFailed():
            return failed(result, words)
        case _ if isinstance(result, SocialResult):
            return social.social(result, words)
        case _:
            assert_never(result)


def failed(result: ToolFailed, words: Words) -> Passage:
    """A fault, with the reason where it is one a person can read."""
    if result.reason:
        return Passage(lead=result.reason)
    return Passage(lead=words.book("failed", doing=words.book(f"failed.doing.{result.tool}")))
