import asyncio

from memory.database import Database
from memory.people import People
from memory.quizzes import QuizQuestion, Quizzes

FIRST = QuizQuestion(("heat", "alien"))


async def test_it_is_kept_from_where_it_stopped(database: Database) -> None:
    ana = (await People(database).resolve("web", "ana")).id
    quizzes = Quizzes(database)
    assert await quizzes.state(ana) is None
    await quizzes.begin(ana, FIRST)
    answered = (QuizQuestion(FIRST.films, "heat"), QuizQuestion(("amelie",)))
    state = await quizzes.advance(ana, 0, answered)
    assert state == await Quizzes(database).state(ana)
    assert state is not None
    assert (state.step, state.asked, state.finished_at) == (1, answered, None)


async def test_a_step_answered_twice_at_once_counts_once(database: Database) -> None:
    ana = (await People(database).resolve("web", "ana")).id
    quizzes = Quizzes(database)
    await quizzes.begin(ana, FIRST)
    answers = [(QuizQuestion(FIRST.films, film),) for film in FIRST.films]
    both = await asyncio.gather(*(quizzes.advance(ana, 0, answer) for answer in answers))
    assert sum(state is not None for state in both) == 1
    assert (await quizzes.state(ana)) in both


async def test_a_finished_quiz_takes_no_more_answers_until_begun_anew(database: Database) -> None:
    ana = (await People(database).resolve("web", "ana")).id
    quizzes = Quizzes(database)
    await quizzes.begin(ana, FIRST)
    done = await quizzes.advance(ana, 0, (FIRST,), finished=True)
    assert done is not None
    assert done.finished_at is not None
    assert await quizzes.advance(ana, 1, (FIRST,)) is None
    again = await quizzes.begin(ana, FIRST)
    assert (again.step, again.finished_at) == (0, None)
