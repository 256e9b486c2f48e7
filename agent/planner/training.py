"""Making the intent model from the utterances: `python -m agent.planner.training`.

Phrases with blanks ("{title}, {rating}") are filled several times with films, people and names, then read by
the parsers of run time, so that the model learns from what it will see. scikit-learn is needed only here.
"""

import dataclasses
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from scipy import sparse

from agent.planner.guessing import ARTICLES, EDGE, Surroundings
from agent.planner.intents import BUCKETS, FILM_MASK, IntentModel, features, masked
from agent.planner.lexicon import Lexicon
from agent.planner.planner import DEFAULT_MODEL
from agent.planner.reader import Reader, Reading
from agent.planner.words import Message
from data.catalogue import Catalogue

UTTERANCES = Path(__file__).parent / "utterances.jsonl"
_BLANK = re.compile(r"\{(?P<name>[a-z]+)\d?\}")
_CHOICE = re.compile(r"\((?P<options>[^()|]*(?:\|[^()|]*)+)\)")
_FRIENDS = [
    "Ana",
    "Luis",
    "Tom",
    "Maria",
    "Jonas",
    "Priya",
    "Alex",
    "Sam",
    "Nora",
    "Felix",
    "Chloé",
    "Ben",
    "Lucía",
    "Kai",
    "Emma",
    "Omar",
    "Mia",
    "Leo",
    "Zoe",
    "Mark",
    "@nora",
    "@tom_k",
    "@ben",
]
_RATINGS = [
    "5 stars",
    "4/5",
    "9/10",
    "8 out of 10",
    "3.5 stars",
    "four stars",
    "a 7",
    "10/10",
    "two stars",
    "4.5",
    "⭐⭐⭐⭐",
    "6/10",
    "1 star",
    "7",
]
_GENRES = [
    "comedy",
    "thriller",
    "horror",
    "drama",
    "western",
    "documentary",
    "romance",
    "sci-fi",
    "musical",
    "fantasy",
    "animation",
    "war",
]
_ROUNDS = 6
"""Times that all phrases are gone through, filled anew."""
_C = 3.0
"""Inverse strength of regularisation; with `_ROUNDS` chosen on the development set."""
_TODAY = date(2026, 1, 1)
_SEED = 17


@dataclass(frozen=True, slots=True)
class Utterance:
    """A phrase as written and what it is for; "{title}" is a blank, "(this|that|)" a choice."""

    text: str
    intent: str

    @property
    def ways(self) -> int:
        """How often it is filled: once where nothing varies, more often the more can be chosen."""
        choices = len(_CHOICE.findall(self.text))
        return (
            min(6, 1 + choices) + 2 * bool(_BLANK.search(self.text))
            if choices
            else 3
            if "{" in self.text
            else 1
        )


def read_utterances(file: Path = UTTERANCES) -> list[Utterance]:
    """The training phrases."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [Utterance(row["text"], row["intent"]) for row in map(json.loads, lines)]


class Filler:
    """Puts well-known films, people and invented friends into the blanks."""

    def __init__(self, catalogue: Catalogue) -> None:
        films = sorted(catalogue.films, key=lambda film: -film.vote_count)[:1500]
        self._rng = random.Random(_SEED)  # noqa: S311 - no secret is drawn
        self._titles = [film.title for film in films]
        self._people = [name for film in films[:600] for name in (*film.directors, *film.cast[:3])]

    def begin(self, text: str, again: int) -> None:
        """Draw for one phrase, in its round `again`: what is added elsewhere changes nothing of it."""
        self._rng.seed(f"{_SEED} {again} {text}")

    def fill(self, text: str) -> str:
        """One way to choose and to fill the blanks; casing varies as people's does."""
        while found := _CHOICE.search(text):
            text = text[: found.start()] + self._rng.choice(found["options"].split("|")) + text[found.end() :]
        filled = _BLANK.sub(lambda found: self._word(found["name"]), text)
        chance = self._rng.random()
        if chance < 0.35:
            filled = filled.lower()
        elif chance < 0.5:
            filled = filled[:1].upper() + filled[1:]
        return filled

    def _word(self, name: str) -> str:
        choices: Sequence[str] = {
            "title": self._titles, "person": self._people, "friend": _FRIENDS, "genre": _GENRES,
            "rating": _RATINGS, "year": ["1995", "2010", "1984"], "n": ["3", "two", "10"],
        }[name]  # fmt: skip
        return self._rng.choice(choices)


def examples(
    utterances: Sequence[Utterance], filler: Filler, reader: Reader, again: int
) -> Iterator[tuple[Reading, str]]:
    """Every phrase read, those with blanks several times."""
    for utterance in utterances:
        filler.begin(utterance.text, again)
        for _ in range(utterance.ways):
            yield reader.read(filler.fill(utterance.text), _TODAY), utterance.intent


def fit(readings: Sequence[Reading], labels: Sequence[str]) -> IntentModel:
    """Logistic regression, every intent weighing as much as it is said."""
    from sklearn.linear_model import LogisticRegression

    matrix = design(readings)
    model = LogisticRegression(C=_C, max_iter=100, tol=1e-3)
    model.fit(matrix, np.array(labels))
    return IntentModel(
        labels=tuple(str(label) for label in model.classes_),
        weights=np.asarray(model.coef_.T, np.float32),
        bias=np.asarray(model.intercept_, np.float32),
        cues={},
        surroundings={},
    )


def design(readings: Sequence[Reading]) -> sparse.csr_array:
    """(readings, BUCKETS) of unit rows."""
    rows = [features(reading) for reading in readings]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    values = np.concatenate([np.full(len(row), len(row) ** -0.5) for row in rows])
    return sparse.csr_array((values, np.concatenate(rows), starts), shape=(len(rows), BUCKETS))


def cue_words(utterances: Sequence[Utterance]) -> dict[str, frozenset[str]]:
    """By intent, the words of its phrases outside the blanks."""
    cues: defaultdict[str, set[str]] = defaultdict(set)
    for utterance in utterances:
        bare = Message(_BLANK.sub(" ", utterance.text))
        cues[utterance.intent].update(word.text for word in bare.words if not word.is_sign)
    return {intent: frozenset(words) for intent, words in cues.items()}


def train(catalogue: Catalogue, reader: Reader, utterances: Sequence[Utterance]) -> IntentModel:
    """The intent model of these utterances."""
    filler = Filler(catalogue)
    pairs = [pair for again in range(_ROUNDS) for pair in examples(utterances, filler, reader, again)]
    model = fit([reading for reading, _ in pairs], [label for _, label in pairs])
    return dataclasses.replace(model, cues=cue_words(utterances), surroundings=surroundings(pairs))


def surroundings(pairs: Sequence[tuple[Reading, str]]) -> dict[str, Surroundings]:
    """By intent, the words that stand right before and behind titles; an intent without titles has none."""
    sides: dict[str, tuple[set[str], set[str]]] = {intent: (set(), set()) for _, intent in pairs}
    for reading, intent in pairs:
        words = [EDGE, *(word for word in masked(reading) if word not in ARTICLES), EDGE]
        before, behind = sides[intent]
        for at, word in enumerate(words):
            if word == FILM_MASK:
                before.add(words[at - 1])
                behind.add(words[at + 1])
    return {intent: Surroundings(frozenset(one), frozenset(other)) for intent, (one, other) in sides.items()}


def main() -> None:
    """Train on the starter pack's films and write the model beside the code."""
    from data.pack import StarterPack
    from data.people import PeopleIndex
    from data.titles import TitleIndex

    catalogue = StarterPack.load().catalogue
    utterances = read_utterances()
    words = frozenset().union(*cue_words(utterances).values())
    reader = Reader(catalogue, TitleIndex(catalogue), PeopleIndex(catalogue), words, Lexicon.load())
    train(catalogue, reader, utterances).save(DEFAULT_MODEL)


if __name__ == "__main__":
    main()
