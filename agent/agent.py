"""The agent: a turn goes in, events come out."""

import logging
import random
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import Any, cast

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver

from agent.apology import apology
from agent.events import Done, Event, Notice, TextDelta, Timings
from agent.gate import Crowded, Gate, Rates, TooOften
from agent.graph import STEPS_AT_MOST, build_graph
from agent.grounding import one_word_titles
from agent.hearing import TEXT_LIMIT, Heard, hear
from agent.limits import Deadline, Limits
from agent.model_pool import ModelPool
from agent.report import CURRENT, TurnReport
from agent.speaking import ModelBroke
from agent.spoken import Listener
from agent.state import Decides, Parts, State, TurnContext
from agent.thread_locks import Across, StillBusy, ThreadLocks
from agent.tidings import Tidings
from agent.turn import AnsweredBefore, Turn
from agent.wording.phrasebook import Phrasebook, language_of
from data.catalogue import Catalogue
from data.errors import AppError, DatabaseError
from memory.library import Library
from memory.people import People
from memory.reviews import Reviews
from memory.rooms import Rooms
from memory.threads import Threads
from recsys.looks.palette_cards import PaletteCards
from tools.base import Tool

log = logging.getLogger(__name__)


class Agent:
    """A companion for films. One object serves all people; turns of one thread run one after the other."""

    def __init__(
        self,
        *,
        tools: Mapping[str, Tool],
        people: People,
        threads: Threads,
        library: Library,
        catalogue: Catalogue,
        planner: Decides,
        checkpointer: BaseCheckpointSaver[str],
        rooms: Rooms | None = None,
        tidings: Tidings | None = None,
        palettes: PaletteCards | None = None,
        reviews: Reviews | None = None,
        model: ModelPool | None = None,
        limits: Limits | None = None,
        rates: Rates | None = None,
        across: Across | None = None,
        rng: random.Random | None = None,
        clock: Callable[[], float] = time.monotonic,
        told: Callable[[TurnReport], None] = lambda _report: None,
    ) -> None:
        """`model` None: the planner alone, by choice and without a word about it.

        `across`: where several processes answer the same people. `told` hears of every turn when it is over,
        and must not raise.
        """
        self._told = told
        self._people = people
        self._threads = threads
        self._rooms = rooms
        self._checkpointer = checkpointer
        self._parts = Parts(
            tools=tools,
            threads=threads,
            library=library,
            catalogue=catalogue,
            planner=planner,
            reviews=reviews,
            model=model,
            listener=Listener(),
            limits=limits or Limits(),
            clock=clock,
            titles=one_word_titles(film.title for film in catalogue.films),
            tidings=tidings,
            palettes=palettes,
        )
        self._rng = rng or random.Random()  # noqa: S311 - it varies phrases, it guards nothing
        self._graph = build_graph(checkpointer)
        self._locks = ThreadLocks(across)
        self._gate = Gate(rates, self._parts.limits.turns_at_once, self._parts.limits.turns_at_work)

    async def stream(self, turn: Turn) -> AsyncGenerator[Event, None]:
        """Answer a turn. Ends with exactly one Done, when all is written down; raises for nobody's bad input.

        Raises AnsweredBefore, and answers nothing, where this very message was answered, here or by another
        process. The pieces of text put together are the text of Done.
        """
        report = TurnReport(turn.surface)
        began = self._parts.clock()
        CURRENT.set(report)
        try:
            async with aclosing(self._answered(turn, report, began)) as events:
                async for event in events:
                    yield event
        except AnsweredBefore:
            report.outcome = "repeated"
            raise
        except BaseException:  # closed or cancelled: all else is answered below
            report.outcome = "left"
            raise
        finally:
            CURRENT.set(None)  # and not reset by a token: it may be closed from another task
            report.seconds = self._parts.clock() - began
            self._told(report)

    async def _answered(self, turn: Turn, report: TurnReport, began: float) -> AsyncGenerator[Event, None]:
        heard = hear(turn.text)
        book = Phrasebook(language_of(turn.locale), self._rng)
        said = ""
        done: Done | None = None
        try:
            async with (
                self._gate.enter(turn),
                self._locks.hold((turn.surface, turn.user, turn.thread), self._parts.limits.turn_s),
                self._gate.work(),
                aclosing(self._events(turn, heard, book, began)) as events,
            ):
                async for event in events:
                    if isinstance(event, Done):
                        done = event  # held back until the conversation's state is kept as well
                        report.decided_by = event.decided_by
                        stages = (
                            ("decide", event.ms.decide),
                            ("act", event.ms.act),
                            ("answer", event.ms.answer),
                        )
                        report.ms = dict(stages)
                        continue
                    if isinstance(event, TextDelta):
                        said += event.text
                    yield event
            await self._gate.charge(turn, sum(self._toil(use.name) for use in report.tools))
        except AnsweredBefore:
            raise
        except (StillBusy, TooOften, Crowded) as error:
            report.outcome = "busy"
            said = _not_now(error, book)
            yield TextDelta(said)
        except Exception as error:  # noqa: BLE001 - the last line of defence: the person is owed an answer
            report.outcome = "refused" if isinstance(error, AppError) else "broke"
            sorry = self._apology(error, turn, book, said)
            if sorry:
                yield Notice(sorry) if said else TextDelta(sorry)
            done = done or self._undone(said or sorry, began)
        yield done or self._undone(said, began)

    @property
    def model(self) -> ModelPool | None:
        """The language model, where one is wanted."""
        return self._parts.model

    @property
    def under_way(self) -> int:
        """How many conversations have a turn that is running or waiting."""
        return len(self._locks)

    def adopt(self, *, tools: Mapping[str, Tool], catalogue: Catalogue, planner: Decides) -> None:
        """Answer from these films from the next turn on; turns under way end with what they began with."""
        self._parts = replace(
            self._parts,
            tools=tools,
            catalogue=catalogue,
            planner=planner,
            titles=one_word_titles(film.title for film in catalogue.films),
        )

    async def warm_up(self) -> None:
        """Have the model's server read the fixed prompts before anybody asks. Never raises."""
        model, limits = self._parts.model, self._parts.limits
        if model is None:
            return
        try:
            await model.warm_up(limits.warm_up)
        except ModelBroke as broken:
            log.warning("the model could not be warmed up", extra={"fault": broken.fault})

    async def _events(
        self, turn: Turn, heard: Heard, book: Phrasebook, began: float
    ) -> AsyncGenerator[Event, None]:
        if turn.action is None and not heard.text and turn.attachment is None:
            yield TextDelta(book("empty"))
            return
        if heard.shortened:
            yield Notice(book("shortened", limit=f"{TEXT_LIMIT:,}"))
        parts = self._parts
        person = await self._people.resolve(turn.surface, turn.user, name=turn.user_name, locale=turn.locale)
        thread = await self._threads.open(person.id, turn.surface, turn.thread)
        if turn.delivery:
            reply = await self._threads.answered(thread.id, turn.delivery)
            if reply is not None:
                raise AnsweredBefore(reply)
        if self._rooms and turn.room and person.sharing == "server":
            await self._rooms.note(turn.surface, turn.room, person.id)
        context = TurnContext(
            parts=parts,
            turn=turn,
            text=heard.text,
            person=person,
            thread=thread,
            rng=self._rng,
            started=began,
            deadline=Deadline(parts.clock, began + parts.limits.turn_s),
        )
        config: RunnableConfig = {
            "configurable": {"thread_id": thread.key},
            "recursion_limit": STEPS_AT_MOST,
        }
        run = self._graph.astream(
            {}, config, context=context, stream_mode=["custom", "values"], durability="exit"
        )
        state: State = {}
        async with aclosing(cast(AsyncGenerator[tuple[str, Any], None], run)) as parts_of_run:
            async for mode, item in parts_of_run:
                if mode == "custom":
                    yield item
                else:
                    state = item
        if not state.get("recorded", True):
            # Their person was forgotten in this very turn: what the graph kept of it goes too.
            await self._checkpointer.adelete_thread(thread.key)

    def _apology(self, error: Exception, turn: Turn, book: Phrasebook, said: str) -> str:
        if isinstance(error, AppError):
            log.warning("a turn could not be finished: %s", _for_the_log(error))
            return apology(error, book, turn.surface, said)
        log.error("a turn broke", exc_info=error)
        return book("apology")

    def _toil(self, tool: str) -> int:
        known = self._parts.tools.get(tool)
        return known.arguments.toil if known else 0

    def _undone(self, text: str, began: float) -> Done:
        total = 1000 * (self._parts.clock() - began)
        return Done(text, (), "planner", "planner", Timings(0.0, 0.0, 0.0, total))


def _for_the_log(error: AppError) -> str:
    """A database's fault in full; others may hold words of the person."""
    return str(error) if isinstance(error, DatabaseError) else type(error).__name__


def _not_now(error: StillBusy | TooOften | Crowded, book: Phrasebook) -> str:
    if isinstance(error, TooOften):
        return book("often", seconds=str(error.seconds))
    return book("crowded" if isinstance(error, Crowded) else "busy")
