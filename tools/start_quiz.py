"""The tool start_quiz: five questions chosen for this person, some favourites, a mood."""

import asyncio
from collections.abc import Sequence

from data.catalogue import Catalogue
from data.errors import AppError
from data.films import Film
from memory.quizzes import QuizQuestion, QuizState
from recsys.quiz import Asked, Quiz
from tools.achieving import achieve
from tools.arguments import StartQuiz
from tools.base import Caller
from tools.resolving import find_film
from tools.results import QuizAsked, QuizFinished
from tools.services import Services

QUESTIONS = 5
FAVOURITES, MOOD = QUESTIONS, QUESTIONS + 1
"""The steps after the questions."""
STEPS = QUESTIONS + 2
OFFERED = 12
"""Films offered as favourites at once."""
FAVOURITES_AT_MOST = 10
NONE, SKIP, DONE = "none", "skip", "done"


async def start_quiz(arguments: StartQuiz, caller: Caller, services: Services) -> QuizAsked | QuizFinished:
    """Get to know their taste by a short quiz.

    Call it where they want the quiz, want to be got to know, or want to go on with it. It takes no
    arguments: their answers come by buttons, or are read from their words.
    """
    if services.quiz is None:
        raise AppError("The quiz needs models that are not here; run `cineaesthete starter build`.")
    return await _Running(services.quiz, caller, services).answer(arguments)


class _Running:
    """One person's quiz in one turn."""

    def __init__(self, quiz: Quiz, caller: Caller, services: Services) -> None:
        self._quiz = quiz
        self._person, self._at = caller.person_id, caller.at
        self._services = services
        self._catalogue = services.catalogue

    async def answer(self, arguments: StartQuiz) -> QuizAsked | QuizFinished:
        state = await self._services.quizzes.state(self._person)
        if arguments.step is None:
            if state is None or arguments.anew or state.finished_at is not None:
                return await self._asked(await self._begin())
            return await self._asked(state, resumed=True)
        if state is None:
            return await self._asked(await self._begin())
        if state.finished_at is not None:
            return QuizFinished(await self._liked(), before=True)
        if arguments.step != state.step:
            return await self._asked(state, repeated=True)
        if state.step < QUESTIONS:
            return await self._question(arguments, state)
        if state.step == FAVOURITES:
            return await self._favourites(arguments, state)
        # What the mood is for comes as a wish of its own beside this call.
        await self._services.quizzes.advance(self._person, state.step, state.asked, finished=True)
        await achieve(self._person, self._at, self._services)
        return QuizFinished(await self._liked())

    async def _begin(self) -> QuizState:
        first = await self._next(())
        return await self._services.quizzes.begin(self._person, first)

    async def _question(self, arguments: StartQuiz, state: QuizState) -> QuizAsked:
        open_question = state.asked[-1]
        picked = arguments.answer if arguments.answer in open_question.films else None
        if picked is None and arguments.answer not in (NONE, SKIP):
            return await self._asked(state, repeated=True)
        # A question skipped leaves no answer, only films that are not shown again.
        films = open_question.films if arguments.answer != SKIP else ()
        answered = (*state.asked[:-1], QuizQuestion(films, picked))
        more = (await self._next(answered),) if state.step + 1 < QUESTIONS else ()
        advanced = await self._services.quizzes.advance(self._person, state.step, (*answered, *more))
        if advanced is None:
            return await self._again()
        if picked is not None:
            await self._services.library.like(self._person, picked)
        return await self._asked(advanced)

    async def _favourites(self, arguments: StartQuiz, state: QuizState) -> QuizAsked:
        unknown: list[str] = []
        named = list(arguments.titles)
        if arguments.answer not in (None, DONE, SKIP, NONE):
            named.append(str(arguments.answer))
        for title in named:
            film = find_film(title, self._services.titles)
            if isinstance(film, Film):
                await self._services.library.like(self._person, film.id)
            else:
                unknown.append(title)
        chosen = await self._liked()
        if not unknown and (
            arguments.answer in (DONE, SKIP, NONE) or len(chosen) >= QUESTIONS + FAVOURITES_AT_MOST
        ):
            advanced = await self._services.quizzes.advance(self._person, state.step, state.asked)
            return await self._asked(advanced) if advanced else await self._again()
        return await self._asked(state, unknown=tuple(unknown))

    async def _again(self) -> QuizAsked:
        """Somebody else, a second press, was quicker: what is open now."""
        state = await self._services.quizzes.state(self._person) or await self._begin()
        return await self._asked(state, repeated=True)

    async def _asked(
        self,
        state: QuizState,
        *,
        resumed: bool = False,
        repeated: bool = False,
        unknown: tuple[str, ...] = (),
    ) -> QuizAsked:
        if state.step < QUESTIONS:
            films = _films(state.asked[-1].films, self._catalogue)
            return QuizAsked("question", state.step, STEPS, films, resumed=resumed, repeated=repeated)
        if state.step == FAVOURITES:
            return QuizAsked(
                "favourites",
                state.step,
                STEPS,
                await self._offer(state),
                chosen=await self._liked(),
                resumed=resumed,
                repeated=repeated,
                unknown=unknown,
            )
        return QuizAsked("mood", state.step, STEPS, resumed=resumed, repeated=repeated)

    async def _next(self, asked: Sequence[QuizQuestion]) -> QuizQuestion:
        told = self._told(asked)
        found = await asyncio.to_thread(self._quiz.next_question, told, await self._known())
        return QuizQuestion(tuple(self._catalogue.films[item].id for item in found))

    async def _offer(self, state: QuizState) -> tuple[Film, ...]:
        told = self._told(state.asked)
        found = await asyncio.to_thread(self._quiz.likely_favourites, told, OFFERED, await self._known())
        return tuple(self._catalogue.films[item] for item in found)

    def _told(self, asked: Sequence[QuizQuestion]) -> list[Asked]:
        """The answers as the model reads them."""
        index = self._catalogue.index
        return [
            Asked(
                tuple(index(film) for film in question.films if self._catalogue.get(film)),
                index(question.picked) if question.picked and self._catalogue.get(question.picked) else None,
            )
            for question in asked
        ]

    async def _known(self) -> frozenset[int]:
        """Films of which their library says something: nothing is learned by asking."""
        rows = await self._services.library.rows(self._person)
        return frozenset(self._catalogue.indices(row.film_id for row in rows))

    async def _liked(self) -> tuple[Film, ...]:
        rows = await self._services.library.rows(self._person)
        return _films(tuple(row.film_id for row in rows if row.liked), self._catalogue)


def _films(film_ids: Sequence[str], catalogue: Catalogue) -> tuple[Film, ...]:
    return tuple(film for film_id in film_ids if (film := catalogue.get(film_id)))
