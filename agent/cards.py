"""Film cards and buttons for what tools gave back. Everything on a card comes from code."""

from collections.abc import Sequence
from dataclasses import replace

from agent.actions import Action
from agent.events import Choice, FilmCard
from agent.standing import Wish
from agent.wording import ballot, quiz, social
from agent.wording.looks import sight
from agent.wording.reasons import reason
from agent.wording.wishes import wishes
from agent.wording.words import Words, quoted, sentence
from data.films import Film
from tools.ballot_results import BallotTold, WhichBallot
from tools.results import (
    ConfirmForget,
    Explanation,
    FilmFacts,
    LibraryShown,
    LibraryUpdated,
    LookHit,
    LookHits,
    NightPlanned,
    NoReviews,
    Pick,
    Picks,
    QuizAsked,
    RatingNeeded,
    ReviewsSummarised,
    ToolResult,
    UnknownFilm,
    WhichFilm,
)
from tools.social_results import FriendsShown

CARDS_AT_MOST = 20
STARS = (1, 2, 3, 4, 5)
WISHES_AT_MOST, WISH_LIMIT = 10, 50
"""Preferences that can be dropped by a button, and the characters shown of one."""
BLENDS = (0, 50, 100)
"""Percent of their taste in a search by look that are offered as buttons."""
LABEL_LIMIT = 80
"""Characters of a button, Discord's limit."""


def cards(result: ToolResult, words: Words) -> tuple[FilmCard, ...]:
    """The films that a result shows, in its order."""
    match result:
        case Picks() | NightPlanned():
            return tuple(_picked(pick, words, result.like) for pick in result.picks)
        case LookHits():
            return tuple(_seen(hit, words) for hit in result.hits)
        case Explanation():
            return (_picked(result.pick, words),)
        case BallotTold(happened="closed", winner=Film() as film):
            return (_card(film, words),)
        case FilmFacts(entry=entry):
            return (_card(entry.film, words, predicted_rating=result.predicted_rating),)
        case LibraryShown(entries=entries):
            return tuple(_card(entry.film, words) for entry in entries[:CARDS_AT_MOST])
        case ReviewsSummarised(film=film) | NoReviews(film=film):
            return (_card(film, words),)
        case _:
            return ()


def choices(result: ToolResult, words: Words) -> tuple[Choice, ...]:  # noqa: C901, PLR0912 - one case a type of result
    """The buttons that answer a question of ours."""
    match result:
        case WhichFilm(choices=films) | UnknownFilm(suggestions=films):
            return tuple(Choice(Action("pick", film.id).encode(), _label(film, films)) for film in films)
        case QuizAsked():
            return quiz.buttons(result, words)
        case NightPlanned() | BallotTold() | WhichBallot():
            return ballot.buttons(result, words)
        case FriendsShown():
            return social.buttons(result, words)
        case RatingNeeded(film=film):
            return _stars(film, words)
        case LibraryUpdated(preference=str()) | ConfirmForget():
            return _yes_or_no(words)
        case LibraryUpdated(entry=entry) if result.asks or result.sounded:
            return _stars(entry.film, words)
        case ReviewsSummarised(film=film, evidence=False, sources=sources):
            shown = Choice(Action("evidence", film.id).encode(), words.book("button.evidence"))
            return (shown, _write(film, words)) if sources else (_write(film, words),)
        case NoReviews(film=film):
            return (_write(film, words),)
        case LookHits(hits=hits, taste=counted) if hits and counted is not None:
            return tuple(
                Choice(Action("blend", str(percent)).encode(), words.book(f"button.blend.{percent}"))
                for percent in BLENDS
                if percent != round(100 * counted)
            )
        case LibraryShown(kind="profile", preferences=preferences):
            return tuple(
                Choice(
                    Action("unlearn", str(kept.id)).encode(),
                    words.book("button.unlearn", text=quoted(kept.text, WISH_LIMIT)),
                )
                for kept in preferences[-WISHES_AT_MOST:]
            )
        case Picks() if wishes(result, words):
            return (Choice(Action("change").encode(), words.book("button.change")),)
        case _:
            return ()


def takeable(standing: Sequence[Wish], words: Words) -> tuple[Choice, ...]:
    """A button for each wish to take it back, and one for all."""
    if not standing:
        return ()
    book = words.book
    one_by_one = (
        Choice(Action("drop", wish.code).encode(), quoted(book("button.drop", wish=wish.said), LABEL_LIMIT))
        for wish in standing[:WISHES_AT_MOST]
    )
    return (*one_by_one, Choice(Action("afresh").encode(), book("button.afresh")))


def _stars(film: Film, words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(Action("rate", film.id, stars).encode(), words.stars(stars)) for stars in STARS)


def _yes_or_no(words: Words) -> tuple[Choice, ...]:
    return (
        Choice(Action("yes").encode(), words.book("button.yes")),
        Choice(Action("no").encode(), words.book("button.no")),
    )


def _write(film: Film, words: Words) -> Choice:
    return Choice(Action("review", film.id).encode(), words.book("button.review"))


def taste_counted(results: Sequence[ToolResult]) -> float | None:
    """How much their taste counted in the one search by look among the results; None where it cannot."""
    looks = [result for result in results if isinstance(result, LookHits) and result.hits]
    return looks[0].taste if len(looks) == 1 else None


def _picked(pick: Pick, words: Words, like: Sequence[Film] = ()) -> FilmCard:
    found = pick.recommendation
    return _card(
        pick.film,
        words,
        reason=sentence(reason(pick.film, found, words, like=like)),
        contributions=dict(found.contributions),
        predicted_rating=found.predicted_rating,
    )


def _seen(hit: LookHit, words: Words) -> FilmCard:
    found = hit.pick.recommendation
    card = _card(
        hit.pick.film,
        words,
        reason=sentence(sight(hit.sight, words)),
        contributions=dict(found.contributions),
        predicted_rating=found.predicted_rating,
    )
    return replace(card, picture=hit.place or None, palette=hit.sight.palette)


def _card(
    film: Film,
    words: Words,
    *,
    reason: str | None = None,
    contributions: dict[str, float] | None = None,
    predicted_rating: float | None = None,
) -> FilmCard:
    entry = words.known.get(film.id)
    return FilmCard(
        film=film,
        reason=reason,
        contributions=contributions,
        predicted_rating=predicted_rating,
        for_them=words.taste_known,
        rating=entry.rating if entry else None,
        seen=entry.seen if entry else False,
        saved=entry.saved if entry else False,
        stand_in=words.palettes.of(film.id) if words.palettes else None,
    )


def _label(film: Film, among: Sequence[Film]) -> str:
    """Title and year; the director too where those do not tell films apart."""
    label = film.label
    if film.directors and sum(other.label == label for other in among) > 1:
        label = f"{label}, {film.directors[0]}"
    return label if len(label) <= LABEL_LIMIT else label[: LABEL_LIMIT - 1] + "…"
