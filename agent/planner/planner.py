"""The decider that needs no language model: it reads the message, picks the intent, fills the arguments."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import get_args

from agent.decision import CALLS_AT_MOST, Decision, SmallTalk, ToolCall
from agent.focus import AwaitingQuiz, AwaitingYes, Focus
from agent.planner.answers import Answers
from agent.planner.building import ACTIONS, AFTER_LIKE, Builder
from agent.planner.choosing import ABOUT_A_FILM, choose
from agent.planner.controls import control_said
from agent.planner.guessing import WISHES, TitleGuesser, is_expected
from agent.planner.guests import changed_company
from agent.planner.intents import IntentModel
from agent.planner.lexicon import Lexicon
from agent.planner.look_talk import about_looks
from agent.planner.looking_back import looking_back
from agent.planner.parts import parts
from agent.planner.pointing import Pointer
from agent.planner.reader import Reader, Reading
from agent.planner.residue import left_over, left_over_span
from agent.planner.reviewing import Reviewing
from agent.planner.sayings import asks_to_remember
from agent.planner.slots import PickSlot, RatingSlot, TitleSlot
from agent.planner.voting import speaks_of_voting, vote_said
from agent.planner.wishes import Wisher
from data.catalogue import Catalogue
from data.people import PeopleIndex
from data.titles import TitleIndex
from data.words import COMMON, FUNCTION
from tools.arguments import FilmFilters, PlanMovieNight, UpdateLibrary

DEFAULT_MODEL = Path(__file__).parent / "intents.npz"

_SURE = 0.7
"""Probability from which a part of a message counts as a request of its own."""

_CERTAIN = 0.97
"""Probability from which no other reading of the message is tried."""

_GUESSED = 0.4
"""Probability that a reading with a guessed title must have, and one that takes a film away."""

_DOUBTFUL = 0.6
"""Probability below which words that mean nothing are tried as the title of a film that nobody knows."""

_MOST_GUESSES = 12

PLANNED_LATELY = 3
"""Turns about other things after which "and Tom" is no longer about the evening that was planned."""

_MAY_NAME_A_FILM = ABOUT_A_FILM | WISHES

_TAKES_AWAY = frozenset({"dislike", "unseen", "watchlist_remove"})
"""What is hardly ever meant unless it is said outright: a film is never kept away on a guess."""

_NOTED = ACTIONS | {"remember"}


_AND = re.compile(r"\W*(?:(?:oh|ok|y|et|und|and|also|plus|same for|tambien|aussi|auch)\s+)+(?:for )?")
_AND_ENDS = re.compile(r"(?:\s+(?:too|as well|also|please|pls|tambien|aussi|auch|bitte))*\W*$")


_REFUSED = re.compile(
    r"\W*(?:no|nah|nope|nein|non|not now|later|(?:nah|no|nope),? (?:later|thanks|not now))\s*[.,;!]\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Task:
    """A message or a part of it, and what it is for."""

    reading: Reading
    intent: str
    likely: float
    """Probability of the intent."""


class Planner:
    """Decides what to do about a message. Pure: no I/O after it is made, safe to use from several threads."""

    def __init__(
        self,
        catalogue: Catalogue,
        titles: TitleIndex,
        people: PeopleIndex,
        *,
        model: IntentModel | None = None,
        clock: Callable[[], date] = date.today,
    ) -> None:
        self._model = model or IntentModel.load(DEFAULT_MODEL)
        lexicon = Lexicon.load()
        phrases: frozenset[str] = frozenset().union(*self._model.cues.values())
        self._reader = Reader(catalogue, titles, people, phrases, lexicon)
        self._clock = clock
        self._ordinary = phrases | FUNCTION | COMMON
        pointer = Pointer(catalogue)
        self._builder = Builder(Wisher(titles), pointer, self._model.cues)
        self._reviewing = Reviewing(pointer)
        self._answers = Answers(pointer, self._reviewing)
        self._guesser = TitleGuesser(catalogue, self._model.surroundings, lexicon.vocabulary | phrases)

    def decide(self, text: str, focus: Focus) -> Decision:
        """The tool calls that the message asks for, or the kind of small talk it is."""
        if speaks_of_voting(text) and (vote := vote_said(self._reader.read(text, self._clock()))):
            return vote
        if own := control_said(text) or looking_back(text, self._clock()):
            return own
        if focus.pending is not None:
            return self._rather(text, focus) or self._decide(text, focus)
        return about_looks(text, focus, self._decide)

    def _decide(self, text: str, focus: Focus) -> Decision:
        reading = self._reader.read(text, self._clock())
        if not reading.message.words:
            return Decision(small_talk="other")
        if focus.deed and (named := self._and_another(reading)):
            return self._single(_Task(named, focus.deed, _SURE), focus)
        task = self._understood(reading, focus)
        if focus.pending is not None:
            answer = self._answers.answer(task.reading, task.intent, task.likely, focus)
            if answer is not None:
                return answer
        if isinstance(focus.request, PlanMovieNight) and focus.idle < PLANNED_LATELY:
            evening = changed_company(reading, focus.request)
            if evening is not None:
                return Decision(calls=(ToolCall(arguments=evening),), certainty=_SURE)
        return (
            self._reviewing.decide(reading, focus)
            or self._several(reading, focus)
            or self._single(task, focus)
        )

    def _rather(self, text: str, focus: Focus) -> Decision | None:
        """Another wish behind a no to our question: "nah later. just horror comedies for now"."""
        refused = _REFUSED.match(text)
        if refused is None or not isinstance(focus.pending, AwaitingQuiz | AwaitingYes):
            return None
        wish = self.decide(text[refused.end() :], focus.awaiting(None))
        seeks = any(isinstance(call.arguments, FilmFilters) for call in wish.calls)
        return wish if seeks and wish.certainty >= _GUESSED else None

    def _and_another(self, reading: Reading) -> Reading | None:
        """The film of "and Barry Lyndon", where the message says nothing else."""
        if (lead := _AND.match(reading.message.folded)) is None:
            return None
        start = lead.end()
        end = start + len(_AND_ENDS.sub("", reading.message.folded[start:]))
        whole = [
            title
            for title in (*reading.of(TitleSlot), *self._guesser.candidates(reading))
            if title.films and (title.start, title.end) == (start, end)
        ]
        return reading.naming(whole[0]) if whole else None

    def _task(self, reading: Reading, focus: Focus) -> _Task:
        unknown = left_over(reading, self._ordinary) is not None
        intent, likely = choose(self._model.scores(reading), reading, focus, names_unknown=unknown)
        return _Task(reading, intent, likely)

    def _understood(self, reading: Reading, focus: Focus) -> _Task:
        """What the message is for; a title of everyday words is seen in it where that makes better sense."""
        reading = self._guesser.joined(reading)
        best = self._task(reading, focus)
        if reading.of(TitleSlot) or (best.likely > _CERTAIN and best.intent not in _MAY_NAME_A_FILM):
            return best
        if focus.last_shown and any(pick.outright for pick in reading.of(PickSlot)):
            return best
        open_to_it = best.intent in _MAY_NAME_A_FILM
        limit = _GUESSED if open_to_it else max(best.likely, _GUESSED)
        for title in islice(self._guesser.candidates(reading), _MOST_GUESSES):
            task = self._task(self._guesser.joined(reading.naming(title)), focus)
            about_it = task.intent in _MAY_NAME_A_FILM
            if (
                about_it
                and task.likely > limit
                and self._guesser.stands_right(
                    title, reading, task.intent, expected=is_expected(title, focus)
                )
            ):
                best, limit = task, task.likely
        if best.likely < _DOUBTFUL and (unknown := left_over_span(reading, self._ordinary)):
            nobody_knows = TitleSlot(
                start=unknown[0], end=unknown[1], films=(), text=reading.message.text[slice(*unknown)]
            )
            task = self._task(reading.naming(nobody_knows), focus)
            stands_right = self._guesser.stands_right(nobody_knows, reading, task.intent)
            if task.intent in ABOUT_A_FILM and task.likely > max(limit, best.likely) and stands_right:
                return _Task(reading, task.intent, task.likely)
        if best.intent in WISHES and (example := self._example_nobody_knows(reading)):
            return _Task(reading.naming(example), "recommend", best.likely)
        return best

    def _example_nobody_knows(self, reading: Reading) -> TitleSlot | None:
        """A title that we can ask about: what stands behind "like" with a capital and means nothing."""
        span = left_over_span(reading, self._ordinary)
        text = reading.message.text
        if span and text[span[0]].isupper() and AFTER_LIKE.search(text[: span[0]].lower()):
            return TitleSlot(start=span[0], end=span[1], films=(), text=text[slice(*span)])
        return None

    def _single(self, task: _Task, focus: Focus) -> Decision:
        if task.intent in get_args(SmallTalk):
            return Decision.model_validate({"small_talk": task.intent, "certainty": task.likely})
        unsure = task.intent in _TAKES_AWAY and task.likely < _GUESSED
        calls = (
            ()
            if unsure or task.intent in ("yes", "no")
            else self._builder.calls(task.intent, task.reading, focus)
        )
        if not calls:
            return Decision(small_talk="other", certainty=task.likely)
        return Decision(calls=calls, certainty=task.likely)

    def _several(self, reading: Reading, focus: Focus) -> Decision | None:
        """The calls of a message that notes something and asks for more besides; None for all others."""
        spans = list(parts(reading))
        if len(spans) < 2:
            return None
        tasks = {span: self._task(reading.part(*span), focus) for span in spans}
        told = all(task.intent in ACTIONS and _about_a_film(task) for task in tasks.values())
        noted = {
            span: task for span, task in tasks.items() if told or (task.intent in _NOTED and _outright(task))
        }
        rest = [span for span in spans if span not in noted]
        if not noted:
            return None
        spoken = focus
        decisions: list[Decision] = []
        for task in noted.values():
            decisions.append(self._single(task, spoken))
            if films := self._builder.spoken_of(task.reading, spoken):
                spoken = spoken.speaking_of(films[-1].id)
        asked = self._task(reading.parts(rest), spoken) if rest else None
        if asked and asked.likely >= _SURE and asked.intent not in _NOTED:
            decisions.append(self._single(asked, spoken))
        calls = _without_twice_seen([call for decision in decisions for call in decision.calls])
        if not calls or (len(calls) < 2 and len(noted) < 2):
            return None
        certainty = min(decision.certainty for decision in decisions)
        return Decision(calls=tuple(calls[:CALLS_AT_MOST]), certainty=certainty)


def _outright(task: _Task) -> bool:
    """Whether the wish to have it written down is beyond doubt, and not just an example ("I loved Heat")."""
    if task.likely < _SURE:
        return False
    if task.intent == "remember":
        return asks_to_remember(task.reading)
    return _about_a_film(task) and (task.intent != "rate" or bool(task.reading.of(RatingSlot)))


def _without_twice_seen(calls: Sequence[ToolCall]) -> list[ToolCall]:
    """Whoever rates a film has seen it: "seen the third, loved it" is one thing to note."""
    library = [call.arguments for call in calls if isinstance(call.arguments, UpdateLibrary)]
    rated = {(one.title, one.year) for one in library if one.action in ("rate", "dislike")}
    return [
        call
        for call in calls
        if not isinstance(call.arguments, UpdateLibrary)
        or call.arguments.action != "seen"
        or (call.arguments.title, call.arguments.year) not in rated
    ]


def _about_a_film(task: _Task) -> bool:
    return bool(task.reading.of(TitleSlot) or task.reading.of(PickSlot))
