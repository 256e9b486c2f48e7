"""Per-film review figures of the starter pack: counts only, for films of which no review may be shown."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import StarterPackError
from recsys import store
from recsys.reviews.aspects import ASPECTS
from recsys.reviews.figures import AspectFigures, Figures

NAME = "review_figures"


class StarterFigures:
    """Figures by catalogue index."""

    def __init__(self, sides: NDArray[np.uint16], aspects: NDArray[np.uint16]) -> None:
        """`sides` (films, 3): all, positive, negative; `aspects` (films, len(ASPECTS), 2): praise, blame."""
        self._sides = sides
        self._aspects = aspects

    def of(self, item: int) -> Figures | None:
        """The figures of one film; None where there are no reviews."""
        count, positive, negative = (int(number) for number in self._sides[item])
        if not count:
            return None
        spoken = [
            AspectFigures(name, int(praise), int(blame))
            for name, (praise, blame) in zip(ASPECTS, self._aspects[item], strict=True)
            if praise or blame
        ]
        spoken.sort(key=lambda each: -(each.praise + each.blame))
        return Figures(count, positive, negative, aspects=tuple(spoken))

    @staticmethod
    def collect(figures: Sequence[Figures | None]) -> "StarterFigures":
        """Of the figures of all films, in the catalogue's order."""
        sides = np.zeros((len(figures), 3), np.uint16)
        aspects = np.zeros((len(figures), len(ASPECTS), 2), np.uint16)
        for item, each in enumerate(figures):
            if each is None:
                continue
            sides[item] = each.count, each.positive, each.negative
            for aspect in each.aspects:
                aspects[item, ASPECTS.index(aspect.name)] = aspect.praise, aspect.blame
        return StarterFigures(sides, aspects)

    def extended(self, films: int) -> "StarterFigures":
        """For a catalogue of so many films, these first; of the others there are no reviews."""
        more = films - len(self._sides)
        return StarterFigures(
            np.pad(self._sides, [(0, more), (0, 0)]), np.pad(self._aspects, [(0, more), (0, 0), (0, 0)])
        )

    def save(self, folder: Path) -> None:
        """Write them below `folder`."""
        store.write(
            folder, NAME, {"sides": self._sides, "aspects": self._aspects}, {"aspects": list(ASPECTS)}
        )

    @classmethod
    def load(cls, folder: Path, films: int) -> "StarterFigures":
        """Read what `save` wrote for a catalogue of so many films. Raises StarterPackError."""
        stored = store.read(folder, NAME)
        sides, aspects = stored.arrays.get("sides"), stored.arrays.get("aspects")
        if (
            sides is None
            or aspects is None
            or sides.shape != (films, 3)
            or aspects.shape != (films, len(ASPECTS), 2)
            or stored.meta.get("aspects") != list(ASPECTS)
        ):
            raise StarterPackError(f"The starter pack's {NAME} do not fit its films. {store.MEND}")
        return cls(sides, aspects)
