"""The decider that needs no language model: it reads the message, picks the intent, fills the arguments."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import get_args

from agent.decision import Decision, SmallTalk, ToolCall
from agent.focus import Focus
from agent.planner.answers import Answers
from agent.planner.building import ACTIONS, MOST_CALLS, Builder
from agent.planner.choosing import ABOUT_A_FILM, choose
from agent.planner.guessing import TitleGuesser
from agent.planner.intents import IntentModel
from agent.planner.lexicon import Lexicon
from agent.planner.parts import parts
from agent.planner.pointing import Pointer
from agent.planner.reader import Reader, Reading
from agent.planner.slots import PickSlot, RatingSlot, TitleSlot
from agent.planner.wishes import Wisher
from data.catalogue import Catalogue
from data.people import PeopleIndex
from data.titles import TitleIndex

DEFAULT_MODEL = Path(__file__).parent / "intents.npz"

_SURE = 0.7
"""Probability from which a part of a message counts as a request of its own."""

_CERTAIN = 0.97
"""Probability from which no other reading of the message is tried."""

_GUESSED = 0.5
"""Probability that a reading with a guessed title must have."""

_MOST_GUESSES = 12

_NOTED = ACTIONS | {"remember"}


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
        self._reader = Reader(
            catalogue, titles, people, frozenset().union(*self._model.cues.values()), Lexicon.load()
        )
        self._clock = clock
        pointer = Pointer(catalogue)
        self._builder = Builder(Wisher(titles), pointer, self._model.cues)
        self._answers = Answers(pointer)
        self._guesser = TitleGuesser(catalogue, self._model.surroundings)

    def decide(self, text: str, focus: Focus) -> Decision:
        """The tool calls that the message asks for, or the kind of small talk it is."""
        reading = self._reader.read(text, self._clock())
        if not reading.message.words:
            return Decision(small_talk="other")
        task = self._understood(reading, focus)
        if focus.pending is not None:
            answer = self._answers.answer(task.reading, task.intent, focus)
            if answer is not None:
                return answer
        return self._several(reading, focus) or self._single(task, focus)

    def _task(self, reading: Reading, focus: Focus) -> _Task:
        intent, likely = choose(self._model.scores(reading), reading, focus)
        return _Task(reading, intent, likely)

    def _understood(self, reading: Reading, focus: Focus) -> _Task:
        """What the message is for; a title of everyday words is seen in it where that makes better sense."""
        best = self._task(reading, focus)
        if reading.of(TitleSlot) or (best.likely > _CERTAIN and best.intent not in ABOUT_A_FILM):
            return best
        limit = _GUESSED if best.intent in ABOUT_A_FILM else max(best.likely, _GUESSED)
        for title in islice(self._guesser.candidates(reading), _MOST_GUESSES):
            task = self._task(reading.naming(title), focus)
            about_it = task.intent in ABOUT_A_FILM
            if about_it and task.likely > limit and self._guesser.stands_right(title, reading, task.intent):
                best, limit = task, task.likely
        return best

    def _single(self, task: _Task, focus: Focus) -> Decision:
        if task.intent in get_args(SmallTalk):
            return Decision.model_validate({"small_talk": task.intent, "certainty": task.likely})
        calls = () if task.intent in ("yes", "no") else self._builder.calls(task.intent, task.reading, focus)
        if not calls:
            return Decision(small_talk="other", certainty=task.likely)
        return Decision(calls=calls, certainty=task.likely)

    def _several(self, reading: Reading, focus: Focus) -> Decision | None:
        """The calls of a message that first notes something and then asks for more; None for all others."""
        pieces = list(parts(reading))
        if len(pieces) < 2:
            return None
        tasks = [task for piece in pieces if (task := self._task(piece, focus)).likely >= _SURE]
        tasks = [task for task in tasks if task.intent not in ("yes", "no", *get_args(SmallTalk))]
        noted = [task for task in tasks if task.intent in _NOTED]
        if not noted or not all(map(_outright, noted)) or len({task.intent for task in tasks}) < 2:
            return None
        spoken = focus
        calls: list[ToolCall] = []
        for task in tasks:
            calls += self._builder.calls(task.intent, task.reading, spoken)
            titles = [title for title in task.reading.of(TitleSlot) if title.films]
            if titles:
                spoken = spoken.speaking_of(titles[-1].films[0].id)
        return Decision(calls=tuple(calls[:MOST_CALLS]), certainty=min(task.likely for task in tasks))


def _outright(task: _Task) -> bool:
    """Whether the wish to have it written down is beyond doubt, and not just an example ("I loved Heat")."""
    about_film = bool(task.reading.of(TitleSlot) or task.reading.of(PickSlot))
    if task.intent == "rate":
        return about_film and bool(task.reading.of(RatingSlot))
    return task.intent == "remember" or about_film
