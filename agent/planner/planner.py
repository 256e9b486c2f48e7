"""The decider that needs no language model: it reads the message, picks the intent, fills the arguments."""

from collections.abc import Callable
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
        reading, intent = self._understood(reading, focus)
        if focus.pending is not None:
            answer = self._answers.answer(reading, intent, focus)
            if answer is not None:
                return answer
        several = self._several(reading, focus)
        return Decision(calls=several) if several else self._single(intent, reading, focus)

    def _understood(self, reading: Reading, focus: Focus) -> tuple[Reading, str]:
        """The reading and its intent; with a title of everyday words where that makes better sense."""
        intent, sure = self._intent(reading, focus)
        best = (reading, intent)
        if reading.of(TitleSlot) or (sure > _CERTAIN and intent not in ABOUT_A_FILM):
            return best
        limit = _GUESSED if intent in ABOUT_A_FILM else max(sure, _GUESSED)
        for title in islice(self._guesser.candidates(reading), _MOST_GUESSES):
            named = reading.naming(title)
            meant, likely = self._intent(named, focus)
            if likely > limit and meant in ABOUT_A_FILM and self._guesser.stands_right(title, named, meant):
                best, limit = (named, meant), likely
        return best

    def _intent(self, reading: Reading, focus: Focus) -> tuple[str, float]:
        return choose(self._model.scores(reading), reading, focus)

    def _single(self, intent: str, reading: Reading, focus: Focus) -> Decision:
        if intent in get_args(SmallTalk):
            return Decision.model_validate({"small_talk": intent})
        if intent in ("yes", "no"):
            return Decision(small_talk="other")
        calls = self._builder.calls(intent, reading, focus)
        return Decision(calls=calls) if calls else Decision(small_talk="other")

    def _several(self, reading: Reading, focus: Focus) -> tuple[ToolCall, ...]:
        """Calls of a message that first notes something about a film and then asks for more; else none."""
        pieces = list(parts(reading))
        if len(pieces) < 2:
            return ()
        tasks = [(piece, *self._intent(piece, focus)) for piece in pieces]
        tasks = [
            (piece, intent, sure)
            for piece, intent, sure in tasks
            if sure >= _SURE and intent not in ("yes", "no", *get_args(SmallTalk))
        ]
        noted = [piece for piece, intent, _ in tasks if intent in _NOTED and _outright(intent, piece)]
        if not noted or len({intent for _, intent, _ in tasks}) < 2:
            return ()
        spoken = focus
        calls: list[ToolCall] = []
        for piece, intent, _ in tasks:
            if intent in _NOTED and piece not in noted:
                return ()
            found = self._builder.calls(intent, piece, spoken)
            calls += found
            titles = [title for title in piece.of(TitleSlot) if title.films]
            if titles:
                spoken = spoken.speaking_of(titles[-1].films[0].id)
        return tuple(calls[:MOST_CALLS])


def _outright(intent: str, piece: Reading) -> bool:
    """Whether the wish to have it written down is beyond doubt, and not just an example ("I loved Heat")."""
    about_film = bool(piece.of(TitleSlot) or piece.of(PickSlot))
    if intent == "rate":
        return about_film and bool(piece.of(RatingSlot))
    return intent == "remember" or about_film
