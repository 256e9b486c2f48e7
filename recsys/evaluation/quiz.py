"""The quiz held against other ways to meet a newcomer, on people whom no model has seen.

Simulated people are protocol C's test users. Half of each one's ratings, drawn at random, is what they can
speak of: of the films of a question they pick the one they rated highest, if they liked any; of the films
offered as favourites they tick those they liked, and name some of their best where they found few. What they
told is then what the recommender knows. The likes in the other half are relevant, the same for every way, and
no way may show the half that can be spoken of.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import scipy.sparse as sp

from recsys.evaluation.bank import BankConfig, SignalBank
from recsys.evaluation.blending import learn_by_level
from recsys.evaluation.cold_start import COLD, reveal, score
from recsys.evaluation.datasets import Dataset
from recsys.evaluation.metrics import Hits, paired_interval, top
from recsys.evaluation.protocol import likes
from recsys.evaluation.splits import set_aside, take
from recsys.quiz import ASKABLE, SET_SIZE, Asked, Quiz
from recsys.training.quiz import QuizConfig, fit_quiz
from recsys.types import DoubleArray, FloatArray

QUESTIONS = 5
OFFERED = 18
TICKED_AT_MOST = 10
NAMED = 5
"""Favourites that come to mind unasked."""
COMPARED = (
    ("quiz", "popularity"),
    ("quiz", "five_favourites"),
    ("questions", "random_questions"),
    ("questions_then_offer", "random_questions_then_offer"),
)
LEARNED_AT = (3, 8)
"""Films known where the blend's weights are learned; each person gets those of the nearer number."""


def evaluate_quiz(
    dataset: Dataset,
    seed: int = 42,
    *,
    progress: Callable[[str], None],
    bank_config: BankConfig = COLD,
    config: QuizConfig | None = None,
) -> dict[str, Any]:
    """NDCG@10 of each way, how many likes each brought to light, and intervals, as plain JSON."""
    aside = set_aside(dataset.ratings, seed)
    rng = np.random.default_rng(seed)
    liked = likes(dataset.ratings, len(dataset.films))
    progress("fitting the recommender")
    bank = SignalBank(dataset, aside.train, bank_config, rng)
    progress("fitting the types of taste")
    trained = likes(take(dataset.ratings, aside.train), len(dataset.films))
    quiz = fit_quiz(trained, config or QuizConfig(), rng=rng)
    progress("learning weights")
    weights = [_weights(bank, liked[aside.validation], k, rng) for k in LEARNED_AT]

    shape = (dataset.ratings.n_users, len(dataset.films))
    stars = sp.csr_array((dataset.ratings.stars, (dataset.ratings.users, dataset.ratings.items)), shape=shape)
    halves = [_halves(stars[[user]], rng) for user in aside.test]
    people = [_Person(spoken, rng) for spoken, _ in halves]
    sought = sp.csr_array(sp.vstack([(rest >= 4).astype(np.float32) for _, rest in halves]))
    spoken = sp.csr_array(sp.vstack([half for half, _ in halves]))
    ways = {
        "popularity": [set[int]() for _ in people],
        "random_questions": [person.told(person.random_questions(quiz)) for person in people],
        "questions": [person.told(person.questions(quiz)) for person in people],
        "five_favourites": [person.favourites(NAMED) for person in people],
        "random_questions_then_offer": [
            person.with_offer(quiz, person.random_questions(quiz)) for person in people
        ],
        "questions_then_offer": [person.with_offer(quiz, person.questions(quiz)) for person in people],
        "quiz": [person.whole_quiz(quiz) for person in people],
    }
    found: dict[str, Any] = {"seed": seed, "people": len(people), "questions": QUESTIONS, "ways": {}}
    ndcg: dict[str, DoubleArray] = {}
    for name, known in ways.items():
        progress(f"testing {name.replace('_', ' ')}")
        ndcg[name] = _ndcg(bank, spoken, sought, known, weights)
        told = np.array([len(films) for films in known])
        found["ways"][name] = {"ndcg@10": float(ndcg[name].mean()), "films_told": float(told.mean())}
    for one, other in COMPARED:
        interval = paired_interval(ndcg[one], ndcg[other], rng=rng)
        found[f"{one}_less_{other}_95"] = [round(bound, 4) for bound in interval]
    return found


class _Person:
    """Answers as their ratings say."""

    def __init__(self, stars: sp.csr_array, rng: np.random.Generator) -> None:
        self._stars = dict(zip(stars.indices.tolist(), stars.data.tolist(), strict=True))
        self._rng = rng

    def likes(self, film: int) -> bool:
        return bool(self._stars.get(film, 0) >= 4)

    def questions(self, quiz: Quiz) -> list[Asked]:
        asked: list[Asked] = []
        for _ in range(QUESTIONS):
            asked.append(self._answer(quiz.next_question(asked)))
        return asked

    def random_questions(self, quiz: Quiz) -> list[Asked]:
        """As many films, drawn from those that questions come from."""
        drawn = self._rng.choice(quiz.films[:ASKABLE], QUESTIONS * SET_SIZE, replace=False).tolist()
        return [
            self._answer(tuple(drawn[start : start + SET_SIZE])) for start in range(0, len(drawn), SET_SIZE)
        ]

    def with_offer(self, quiz: Quiz, asked: list[Asked]) -> set[int]:
        offered = quiz.likely_favourites(asked, OFFERED)
        ticked = [film for film in offered if self.likes(film)][:TICKED_AT_MOST]
        return self.told(asked) | set(ticked)

    def whole_quiz(self, quiz: Quiz) -> set[int]:
        """Questions, ticks, and favourites named beside them, up to `NAMED` of both together."""
        asked = self.questions(quiz)
        ticked = self.with_offer(quiz, asked) - self.told(asked)
        named = self.favourites(max(NAMED - len(ticked), 0))
        return self.told(asked) | ticked | named

    def favourites(self, count: int) -> set[int]:
        """The films rated highest; ties fall at random, as they do in a memory."""
        films = list(self._stars)
        self._rng.shuffle(films)
        return {film for film in sorted(films, key=lambda f: -self._stars[f])[:count] if self.likes(film)}

    @staticmethod
    def told(asked: list[Asked]) -> set[int]:
        return {question.picked for question in asked if question.picked is not None}

    def _answer(self, films: tuple[int, ...]) -> Asked:
        best = max(films, key=lambda film: self._stars.get(film, 0))
        return Asked(films, best if self.likes(best) else None)


def _weights(bank: SignalBank, liked: sp.csr_array, k: int, rng: np.random.Generator) -> FloatArray:
    """(signals,) of the blend where k popular likes are known, learned on these people."""
    known = reveal(liked, k, "popular", bank.counts, rng)
    rest = sp.csr_array(liked - known)
    rest.eliminate_zeros()
    standardised, _ = score(bank, known)
    return np.asarray(learn_by_level(standardised, rest, np.zeros(known.shape[0], np.int32))[0])


def _halves(stars: sp.csr_array, rng: np.random.Generator) -> tuple[sp.csr_array, sp.csr_array]:
    """One person's ratings (1, films) in two."""
    first = stars.copy()
    first.data = first.data * rng.permuted(np.arange(first.nnz) % 2).astype(np.float32)
    second = sp.csr_array(stars - first)
    for half in (first, second):
        half.eliminate_zeros()
    return first, second


def _ndcg(
    bank: SignalBank,
    spoken: sp.csr_array,
    sought: sp.csr_array,
    known: list[set[int]],
    weights: list[FloatArray],
) -> DoubleArray:
    """(people,) over the likes sought; nothing of what may be spoken of is ranked."""
    rows = np.repeat(np.arange(len(known)), [len(films) for films in known])
    columns = np.array([film for films in known for film in sorted(films)], np.int32)
    told = sp.csr_array((np.ones(len(rows), np.float32), (rows, columns)), shape=sought.shape)
    standardised, raw = score(bank, told, hidden=spoken)
    nearer = [int(np.argmin([abs(len(films) - k) for k in LEARNED_AT])) for films in known]
    scores = standardised.blended(np.stack([weights[level] for level in nearer]))
    unknown = np.array([not films for films in known])
    popular = np.where(standardised.allowed, raw["popularity"], -np.inf)
    scores[unknown] = popular[unknown]
    return Hits.of(top(scores, 10), sought).ndcg()
