"""The graph signal: films near the evidence in the graph of viewers, films, people, genres and keywords."""

from pathlib import Path

import numpy as np

from data.errors import StarterPackError
from recsys import evidence, store
from recsys.graph_filter import GraphFilter
from recsys.types import FloatArray, IntArray, Request

NAME = "graph"


SPECIFICITY = 0.6
"""With an example named, films near everything are held back: scores are divided by reach to this power."""


class GraphScorer:
    """Serves the closed-form filter; films without ratings take part through their facts."""

    name = "graph"

    def __init__(self, filter_: GraphFilter) -> None:
        self.filter = filter_
        self._reach = np.linalg.norm(filter_.outward, axis=1)
        reach = np.maximum(self._reach, np.float32(1e-9))
        self._specific = np.asarray(reach ** np.float32(-SPECIFICITY))

    def score(self, request: Request, items: IntArray) -> FloatArray:
        """Sum over the evidence; NaN throughout without any, and for a film on which nothing hangs."""
        proof = evidence.gather(request)
        if not len(proof.items):
            return np.full(len(items), np.nan, np.float32)
        everywhere = self.filter.outward @ (self._inward(proof.items).T @ proof.weights)
        scores = everywhere[items] * self._scale(request, items)
        return np.where(self._reach[items] > 0, scores, np.float32(np.nan)).astype(np.float32)

    def parts(self, request: Request, items: IntArray) -> FloatArray:
        """(items, evidence) what each film of the evidence adds to the scores; rows sum to them."""
        proof = evidence.gather(request)
        alike = self.filter.outward[items] @ self._inward(proof.items).T
        return np.asarray(alike * proof.weights * self._scale(request, items)[:, None])

    def _inward(self, items: IntArray) -> FloatArray:
        """Each film of the evidence at unit length: what it says counts, not how rarely it was rated."""
        inward = self.filter.inward[items]
        lengths = np.linalg.norm(inward, axis=1, keepdims=True)
        return np.asarray(inward / np.maximum(lengths, 1e-9), np.float32)

    def _scale(self, request: Request, items: IntArray) -> FloatArray:
        return self._specific[items] if request.like else np.ones(len(items), np.float32)

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
