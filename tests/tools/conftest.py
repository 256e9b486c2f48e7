"""A small cinema: real films, real indices, a real recommender trained on two groups of viewers."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from data.achievements import load_achievements
from data.catalogue import Catalogue
from data.films import Film
from data.people import PeopleIndex
from data.ratings import Ratings
from data.titles import TitleIndex
from memory.achievements import Achievements
from memory.ballots import Ballots
from memory.database import Database
from memory.follow_ups import FollowUps
from memory.friends import Friends
from memory.library import Library
from memory.people import People
from memory.preferences import Preferences
from memory.privacy import Privacy
from memory.quizzes import Quizzes
from memory.room_lists import RoomLists
from memory.rooms import Rooms
from memory.threads import Threads
from memory.trials import Trials
from recsys.quiz import Quiz
from recsys.recommender import Recommender
from recsys.training.train import train
from tools.base import Caller
from tools.services import Services

FILMS = """
heat|Heat|1995|Crime, Thriller|170|R|Michael Mann: Al Pacino, Robert De Niro|heist, neo-noir
thief|Thief|1981|Crime, Thriller|123|R|Michael Mann: James Caan|heist, neo-noir
collateral|Collateral|2004|Crime, Thriller|120|R|Michael Mann: Tom Cruise, Jamie Foxx|neo-noir, assassin
ronin|Ronin|1998|Action, Thriller, Crime|121|R|John Frankenheimer: Robert De Niro|heist, car chase
the-town|The Town|2010|Crime, Thriller|125|R|Ben Affleck: Ben Affleck, Jeremy Renner|heist
alien|Alien|1979|Horror, Science Fiction|117|R|Ridley Scott: Sigourney Weaver|alien
the-thing-1982|The Thing|1982|Horror, Science Fiction|109|R|John Carpenter: Kurt Russell|alien, gore
the-thing-2011|The Thing|2011|Horror, Science Fiction|103|R|M. van Heijningen: Mary Winstead|alien
shining|The Shining|1980|Horror, Thriller|144|R|Stanley Kubrick: Jack Nicholson|haunted house
shaun|Shaun of the Dead|2004|Horror, Comedy|99|R|Edgar Wright: Simon Pegg|zombie
notting|Notting Hill|1999|Romance, Comedy|124|PG-13|Roger Michell: Julia Roberts, Hugh Grant|wedding
harry|When Harry Met Sally...|1989|Comedy, Romance|96|R|Rob Reiner: Meg Ryan|friendship
groundhog|Groundhog Day|1993|Comedy, Fantasy, Romance|101|PG|Harold Ramis: Bill Murray|time loop
paddington|Paddington 2|2017|Comedy, Family|104|PG|Paul King: Ben Whishaw, Hugh Grant|bear
toy-story|Toy Story|1995|Animation, Family, Comedy|81|G|John Lasseter: Tom Hanks, Tim Allen|toy
amelie|Amélie|2001|Comedy, Romance|122|R|Jean-Pierre Jeunet: Audrey Tautou|paris
la-la-land|La La Land|2016|Comedy, Drama, Music, Romance|129|PG-13|D. Chazelle: Emma Stone|musical
big-daddy|Big Daddy|1999|Comedy, Drama|93|PG-13|Dennis Dugan: Adam Sandler|friendship
unforgiven|Unforgiven|1992|Western|131|R|Clint Eastwood: Gene Hackman|revenge, violence
la-luna|La Luna|2011|Animation, Family|7|G|Enrico Casarosa: Krista Sheffler|moon
hatari|Hatari!|1962|Adventure, Comedy|||Howard Hawks: John Wayne|africa
"""
"""id | title | year | genres | minutes | certificate | director: cast | keywords"""


def film(line: str) -> Film:
    film_id, title, year, genres, minutes, certificate, makers, keywords = map(str.strip, line.split("|"))
    director, _, cast = makers.partition(": ")
    return Film(
        film_id,
        title,
        int(year),
        genres=tuple(genres.split(", ")),
        runtime=int(minutes) if minutes else None,
        language="fr" if film_id == "amelie" else "en",
        directors=(director,),
        cast=tuple(cast.split(", ")),
        keywords=tuple(keywords.split(", ")),
        certificate=certificate or None,
        vote_count=1000 + len(title) * 100,
    )


EVENING = datetime(2026, 5, 6, 20, tzinfo=UTC)
"""A Wednesday."""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue([film(line) for line in FILMS.strip().splitlines()])


@pytest.fixture(scope="session")
def titles(catalogue: Catalogue) -> TitleIndex:
    return TitleIndex(catalogue)


@pytest.fixture(scope="session")
def people(catalogue: Catalogue) -> PeopleIndex:
    return PeopleIndex(catalogue)


@pytest.fixture(scope="session")
def models(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    train(catalogue, two_groups(catalogue), folder, rng=np.random.default_rng(0), progress=lambda _: None)
    return folder


@pytest.fixture(scope="session")
def recommender(catalogue: Catalogue, models: Path) -> Recommender:
    return Recommender.load(catalogue, models)


def two_groups(catalogue: Catalogue) -> Ratings:
    """Half of the viewers love what is dark and dislike what is funny, the other half the other way round."""
    rng = np.random.default_rng(42)
    funny = np.array(["Comedy" in film.genres for film in catalogue.films])
    rows = []
    for user in range(60):
        for item in rng.permutation(len(catalogue))[:12]:
            liked = bool(funny[item]) == bool(user % 2)
            rows.append((user, item, (4.5 if liked else 2.0) + rng.integers(-1, 2) / 2))
    users, items, stars = zip(*rows, strict=True)
    return Ratings(np.array(users, np.int32), np.array(items, np.int32), np.array(stars, np.float32), 60)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, made once: a copy of it spares every test the migrations."""
    path = tmp_path_factory.mktemp("database") / "cine.db"

    async def make() -> None:
        await (await Database.open(f"sqlite:///{path}")).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def database(tmp_path: Path, migrated: Path) -> AsyncIterator[Database]:
    path = shutil.copy(migrated, tmp_path / "cine.db")
    database = await Database.open(f"sqlite:///{path}")
    yield database
    await database.close()


@pytest.fixture
def services(
    catalogue: Catalogue,
    titles: TitleIndex,
    people: PeopleIndex,
    recommender: Recommender,
    models: Path,
    database: Database,
) -> Services:
    return Services(
        catalogue=catalogue,
        titles=titles,
        people=people,
        recommender=recommender,
        library=Library(database),
        preferences=Preferences(database),
        threads=Threads(database),
        privacy=Privacy(database),
        follow_ups=FollowUps(database),
        quizzes=Quizzes(database),
        friends=Friends(database),
        ballots=Ballots(database),
        rooms=Rooms(database),
        room_lists=RoomLists(database),
        accounts=People(database),
        achievements=Achievements(database),
        goals=load_achievements(),
        trials=Trials(database),
        quiz=Quiz.load(models),
    )


@pytest.fixture
async def ana(database: Database) -> Caller:
    person = await People(database).resolve("cli", "ana")
    thread = await Threads(database).open(person.id, "cli", "t")
    return Caller(person.id, thread.id, EVENING)


@pytest.fixture
async def luis(database: Database) -> Caller:
    person = await People(database).resolve("cli", "luis")
    thread = await Threads(database).open(person.id, "cli", "t")
    return Caller(person.id, thread.id, EVENING)
