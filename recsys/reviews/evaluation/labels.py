"""Sentences labelled by hand: which aspects each praises or blames, and how much it gives away.

Only labels are kept here, each with the hash of its sentence; the sentences stay in the reviews' own file.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

FILE = Path(__file__).with_name("labels.csv")


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader saw in one sentence, without knowing the rest of the review."""

    drawn: Literal["random", "plot"]
    """"plot": drawn among sentences with words of the plot, so that there are spoilers to find."""
    opinions: Mapping[str, int]
    """Aspect to 1 (praise) or -1 (blame); only for those drawn at random."""
    spoiler: int
    """0 nothing, 1 a turn of the plot, 2 the outcome."""


def key(sentence: str) -> str:
    """By which a sentence is known."""
    return sha256(" ".join(sentence.split()).encode()).hexdigest()[:16]


def read_labels() -> dict[tuple[str, str], Label]:
    """By IMDb id and key."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            (row["imdb_id"], row["sentence"]): Label(
                "plot" if row["drawn"] == "plot" else "random",
                {opinion[:-1]: 1 if opinion[-1] == "+" else -1 for opinion in row["opinions"].split()},
                int(row["spoiler"]),
            )
            for row in csv.DictReader(file)
        }


def films_of(labels: Iterable[tuple[str, str]]) -> frozenset[str]:
    """IMDb ids of the films whose reviews hold labelled sentences."""
    return frozenset(film for film, _ in labels)
