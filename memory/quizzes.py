"""How far each person is in the quiz: kept in SQL, so that it goes on from any surface where it stopped."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from memory.database import Database
from memory.models import QuizRecord
from memory.retrying import retried
from memory.timestamps import now


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """Films shown together, and the one picked; None: none of them, or not answered yet."""

    films: tuple[str, ...]
    picked: str | None = None


@dataclass(frozen=True, slots=True)
class QuizState:
    """One person's quiz."""

    step: int
    """Steps behind them."""
    asked: tuple[QuizQuestion, ...]
    """All questions shown, the open one last."""
    started_at: datetime
    updated_at: datetime
    finished_at: datetime | None = None


class Quizzes:
    """The quizzes of all people."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def state(self, person_id: int) -> QuizState | None:
        """Where this person stands; None where they never began."""
        async with self._database.session() as session:
            record = await session.get(QuizRecord, person_id)
            return None if record is None else _state(record)

    @retried
    async def begin(self, person_id: int, first: QuizQuestion) -> QuizState:
        """Begin, or begin anew."""
        at = self._clock()
        async with self._database.transaction() as session:
            record = QuizRecord(
                person_id=person_id,
                step=0,
                asked=[asdict(first)],
                started_at=at,
                updated_at=at,
                finished_at=None,
            )
            return _state(await session.merge(record))

    @retried
    async def advance(
        self, person_id: int, step: int, asked: tuple[QuizQuestion, ...], *, finished: bool = False
    ) -> QuizState | None:
        """Put `step` behind them. None, and nothing changes, where that is not the step they are at.

        So a question answered twice, from two surfaces or by an old button, counts once.
        """
        async with self._database.transaction() as session:
            record = await session.get(QuizRecord, person_id, with_for_update=True)
            if record is None or record.step != step or record.finished_at is not None:
                return None
            record.step = step + 1
            record.asked = [asdict(question) for question in asked]
            record.updated_at = self._clock()
            record.finished_at = record.updated_at if finished else None
            return _state(record)


def _state(record: QuizRecord) -> QuizState:
    asked = tuple(QuizQuestion(tuple(one["films"]), one["picked"]) for one in record.asked)
    return QuizState(record.step, asked, record.started_at, record.updated_at, record.finished_at)
