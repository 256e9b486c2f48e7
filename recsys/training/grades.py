"""Star ratings as grades of interest: how strongly a rating counts as a sign of wanting such films."""

import numpy as np
import scipy.sparse as sp
from pydantic import BaseModel, ConfigDict, Field

from data.ratings import Ratings


class GradesConfig(BaseModel):
    """A rating of s stars has the grade low + (1 - low) (s / 5)^power: having watched it counts too."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    low: float = Field(0.1, ge=0, le=1)
    power: float = Field(1.5, gt=0)


def graded(ratings: Ratings, n_films: int, config: GradesConfig) -> sp.csr_array:
    """(users, films) CSR float32 of grades, absent where there is no rating."""
    grades = config.low + (1 - config.low) * (ratings.stars / 5) ** config.power
    shape = (ratings.n_users, n_films)
    return sp.csr_array((grades.astype(np.float32), (ratings.users, ratings.items)), shape=shape)
