"""The quiz by which a newcomer's taste is found out: which films to show next, and what an answer tells.

People are taken to be of one of a few types of taste, a mixture of multinomials over the films they like
(Nigam et al., "Text Classification from Labeled and Unlabeled Documents using EM", 2000, of documents). A
question shows a few films; the answer is the one liked best, or none. The next question is the set whose
answer has the most mutual information with the type, given the answers so far, built up greedily (Rashid et
al., "Getting to Know You", 2002; Golbandi et al., "Adaptive Bootstrapping of Recommender Systems", 2011).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.errors import StarterPackError
from recsys import store
from recsys.types import DoubleArray, FloatArray, IntArray

NAME = "quiz"
SET_SIZE = 4
"""Films of a question: few enough to take in at a glance, enough for an answer to tell two bits."""
ASKABLE = 160
"""Questions come from so many films that most people like: who knows none of a set has told us little."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and its answer."""

    films: tuple[int, ...]
    picked: int | None
    """The film liked best; None: liked or seen none of them."""


class Quiz:
    """Types of taste, and what answers say of them. Holds no state of any person."""

    def __init__(self, films: IntArray, profiles: FloatArray, share: FloatArray, habits: FloatArray) -> None:
        """`films` (n,) catalogue indices, most liked first.

        `profiles` (types, n) is how the likes of a type spread over the films, `share` (types,) how many
        people are of it; `habits` (levels,) are numbers of likes that people have, each as common.
        """
        self.films = films
        self.profiles = profiles.astype(np.float64) / profiles.sum(axis=1, keepdims=True, dtype=np.float64)
        self.share = share.astype(np.float64) / share.sum()
        self.habits = habits.astype(np.float64)
        # Of as many likes drawn from a profile, the chance that a film is among them: (types, levels, n).
        self._likes = 1 - np.exp(-self.habits[:, None] * self.profiles[:, None])
        self._place = {film: place for place, film in enumerate(films.tolist())}

    def belief(self, asked: Sequence[Asked]) -> DoubleArray:
        """(types, levels) probabilities after these answers. Films that it does not know say nothing."""
        levels = len(self.habits)
        logs = np.log(np.repeat(self.share[:, None], levels, axis=1) / levels)
        for question in asked:
            places = [self._place[film] for film in question.films if film in self._place]
            if not places or (question.picked is not None and question.picked not in self._place):
                continue
            chances = _answers(self._likes[:, :, None, places])[:, :, 0]
            answer = -1 if question.picked is None else places.index(self._place[question.picked])
            logs = logs + np.log(chances[..., answer])
        odds = np.exp(logs - logs.max())
        return np.asarray(odds / odds.sum())

    def next_question(self, asked: Sequence[Asked], leave_out: Collection[int] = ()) -> tuple[int, ...]:
        """The films of the next question, at most `SET_SIZE`, none shown before nor in `leave_out`."""
        belief = self.belief(asked)
        used = {film for question in asked for film in question.films} | set(leave_out)
        open_places = [place for place, film in enumerate(self.films.tolist()) if film not in used][:ASKABLE]
        chosen: list[int] = []
        while len(chosen) < SET_SIZE and open_places:
            sets = np.array([[*chosen, place] for place in open_places])
            gains = _information(_answers(self._likes[:, :, sets]), belief)
            chosen.append(open_places.pop(int(np.argmax(gains))))
        return tuple(int(self.films[place]) for place in chosen)

    def likely_favourites(
        self, asked: Sequence[Asked], count: int, leave_out: Collection[int] = ()
    ) -> tuple[int, ...]:
        """The films that this person most likely has seen and likes, best first; none shown before."""
        used = {film for question in asked for film in question.films} | set(leave_out)
        chances = np.einsum("tl,tln->n", self.belief(asked), self._likes)
        ranked = (int(self.films[place]) for place in np.argsort(-chances, kind="stable"))
        return tuple([film for film in ranked if film not in used][:count])

    def save(self, folder: Path) -> None:
        """Write the model below `folder`."""
        arrays = {
            "films": self.films,
            "profiles": self.profiles.astype(np.float32),
            "share": self.share.astype(np.float32),
            "habits": self.habits.astype(np.float32),
        }
        store.write(folder, NAME, arrays, {})

    @classmethod
    def load(cls, folder: Path) -> "Quiz":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        stored = store.read(folder, NAME)
        try:
            return cls(*(stored.arrays[key] for key in ("films", "profiles", "share", "habits")))
        except KeyError as error:
            raise StarterPackError(f"The trained model {NAME} is damaged. {store.MEND}") from error


def _answers(likes: DoubleArray) -> DoubleArray:
    """(types, levels, sets, films + 1) chances of each answer, "none" last, from (…, films) `likes`.

    None is liked with the product of the films' chances not to be; else one is picked in proportion.
    """
    none = np.prod(1 - likes, axis=-1, keepdims=True)
    picked = (1 - none) * likes / likes.sum(axis=-1, keepdims=True)
    return np.concatenate([picked, none], axis=-1)


def _information(chances: DoubleArray, belief: DoubleArray) -> DoubleArray:
    """(sets,) mutual information in nats between type and answer: H(answer) - E[H(answer | type)].

    How much a person watches is averaged over: to learn that alone is not worth a question.
    """
    of_type = belief.sum(axis=1)
    by_type = np.einsum("tl,tlsa->tsa", belief / of_type[:, None], chances)
    together = np.einsum("t,tsa->sa", of_type, by_type)
    return np.asarray(_entropy(together) - np.einsum("t,ts->s", of_type, _entropy(by_type)))


def _entropy(chances: DoubleArray) -> DoubleArray:
    return np.asarray(-(chances * np.log(np.maximum(chances, 1e-12))).sum(axis=-1))
