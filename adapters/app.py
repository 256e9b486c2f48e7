"""The composition root: the one place where real parts are made and joined."""

import gc
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass

from threadpoolctl import threadpool_limits

from adapters.settings import Settings
from agent.agent import Agent
from agent.limits import Limits
from agent.planner import Planner
from data.catalogue import Catalogue
from data.errors import DatabaseError, StarterPackError
from data.pack import DEFAULT_FOLDER, StarterPack
from data.people import PeopleIndex
from data.titles import TitleIndex
from memory.checkpoints import open_checkpointer
from memory.database import Database
from memory.library import Library
from memory.people import People
from memory.preferences import Preferences
from memory.privacy import Privacy
from memory.reviews import Reviews
from memory.threads import Threads
from recsys.looks.folder import CARD as LOOKS_CARD
from recsys.looks.looks import Looks
from recsys.recommender import Recommender
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.reading import Reader
from recsys.reviews.starter_figures import StarterFigures
from tools.registry import build_tools
from tools.review_desk import ReviewDesk
from tools.services import Services

log = logging.getLogger(__name__)

LOOKS = "looks"
"""Folder of a look index, in the starter pack and in the data folder."""


@dataclass(frozen=True, slots=True)
class App:
    """A running CineAesthete without a surface: what every surface is handed."""

    settings: Settings
    agent: Agent
    catalogue: Catalogue
    titles: TitleIndex
    database: Database
    people: People
    library: Library
    privacy: Privacy

    @staticmethod
    @asynccontextmanager
    async def open(settings: Settings) -> AsyncIterator["App"]:
        """Load the films and models, open the database, join the parts; close them in turn.

        Raises StarterPackError, DatabaseError or BadInput with the mend.
        """
        logging.basicConfig(level=settings.log_level)
        with _without_collecting():
            pack, recommender = load_recommender(settings)
            catalogue = pack.catalogue
            titles, people_index = TitleIndex(catalogue), PeopleIndex(catalogue)
            planner = Planner(catalogue, titles, people_index)
        async with AsyncExitStack() as stack:
            make_home(settings)
            database = await Database.open(settings.database)
            stack.push_async_callback(database.close)
            checkpointer = await stack.enter_async_context(open_checkpointer(settings.database))
            people, threads, library = People(database), Threads(database), Library(database)
            services = Services(
                catalogue=catalogue,
                titles=titles,
                people=people_index,
                recommender=recommender,
                library=library,
                preferences=Preferences(database),
                threads=threads,
                privacy=Privacy(database),
                review_desk=load_review_desk(pack, database),
                looks=load_looks(settings, pack),
            )
            model = None
            if settings.model != "none":
                from agent.language_model import connect_ollama

                model = connect_ollama(host=settings.ollama_host, name=settings.model)
                stack.push_async_callback(model.aclose)
            agent = Agent(
                tools=build_tools(services),
                people=people,
                threads=threads,
                library=library,
                catalogue=catalogue,
                planner=planner,
                checkpointer=checkpointer,
                model=model,
                limits=Limits(first_token_s=settings.model_first_token_s, turn_s=settings.turn_limit_s),
            )
            log.info("open", extra={"films": len(catalogue), "model": settings.model})
            yield App(settings, agent, catalogue, titles, database, people, library, services.privacy)


def load_recommender(settings: Settings) -> tuple[StarterPack, Recommender]:
    """Read the starter pack and the models in it. Raises StarterPackError with the mend.

    From then on linear algebra takes one thread: the products of one question are small, and questions of
    several people run side by side.
    """
    threadpool_limits(limits=1)
    pack = StarterPack.load(settings.starter or DEFAULT_FOLDER)
    return pack, Recommender.load(pack.catalogue, pack.models)


def load_review_desk(pack: StarterPack, database: Database) -> ReviewDesk | None:
    """What tells what people say of films; None where the pack was built without it."""
    try:
        reader = Reader(SentimentClassifier.load(pack.models))
        figures = StarterFigures.load(pack.figures, len(pack.catalogue))
    except StarterPackError as error:
        log.info("reviews cannot be summed up", extra={"cause": str(error)})
        return None
    return ReviewDesk(Reviews(database), reader, figures)


def load_looks(settings: Settings, pack: StarterPack) -> Looks | None:
    """The pictures' index: one's own, joined with the starter's; None where there is none.

    An index of one's own that is damaged is left out, with a warning: a chat goes on without it.
    """
    starter, own = pack.folder / LOOKS, settings.home / LOOKS
    for mine in (own, None):
        if not any(folder and (folder / LOOKS_CARD).exists() for folder in (starter, mine)):
            return None
        try:
            return Looks.load(starter, mine)
        except StarterPackError as error:
            log.warning("%s", error)
    return None


def make_home(settings: Settings) -> None:
    """Make the data folder, readable by its owner alone. Raises DatabaseError with the mend."""
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(
            f"The data folder {settings.home} cannot be made ({error.strerror}); "
            "set CINE_HOME to a folder that you may write to."
        ) from None


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Load without the garbage collector, and leave what was loaded out of its later rounds.

    The films and their indices are hundreds of thousands of objects that live as long as the process; looking
    through them again and again costs a third of the loading time.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
