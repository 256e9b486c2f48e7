"""Who gave which film how many stars: what the models are trained on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Ratings:
    """Ratings as three parallel arrays; a user rates a film once at most."""

    users: NDArray[np.int32]
    """(n,) 0 to n_users - 1."""
    items: NDArray[np.int32]
    """(n,) catalogue indices."""
    stars: NDArray[np.float32]
    """(n,) 0.5 to 5.0."""
    n_users: int

    def __len__(self) -> int:
        return len(self.users)
