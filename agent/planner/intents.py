"""What a message is for: a small linear model over its words, letters and shape."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agent.planner.guessing import Surroundings
from agent.planner.reader import Reading
from agent.planner.slots import (
    CompanySlot,
    CompareSlot,
    CountSlot,
    FlagSlot,
    GenreSlot,
    LanguageSlot,
    MoodSlot,
    PersonSlot,
    PickSlot,
    RatingSlot,
    RuntimeSlot,
    Slot,
    ThemeSlot,
    TitleSlot,
    YearsSlot,
)

FORMAT = 2
BUCKETS = 1 << 14
"""Hash buckets of the words and letters."""

_HANDLE = re.compile(r"(?<![\w@])@\w")
"""A person by the name they go under in the chat."""
FILM_MASK = "filmx"
_MASKS: dict[type[Slot], str] = {
    TitleSlot: FILM_MASK,
    PersonSlot: "personx",
    GenreSlot: "genrex",
    LanguageSlot: "tonguex",
    YearsSlot: "yearx",
    RuntimeSlot: "runtimex",
    RatingSlot: "ratingx",
    CountSlot: "countx",
}
_SHAPE: tuple[type[Slot], ...] = (
    TitleSlot, PersonSlot, GenreSlot, LanguageSlot, YearsSlot, RuntimeSlot, RatingSlot, CountSlot, PickSlot,
    MoodSlot, CompanySlot, ThemeSlot, CompareSlot, FlagSlot,
)  # fmt: skip


def masked(reading: Reading) -> list[str]:
    """The message's words, each thing found put by its kind: something like filmx but runtimex."""
    spans = [
        (slot.start, slot.end, mask) for slot in reading.slots if (mask := _MASKS.get(type(slot))) is not None
    ]
    words: list[str] = []
    until = -1
    for word in reading.message.words:
        if word.start < until:
            continue
        over = max(
            (span for span in spans if span[0] <= word.start < span[1]), default=None, key=lambda s: s[1]
        )
        if over is None:
            words.append(word.text)
        else:
            words.append(over[2])
            until = over[1]
    return words


def features(reading: Reading) -> NDArray[np.int64]:
    """The hash buckets that a message falls into, each once: word groups, letter groups, shape."""
    names = {*_word_features(reading), *_shape_features(reading)}
    return np.unique([zlib.crc32(name.encode()) % BUCKETS for name in names])


def _word_features(reading: Reading) -> Iterator[str]:
    words = ["^", *masked(reading), "$"]
    for at, word in enumerate(words):
        yield f"w {word}"
        if at + 1 < len(words):
            yield f"w2 {word} {words[at + 1]}"
        if at + 2 < len(words):
            yield f"w3 {word} {words[at + 1]} {words[at + 2]}"
        padded = f"<{word}>"
        for size in (3, 4, 5):
            for start in range(len(padded) - size + 1):
                yield f"c {padded[start : start + size]}"


def _shape_features(reading: Reading) -> Iterator[str]:
    for kind in _SHAPE:
        count = len(reading.of(kind))
        if count:
            yield f"has {kind.__name__}"
        if count > 1:
            yield f"many {kind.__name__}"
    words = [word for word in masked(reading) if word[0].isalnum()]
    yield f"length {min(len(words), 12) // 2}"
    if words and all(word in _MASKS.values() for word in words):
        yield "only slots"
    if "?" in reading.message.text:
        yield "asks"
    if _HANDLE.search(reading.message.text):
        yield "handle"


@dataclass(frozen=True)
class IntentModel:
    """Multinomial logistic regression; see `agent.planner.training` for how it was made."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    """(BUCKETS, labels)"""
    bias: NDArray[np.float32]
    """(labels,)"""
    cues: Mapping[str, frozenset[str]]
    """By label, the words that its training phrases use beside what they talk about."""
    surroundings: Mapping[str, Surroundings]
    """By label, the words that stand beside titles in its training phrases."""

    @classmethod
    def load(cls, file: Path) -> "IntentModel":
        """Read what `save` wrote. Raises ValueError for a file of another format."""
        with np.load(file, allow_pickle=False) as stored:
            if int(stored["format"]) != FORMAT:
                raise ValueError(f"{file.name} has format {int(stored['format'])}, not {FORMAT}.")
            labels = tuple(str(label) for label in stored["labels"])
            cues, before, behind = (_word_sets(stored[name]) for name in ("cues", "before", "behind"))
            scale = stored["scale"].astype(np.float32)
            weights = stored["weights"].astype(np.float32) * scale
            return cls(
                labels=labels,
                weights=weights,
                bias=stored["bias"].astype(np.float32),
                cues=dict(zip(labels, cues, strict=True)),
                surroundings=dict(zip(labels, map(Surroundings, before, behind), strict=True)),
            )

    def save(self, file: Path) -> None:
        """Write it as plain arrays, the weights in one byte each."""
        scale = np.abs(self.weights).max(axis=0) / 127
        np.savez_compressed(
            file,
            format=np.int32(FORMAT),
            labels=np.array(self.labels),
            weights=np.round(self.weights / scale).astype(np.int8),
            scale=scale.astype(np.float32),
            bias=self.bias,
            cues=_joined(self.cues[label] for label in self.labels),
            before=_joined(self.surroundings[label].before for label in self.labels),
            behind=_joined(self.surroundings[label].behind for label in self.labels),
        )

    def scores(self, reading: Reading) -> dict[str, float]:
        """Log-probability of each label, most likely first."""
        buckets = features(reading)
        values = self.weights[buckets].sum(axis=0) / np.sqrt(len(buckets)) + self.bias
        values = values - values.max()
        values = values - np.log(np.exp(values).sum())
        order = np.argsort(-values)
        return {self.labels[at]: float(values[at]) for at in order}


def _word_sets(column: NDArray[np.str_]) -> list[frozenset[str]]:
    return [frozenset(str(words).split()) for words in column]


def _joined(sets: Iterable[frozenset[str]]) -> NDArray[np.str_]:
    return np.array([" ".join(sorted(words)) for words in sets])
