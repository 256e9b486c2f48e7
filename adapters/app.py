"""The composition root: the one place where real parts are made and joined."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from sqlalchemy.pool import QueuePool

from adapters.following import follow
from adapters.home import make_home
from adapters.jobs.jobs import Jobs
from adapters.rates import TurnRates
from adapters.seeing.faults import report_faults
from adapters.seeing.health import Check, Health, Part, State
from adapters.seeing.logs import set_up_logs
from adapters.seeing.metrics import Metrics
from adapters.seeing.traces import open_traces
from adapters.settings import Settings
from adapters.stock import Stock, load_palettes
from agent.agent import Agent
from agent.language_model import LanguageModel
from agent.limits import Limits
from agent.model_pool import ModelPool, connect_hosts
from agent.report import TurnReport
from agent.tidings import Tidings
from data.achievements import load_achievements
from data.catalogue import Catalogue
from data.errors import StarterPackError
from data.pack import StarterPack
from data.titles import TitleIndex
from memory.achievements import Achievements
from memory.ballot_news import BallotNews
from memory.ballots import Ballots
from memory.checkpoints import open_checkpointer
from memory.database import Database
from memory.follow_ups import FollowUps
from memory.friends import Friends
from memory.jobs import JobBook
from memory.library import Library
from memory.lines import lines_of
from memory.people import People
from memory.preferences import Preferences
from memory.privacy import Privacy
from memory.quizzes import Quizzes
from memory.reviews import Reviews
from memory.room_lists import RoomLists
from memory.rooms import Rooms
from memory.threads import Threads
from memory.trials import Trials
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.reading import Reader
from recsys.reviews.starter_figures import StarterFigures
from recsys.trials.definitions import Experiment, load_experiments
from tools.registry import build_tools
from tools.review_desk import ReviewDesk
from tools.services import Services

log = logging.getLogger(__name__)


class App:
    """A running CineAesthete without a surface: what every surface is handed."""

    def __init__(
        self,
        settings: Settings,
        agent: Agent,
        stock: Stock,
        database: Database,
        health: Health,
        metrics: Metrics,
        experiments: tuple[Experiment, ...],
    ) -> None:
        self.settings = settings
        self.health = health
        self.metrics = metrics
        self.agent = agent
        self.database = database
        self.people = People(database)
        self.library = Library(database)
        self.privacy = Privacy(database)
        self.jobs = Jobs(JobBook(database), metrics)
        self._stock = stock
        self._experiments = experiments

    @property
    def catalogue(self) -> Catalogue:
        """The films at this moment."""
        return self._stock.catalogue

    @property
    def titles(self) -> TitleIndex:
        """Their titles."""
        return self._stock.titles

    @staticmethod
    @asynccontextmanager
    async def open(settings: Settings) -> AsyncIterator["App"]:
        """Load the films and models, open the database, join the parts; close them in turn.

        Models trained meanwhile are taken into use while it is open. Raises StarterPackError, DatabaseError
        or BadInput with the mend.
        """
        set_up_logs(settings)
        if settings.sentry_dsn:
            report_faults(settings.sentry_dsn.get_secret_value())
        stock = Stock.open(settings)
        async with AsyncExitStack() as stack:
            make_home(settings)
            experiments = load_experiments(settings.experiments)
            database = await Database.open(settings.database, settings.pool)
            stack.push_async_callback(database.close)
            checkpointer = await stack.enter_async_context(
                open_checkpointer(settings.database, settings.pool, beside=database.store)
            )
            across = lines_of(database.store)
            if across is not None:
                stack.push_async_callback(across.aclose)
            model = None
            if settings.model != "none":
                model = connect_hosts(
                    hosts=settings.ollama_hosts, name=settings.model, at_once=settings.model_at_once
                )
                stack.push_async_callback(model.aclose)
            rates = _rates(settings)
            stack.push_async_callback(rates.aclose)
            metrics = Metrics()
            tellers: list[Callable[[TurnReport], None]] = [metrics.told]
            if settings.otel_endpoint:
                traces = open_traces(str(settings.otel_endpoint))
                stack.callback(traces.close)
                tellers.append(traces.told)
            agent = Agent(
                tools=build_tools(_services(stock, database, experiments)),
                people=People(database),
                threads=Threads(database),
                library=Library(database),
                catalogue=stock.catalogue,
                planner=stock.planner,
                reviews=Reviews(database),
                checkpointer=checkpointer,
                rooms=Rooms(database),
                tidings=Tidings(
                    BallotNews(database), Friends(database), Achievements(database), load_achievements()
                ),
                palettes=load_palettes(settings, stock.pack),
                model=model,
                limits=Limits(
                    first_token_s=settings.model_first_token_s,
                    turn_s=settings.turn_limit_s,
                    turns_at_once=settings.turns_at_once,
                ),
                rates=rates,
                across=across,
                told=lambda report: _tell(tellers, report),
            )
            app = App(settings, agent, stock, database, Health(_parts(database, model)), metrics, experiments)
            app.show_gauges()
            following = asyncio.create_task(
                follow(settings, stock.version, every_s=settings.models_check_s, take=app.take)
            )
            stack.push_async_callback(_cancel, following)
            log.info("open", extra={"films": len(stock.catalogue), "model": settings.model})
            yield app

    def show_gauges(self) -> None:
        """Let the figures tell what is so at the moment they are asked for."""
        pool, gauge = self.database.engine.pool, self.metrics.gauge
        gauge("films", "Films in the catalogue", lambda: len(self.catalogue))
        gauge("conversations_busy", "With a turn running or waiting", lambda: self.agent.under_way)
        if model := self.agent.model:
            gauge("model_line", "Questions waiting for a host of the model", lambda: model.waiting)
            gauge("model_hosts", "Hosts of the model that are there", lambda: model.there)
        if isinstance(pool, QueuePool):
            gauge("database_connections_used", "Connections in use", lambda: float(pool.checkedout()))
            gauge("database_connections_limit", "Connections there may be", lambda: float(pool.size()))

    def take(self, stock: Stock) -> None:
        """Answer from these films and models from now on; turns under way end with what they began with."""
        self.agent.adopt(
            tools=build_tools(_services(stock, self.database, self._experiments)),
            catalogue=stock.catalogue,
            planner=stock.planner,
        )
        self._stock = stock


def _services(stock: Stock, database: Database, experiments: tuple[Experiment, ...]) -> Services:
    return Services(
        catalogue=stock.catalogue,
        titles=stock.titles,
        people=stock.people,
        recommender=stock.recommender,
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
        experiments=experiments,
        review_desk=load_review_desk(stock.pack, database),
        looks=stock.looks,
        quiz=stock.quiz,
    )


def _rates(settings: Settings) -> TurnRates:
    redis = settings.redis_url.get_secret_value() if settings.redis_url else None
    return TurnRates(
        person=settings.person_turns,
        room=settings.room_turns,
        guest=settings.guest_turns,
        address=settings.address_turns,
        redis_url=redis,
    )


def _tell(tellers: list[Callable[[TurnReport], None]], report: TurnReport) -> None:
    """Tell all who count; a fault of theirs is no fault of the turn."""
    for told in tellers:
        try:
            told(report)
        except Exception:
            log.exception("a turn could not be counted")


def _parts(database: Database, model: ModelPool | None) -> dict[str, Part]:
    async def reached() -> State:
        await database.revision()
        return "ok"

    async def none() -> State:
        return "off"

    def talking(host: LanguageModel) -> Check:
        async def talks() -> State:
            return "away" if await host.availability.away() in ("unreachable", "lacking", "resting") else "ok"

        return talks

    parts = {"database": Part(reached, needed=True)}
    hosts = model.hosts if model else ()
    if len(hosts) > 1:  # by number: whoever may ask how we are need not learn where they stand
        return parts | {f"model {n}": Part(talking(host), needed=False) for n, host in enumerate(hosts, 1)}
    return parts | {"model": Part(talking(hosts[0]) if hosts else none, needed=False)}


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def load_review_desk(pack: StarterPack, database: Database) -> ReviewDesk | None:
    """What tells what people say of films; None where the pack was built without it."""
    try:
        reader = Reader(SentimentClassifier.load(pack.models))
        figures = StarterFigures.load(pack.figures, len(pack.catalogue))
    except StarterPackError as error:
        log.info("reviews cannot be summed up", extra={"cause": str(error)})
        return None
    return ReviewDesk(Reviews(database), reader, figures)
