"""What reviewers thought of each film, as figures: how many there are, and how many of them praise it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import StarterPackError
from data.manifest import STARTER


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """Per film, in the order of the catalogue."""

    counts: NDArray[np.int32]
    """(films,) number of reviews."""
    share_positive: NDArray[np.float32]
    """(films,) 0 to 1, NaN where there is no review."""

    def save(self, folder: Path) -> None:
        """Write the figures below `folder`, which must exist."""
        np.save(folder / "review_counts.npy", self.counts.astype(np.uint16), allow_pickle=False)
        np.save(
            folder / "review_share_positive.npy", self.share_positive.astype(np.float16), allow_pickle=False
        )

    @staticmethod
    def load(folder: Path) -> "ReviewFigures":
        """Read what `save` wrote. Raises StarterPackError if it is missing or damaged."""
        try:
            counts = np.load(folder / "review_counts.npy", allow_pickle=False)
            share = np.load(folder / "review_share_positive.npy", allow_pickle=False)
        except (OSError, ValueError) as error:
            raise StarterPackError(
                f"The review figures of the starter pack cannot be read. {STARTER.mend}"
            ) from error
        return ReviewFigures(counts.astype(np.int32), share.astype(np.float32))
