"""Several people talking to one agent: the real planner, tools and memory, on a small cinema."""

from dataclasses import dataclass, field, replace

import pytest
from langgraph.checkpoint.memory import InMemorySaver

from agent.agent import Agent
from agent.events import Choice, Choices, Done, FileMade, FilmCards
from agent.planner import Planner
from agent.tidings import Tidings
from agent.turn import Place, Turn
from data.catalogue import Catalogue
from data.people import PeopleIndex
from data.titles import TitleIndex
from memory.ballot_news import BallotNews
from memory.ballots import Ballots
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.threads import Threads
from tests.memory.clock import Clock
from tests.tools.conftest import (  # noqa: F401 - fixtures
    EVENING,
    catalogue,
    database,
    migrated,
    models,
    people,
    recommender,
    services,
    titles,
)
from tools.registry import build_tools
from tools.services import Services


@dataclass
class Answer:
    """What came of a turn."""

    text: str
    choices: tuple[Choice, ...] = ()
    films: tuple[str, ...] = ()
    file: FileMade | None = None

    def button(self, label: str) -> str:
        """The code of the button whose label holds this."""
        (found,) = [choice.id for choice in self.choices if label in choice.label]
        return found


@dataclass
class Company:
    """People by name; each speaks in a conversation of their own, or in one room."""

    agent: Agent
    services: Services
    database: Database
    clock: Clock
    """Of the ballots."""
    room: str | None = None
    heard: list[Answer] = field(default_factory=list)

    async def say(
        self, user: str, text: str = "", *, alone: bool = False, thread: str = "alone", **rest: object
    ) -> Answer:
        """One turn; in the room for all to read, unless `alone`."""
        room = None if alone else self.room
        turn = Turn(
            "chat",
            user,
            f"room-{room}" if room else f"{user}-{thread}",
            text,
            place=Place(public=room is not None),
            room=room,
            user_name=user.capitalize(),
            **rest,  # type: ignore[arg-type]
        )
        answer = Answer("")
        async for event in self.agent.stream(turn):
            if isinstance(event, Choices):
                answer.choices = event.choices
            elif isinstance(event, FilmCards):
                answer.films = tuple(card.film.id for card in event.cards)
            elif isinstance(event, FileMade):
                answer.file = event
            elif isinstance(event, Done):
                answer.text = event.text
        self.heard.append(answer)
        return answer

    async def id_of(self, user: str) -> int:
        return (await People(self.database).resolve("chat", user)).id

    async def kept(self, user: str) -> dict[str, int]:
        """What is kept of somebody, by table in plain words."""
        return await self.services.privacy.counts(await self.id_of(user))

    def from_years(self, low: int, high: int) -> list[str]:
        return [film.id for film in self.services.catalogue.films if low <= film.year <= high]

    def title(self, film_id: str) -> str:
        film = self.services.catalogue.get(film_id)
        assert film is not None
        return film.title

    async def press(self, user: str, code: str, **rest: object) -> Answer:
        return await self.say(user, action=code, **rest)

    async def befriend(self, one: str, other: str) -> None:
        """Both consent, without a word to the agent."""
        known = People(self.database)
        ids = [(await known.resolve("chat", user, name=user.capitalize())).id for user in (one, other)]
        await self.services.friends.add(ids[0], ids[1])
        await self.services.friends.add(ids[1], ids[0])


@pytest.fixture(scope="session")
def planner(catalogue: Catalogue, titles: TitleIndex, people: PeopleIndex) -> Planner:  # noqa: F811
    return Planner(catalogue, titles, people)


@pytest.fixture
async def company(planner: Planner, services: Services, database: Database) -> Company:  # noqa: F811
    clock = Clock(EVENING)
    services = replace(services, ballots=Ballots(database, clock))
    agent = Agent(
        tools=build_tools(services),
        people=People(database),
        threads=Threads(database),
        library=Library(database),
        catalogue=services.catalogue,
        planner=planner,
        checkpointer=InMemorySaver(),
        rooms=services.rooms,
        tidings=Tidings(BallotNews(database, clock), services.friends, services.achievements, services.goals),
    )
    return Company(agent, services, database, clock)
