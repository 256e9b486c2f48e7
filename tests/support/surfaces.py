"""An agent that each test scripts, and what a surface is handed beside it."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

from adapters.jobs.jobs import Jobs
from adapters.seeing.metrics import Metrics
from agent.events import Done, Event, FilmCard, FilmCards, TextDelta, Timings, ToolStarted
from agent.turn import Turn
from data.catalogue import Catalogue
from data.films import Film
from data.titles import TitleIndex
from memory.database import Database
from memory.jobs import JobBook
from memory.library import Library
from memory.people import People
from memory.privacy import Privacy
from tests.support.films import CATALOGUE

Script = Callable[[Turn], AsyncIterator[Event]]


@dataclass
class ScriptedAgent:
    """Yields what the test says, and writes down the turns it was given."""

    script: Script
    turns: list[Turn] = field(default_factory=list)

    async def stream(self, turn: Turn) -> AsyncIterator[Event]:
        self.turns.append(turn)
        async for event in self.script(turn):
            yield event


def saying(*events: Event, then: Exception | None = None) -> Script:
    async def script(turn: Turn) -> AsyncIterator[Event]:
        for event in events:
            yield event
        if then is not None:
            raise then

    return script


def done(text: str = "Done.", cards: tuple[FilmCard, ...] = ()) -> Done:
    return Done(text, cards, "planner", "planner", Timings(0, 0, 0, 0))


def answer(text: str, *films: Film, **card: Any) -> Script:
    """A whole answer: a tool, text, films."""
    cards = tuple(FilmCard(film, reason="Close to Thief (1981).", **card) for film in films)
    listing = "".join(f"\n{number}. **{film.label}**" for number, film in enumerate(films, 1))
    return saying(
        ToolStarted("recommend_films", {}, "Looking for films…"),
        FilmCards(cards),
        TextDelta(text),
        TextDelta(listing, listing=True),
        done(text + listing, cards),
    )


@dataclass
class Parts:
    """What the client is handed."""

    agent: Any
    database: Database
    people: People
    library: Library
    privacy: Privacy
    jobs: Jobs
    catalogue: Catalogue = CATALOGUE
    titles: TitleIndex = field(default_factory=lambda: TitleIndex(CATALOGUE))


def parts_of(database: Database, script: Script) -> Parts:
    jobs = Jobs(JobBook(database), Metrics())
    return Parts(
        ScriptedAgent(script), database, People(database), Library(database), Privacy(database), jobs
    )
