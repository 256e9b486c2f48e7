"""The graph signal: films near the evidence in the graph of viewers, films, people, genres and keywords."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.errors import StarterPackError
from recsys import evidence, store
from recsys.graph_filter import GraphFilter
from recsys.types import BoolArray, FloatArray, IntArray, Request

NAME = "graph"


SPECIFICITY = 0.6
"""With an example named, films near everything are held back: scores are divided by reach to this power."""


@dataclass(frozen=True, slots=True)
class GraphFold:
    """A viewer in the graph."""

    outward: FloatArray
    """(films, rank)"""
    known: BoolArray
    specific: FloatArray | None
    """(films,) factors of the scores; None where no example was named."""
    inward: FloatArray
    """(evidence, rank) weighted."""

    def scores(self, items: IntArray) -> FloatArray:
        """NaN throughout without evidence, and for a film on which nothing hangs."""
        if not len(self.inward):
            return np.full(len(items), np.nan, np.float32)
        scores = (self.outward @ self.inward.sum(axis=0))[items]
        if self.specific is not None:
            scores *= self.specific[items]
        return np.where(self.known[items], scores, np.float32(np.nan))

    def parts(self, items: IntArray) -> FloatArray:
        """(items, evidence); rows sum to the scores."""
        parts = self.outward[items] @ self.inward.T
        return np.asarray(parts if self.specific is None else parts * self.specific[items][:, None])


class GraphScorer:
    """Serves the closed-form filter; films without ratings take part through their facts."""

    name = "graph"

    def __init__(self, filter_: GraphFilter) -> None:
        self.filter = filter_
        reach = np.linalg.norm(filter_.outward, axis=1)
        self.known = reach > 0
        """(films,) False where nothing hangs on a film."""
        self.specific = np.asarray(np.maximum(reach, np.float32(1e-9)) ** np.float32(-SPECIFICITY))
        """(films,) what holds back films near everything."""

    def score(self, request: Request, items: IntArray) -> FloatArray:
        """Sum over the evidence; NaN throughout without any, and for a film on which nothing hangs."""
        return self.fold(request).scores(items)

    def fold(self, request: Request) -> "GraphFold":
        """The films of the evidence as one direction of the graph."""
        proof = evidence.gather(request)
        # Each film of the evidence at unit length: what it says counts, not how rarely it was rated.
        inward = self.filter.inward[proof.items]
        lengths = np.linalg.norm(inward, axis=1, keepdims=True)
        inward *= proof.weights[:, None] / np.maximum(lengths, 1e-9)
        return GraphFold(self.filter.outward, self.known, self.specific if request.like else None, inward)

    def save(self, folder: Path) -> None:
        """Write the arrays below `folder`."""
        # One of the two follows from the other by a factor a film, which halves the file.
        inward = np.linalg.norm(self.filter.inward, axis=1)
        outward = np.linalg.norm(self.filter.outward, axis=1)
        ratio = np.divide(outward, inward, out=np.zeros_like(inward), where=inward > 0)
        arrays = {"inward": self.filter.inward.astype(np.float16), "ratio": ratio.astype(np.float32)}
        store.write(folder, NAME, arrays, {})

    @classmethod
    def load(cls, folder: Path) -> "GraphScorer":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        stored = store.read(folder, NAME)
        try:
            inward = np.array(stored.arrays["inward"], np.float32)
            return cls(GraphFilter(inward, inward * np.array(stored.arrays["ratio"])[:, None]))
        except (KeyError, ValueError) as error:
            raise StarterPackError(f"The trained model {NAME} is damaged. {store.MEND}") from error
