"""A signal that is one figure a film, the same for every viewer."""

from pathlib import Path

import numpy as np

from data.errors import StarterPackError
from recsys import store
from recsys.types import FloatArray, IntArray, Request


class FigureScorer:
    """Base of the signals that need no taste. `figures` is (films,), NaN where nothing is known."""

    name: str

    def __init__(self, figures: FloatArray) -> None:
        self.figures = figures

    def score(self, request: Request, items: IntArray) -> FloatArray:  # noqa: ARG002 - the signal's interface
        """The figures of `items`, whoever asks."""
        return self.figures[items]

    def save(self, folder: Path) -> None:
        """Write the figures below `folder`."""
        store.write(folder, self.name, {"figures": self.figures.astype(np.float16)}, {})

    @classmethod
    def _read(cls, folder: Path) -> FloatArray:
        stored = store.read(folder, cls.name)
        try:
            return np.array(stored.arrays["figures"], np.float32)
        except KeyError as error:
            raise StarterPackError(f"The trained model {cls.name} is damaged. {store.MEND}") from error
