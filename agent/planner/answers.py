"""Answers to our own questions: which film, how many stars, whether they are sure."""

from agent.decision import Decision, ToolCall
from agent.focus import (
    AwaitingFilm,
    AwaitingOpinion,
    AwaitingQuiz,
    AwaitingRating,
    AwaitingVote,
    AwaitingYes,
    Focus,
)
from agent.naming import with_film
from agent.planner.pointing import Pointer
from agent.planner.quizzing import answer_quiz
from agent.planner.reader import Reading
from agent.planner.reviewing import Reviewing
from agent.planner.slots import PickSlot, RatingSlot, TitleSlot, YearsSlot
from agent.planner.stars import find_bare_rating
from agent.planner.voting import vote_meant
from data.films import Film
from tools.arguments import UpdateLibrary

_SHORT = 6
"""Words of a message that may be a bare answer."""

_ASKS_ANEW = frozenset({"recommend", "refine", "more", "look", "movie_night"})

DECLINED = Decision(small_talk="declined")


class Answers:
    """Understands a message as the answer to the open question, where it is one."""

    def __init__(self, pointer: Pointer, reviewing: Reviewing) -> None:
        self._pointer = pointer
        self._reviewing = reviewing

    def answer(self, reading: Reading, intent: str, likely: float, focus: Focus) -> Decision | None:
        """The decision that the answer asks for; None where the message is about something else.

        `intent` and `likely`: what the message would be for if we had asked nothing.
        """
        pending = focus.pending
        if isinstance(pending, AwaitingYes):
            if _agrees(reading, intent):
                return Decision(calls=(pending.call,), confirmed=True)
            return DECLINED if intent == "no" else None
        if isinstance(pending, AwaitingRating):
            return self._rating(pending, reading, intent)
        if isinstance(pending, AwaitingOpinion):
            return self._reviewing.opinion(pending, reading, intent, likely)
        if isinstance(pending, AwaitingQuiz):
            return answer_quiz(pending, reading, intent, self._pointer)
        if isinstance(pending, AwaitingVote):
            return vote_meant(pending, reading, self._pointer)
        if isinstance(pending, AwaitingFilm):
            return self._film(pending, reading, intent)
        return None

    def _rating(self, pending: AwaitingRating, reading: Reading, intent: str) -> Decision | None:
        if reading.of(TitleSlot):
            return None
        ratings = reading.of(RatingSlot)
        rating = ratings[0] if ratings else None
        if rating is None and len(reading.message.words) <= _SHORT:
            rating = find_bare_rating(reading.message)
        if rating is not None:
            said = {**self._pointer.title_of(pending.film_id), "action": "rate", "rating": rating.stars}
            return Decision(calls=(ToolCall(arguments=UpdateLibrary.model_validate(said)),))
        return DECLINED if intent == "no" else None

    def _film(self, pending: AwaitingFilm, reading: Reading, intent: str) -> Decision | None:
        film = self._chosen(pending, reading, intent)
        if film is None and _agrees(reading, intent) and pending.choices:
            return _repeat(pending, pending.choices[0])
        if film is not None:
            return _repeat(pending, film.id)
        return DECLINED if intent == "no" else None

    def _chosen(self, pending: AwaitingFilm, reading: Reading, intent: str) -> Film | None:
        choices = self._pointer.films_of(pending.choices)
        offered = Focus(shown=(pending.choices,))
        for pick in reading.of(PickSlot):
            if pick.positions or pick.extreme:
                return next(iter(self._pointer.films(pick, reading, offered)), None)
        for title in reading.of(TitleSlot):
            named = [film for film in choices if film in title.films]
            if len(named) == 1:
                return named[0]
            if not named:
                return None
        if intent in _ASKS_ANEW and not reading.of(PickSlot) and not reading.of(YearsSlot):
            return None
        return next(iter(self._pointer.described(reading, choices)), None)


def _agrees(reading: Reading, intent: str) -> bool:
    """A yes and nothing else: "ok, then something funny" is none."""
    wishes = [slot for slot in reading.slots if not isinstance(slot, PickSlot)]
    return intent == "yes" and not wishes and len(reading.message.words) <= _SHORT


def _repeat(pending: AwaitingFilm, film_id: str) -> Decision:
    return Decision(calls=(with_film(pending.call, film_id),))
