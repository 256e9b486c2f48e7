from dataclasses import replace

import pytest

from data.errors import AppError
from memory.privacy import Privacy
from tools.arguments import StartQuiz
from tools.base import Caller
from tools.results import QuizAsked, QuizFinished
from tools.services import Services
from tools.start_quiz import DONE, FAVOURITES, MOOD, NONE, QUESTIONS, SKIP, start_quiz


async def asked(caller: Caller, services: Services, **arguments: object) -> QuizAsked:
    result = await start_quiz(StartQuiz.model_validate(arguments), caller, services)
    assert isinstance(result, QuizAsked)
    return result


async def to_favourites(caller: Caller, services: Services) -> QuizAsked:
    step = await asked(caller, services)
    for number in range(QUESTIONS):
        films = [film.id for film in step.films]
        step = await asked(caller, services, step=number, answer=films[0] if films else NONE)
    return step


async def test_the_whole_quiz(ana: Caller, services: Services) -> None:
    first = await asked(ana, services)
    assert (first.kind, first.step, len(first.films)) == ("question", 0, 4)
    second = await asked(ana, services, step=0, answer=first.films[1].id)
    assert second.step == 1
    assert not set(second.films) & set(first.films)
    third = await asked(ana, services, step=1, answer=NONE)
    await asked(ana, services, step=2, answer=SKIP)
    await asked(ana, services, step=3, answer=NONE)
    offer = await asked(ana, services, step=4, answer=NONE)
    assert (offer.kind, offer.step, offer.chosen) == ("favourites", FAVOURITES, (first.films[1],))
    assert not set(offer.films) & {*first.films, *second.films}
    assert third.films
    named = await asked(ana, services, step=FAVOURITES, titles=("Heat", "no such film of all"))
    assert "heat" in [film.id for film in named.chosen]
    assert named.unknown == ("no such film of all",)
    mood = await asked(ana, services, step=FAVOURITES, answer=DONE)
    assert (mood.kind, mood.step) == ("mood", MOOD)
    over = await start_quiz(StartQuiz(step=MOOD, answer="tense"), ana, services)
    assert isinstance(over, QuizFinished)
    assert {film.id for film in over.liked} == {"heat", first.films[1].id}
    late = await start_quiz(StartQuiz(step=MOOD, answer="tense"), ana, services)
    assert late == QuizFinished(late.liked if isinstance(late, QuizFinished) else (), before=True)


async def test_it_goes_on_where_it_stopped(ana: Caller, services: Services) -> None:
    first = await asked(ana, services)
    second = await asked(ana, services, step=0, answer=first.films[0].id)
    again = await asked(replace(ana, thread_id=ana.thread_id + 1), services)
    assert (again.step, again.films, again.resumed) == (1, second.films, True)


async def test_an_answer_given_twice_counts_once(ana: Caller, services: Services) -> None:
    first = await asked(ana, services)
    await asked(ana, services, step=0, answer=first.films[0].id)
    twice = await asked(ana, services, step=0, answer=first.films[1].id)
    assert (twice.step, twice.repeated) == (1, True)
    liked = [row.film_id for row in await services.library.rows(ana.person_id) if row.liked]
    assert liked == [first.films[0].id]


async def test_what_is_no_answer_is_asked_again(ana: Caller, services: Services) -> None:
    first = await asked(ana, services)
    again = await asked(ana, services, step=0, answer="tt0000000")
    assert (again.step, again.films, again.repeated) == (0, first.films, True)


async def test_films_of_the_library_are_not_asked_about(ana: Caller, services: Services) -> None:
    first = await asked(ana, services)
    await services.library.rate(ana.person_id, first.films[0].id, 2.0)
    anew = await asked(ana, services, anew=True)
    assert first.films[0] not in anew.films
    assert (anew.step, anew.resumed) == (0, False)


async def test_stars_say_more_than_a_pick(ana: Caller, services: Services) -> None:
    first = await asked(ana, services)
    await asked(ana, services, step=0, answer=first.films[0].id)
    await services.library.rate(ana.person_id, first.films[0].id, 2.0)
    assert (await services.library.row(ana.person_id, first.films[0].id)).liked is False


async def test_forgetting_takes_the_answers_too(ana: Caller, services: Services) -> None:
    await to_favourites(ana, services)
    privacy: Privacy = services.privacy
    assert (await privacy.counts(ana.person_id))["answers in the quiz"] == 1
    await privacy.erase(ana.person_id)
    assert await services.quizzes.state(ana.person_id) is None


async def test_without_models_it_says_so(ana: Caller, services: Services) -> None:
    with pytest.raises(AppError, match="starter build"):
        await start_quiz(StartQuiz(), ana, replace(services, quiz=None))
