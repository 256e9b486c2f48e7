from pathlib import Path

import numpy as np
import pytest
import scipy.sparse as sp

from data.errors import StarterPackError
from recsys.quiz import SET_SIZE, Asked, Quiz
from recsys.training.quiz import QuizConfig, fit_quiz

FILMS, PEOPLE, CAMPS = 40, 300, 4


@pytest.fixture(scope="module")
def likes() -> sp.csr_array:
    """Four camps: each mostly likes its own ten films, and the first two of every camp are liked by many."""
    rng = np.random.default_rng(7)
    camp = np.arange(PEOPLE) % CAMPS
    own = np.arange(FILMS) % CAMPS
    chance = np.where(camp[:, None] == own, 0.6, 0.04)
    chance[:, :4] = np.where(camp[:, None] == own[:4], 0.9, 0.3)
    return sp.csr_array((rng.random((PEOPLE, FILMS)) < chance).astype(np.float32))


@pytest.fixture(scope="module")
def quiz(likes: sp.csr_array) -> Quiz:
    config = QuizConfig(types=CAMPS, films=FILMS, evidence=1.0)  # these likes are independent
    return fit_quiz(likes, config, rng=np.random.default_rng(1))


def answered(quiz: Quiz, camp: int, questions: int) -> list[Asked]:
    asked: list[Asked] = []
    for _ in range(questions):
        films = quiz.next_question(asked)
        own = [film for film in films if film % CAMPS == camp]
        asked.append(Asked(films, own[0] if own else None))
    return asked


@pytest.mark.parametrize("camp", range(CAMPS))
def test_a_few_answers_find_the_camp(quiz: Quiz, camp: int) -> None:
    asked = answered(quiz, camp, 3)
    favourites = quiz.likely_favourites(asked, 4)
    assert sum(film % CAMPS == camp for film in favourites) >= 3
    assert not set(favourites) & {film for question in asked for film in question.films}


def test_a_question_tells_more_than_one_drawn_at_random(quiz: Quiz) -> None:
    """The expected fall of uncertainty about the type, in nats, by trying every answer."""

    def entropy(belief: np.ndarray) -> float:
        of_type = belief.sum(axis=1)
        return float(-(of_type * np.log(np.maximum(of_type, 1e-12))).sum())

    def gain(films: tuple[int, ...]) -> float:
        before, expected = quiz.belief([]), 0.0
        likes = 1 - np.exp(-quiz.habits[:, None] * quiz.profiles[:, None])
        own = likes[:, :, list(films)]
        none = np.prod(1 - own, axis=2)
        for number, answer in enumerate([*films, None]):
            chance = none if answer is None else (1 - none) * own[:, :, number] / own.sum(axis=2)
            expected += float((before * chance).sum()) * entropy(quiz.belief([Asked(films, answer)]))
        return entropy(before) - expected

    index = {film: place for place, film in enumerate(quiz.films.tolist())}
    best = gain(tuple(index[film] for film in quiz.next_question([])))
    rng = np.random.default_rng(3)
    drawn = [gain(tuple(rng.choice(FILMS, SET_SIZE, replace=False).tolist())) for _ in range(20)]
    assert best > np.mean(drawn)
    assert best > 0.9 * max(drawn)


def test_questions_do_not_repeat_and_leave_out_what_is_known(quiz: Quiz) -> None:
    asked = answered(quiz, 0, 5)
    shown = [film for question in asked for film in question.films]
    assert len(shown) == len(set(shown)) == 5 * SET_SIZE
    known = set(quiz.next_question([]))
    assert not known & set(quiz.next_question([], leave_out=known))


def test_it_ends_where_the_films_end(quiz: Quiz) -> None:
    assert quiz.next_question([], leave_out=range(FILMS)) == ()
    assert len(quiz.next_question([], leave_out=range(FILMS - 2))) == 2


def test_unknown_films_say_nothing(quiz: Quiz) -> None:
    before = quiz.belief([])
    assert np.allclose(quiz.belief([Asked((999,), 999), Asked((998, 997), None)]), before)


def test_it_comes_back_from_disk(quiz: Quiz, tmp_path: Path) -> None:
    quiz.save(tmp_path)
    assert Quiz.load(tmp_path).next_question([]) == quiz.next_question([])
    (tmp_path / "quiz.films.npy").write_bytes(b"half")
    with pytest.raises(StarterPackError, match="damaged"):
        Quiz.load(tmp_path)


def test_films_younger_than_most_ratings_are_asked_about(likes: sp.csr_array) -> None:
    chances = np.ones(FILMS, np.float32)
    chances[36:] = 20
    config = QuizConfig(types=6, films=8)
    old = fit_quiz(likes, config, rng=np.random.default_rng(1)).films
    new = fit_quiz(likes, config, rng=np.random.default_rng(1), chances=chances).films
    assert not set(range(36, 40)) <= set(old.tolist())
    assert set(range(36, 40)) <= set(new.tolist())
