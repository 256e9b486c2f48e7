"""The collaborative signal: what people who liked these films also liked. EASE with an iALS fold-in."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from data.errors import StarterPackError
from recsys import evidence, store
from recsys.columns import Columns
from recsys.ials import Ials, IalsConfig
from recsys.neighbours import Neighbours
from recsys.types import BoolArray, FloatArray, IntArray, Request

NAME = "collaborative"


class CollaborativeConfig(BaseModel):
    """How the two models are joined."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ials_share: float = Field(0.35, ge=0, le=1)
    """Share of iALS beside EASE, each brought to unit spread over the films."""


@dataclass(frozen=True, slots=True)
class CollaborativeFold:
    """A viewer of whom the model knows something."""

    scorer: "CollaborativeScorer"
    rated: BoolArray
    """(evidence,) True for films that the model knows."""
    known: IntArray
    """(rated,) their columns."""
    weights: FloatArray
    """(rated,) of the evidence."""
    ease_unit: np.float32
    precision: FloatArray
    """(factors, factors) of iALS, in its unit."""
    totals: FloatArray
    """(columns,) scores."""

    def scores(self, items: IntArray) -> FloatArray:
        """NaN for a film that too few have rated."""
        return self.scorer.columns.spread(self.totals, items)

    def parts(self, items: IntArray) -> FloatArray:
        """(items, evidence); rows sum to the scores."""
        parts = np.zeros((len(items), len(self.rated)), np.float32)
        columns = self.scorer.columns.position[items]
        inside = columns >= 0
        films = self.scorer.ials.films
        by_ease = self.scorer.ease.towards(self.known, columns[inside]) * self.ease_unit
        by_ials = films[columns[inside]] @ self.precision @ films[self.known].T
        parts[np.ix_(inside, self.rated)] = (by_ease + by_ials) * self.weights
        return parts


@dataclass(frozen=True, slots=True)
class NothingKnown:
    """A viewer of whom a signal knows nothing."""

    evidence: int
    """Films that speak for or against others, none of them known."""

    def scores(self, items: IntArray) -> FloatArray:
        """NaN throughout."""
        return np.full(len(items), np.nan, np.float32)

    def parts(self, items: IntArray) -> FloatArray:
        """(items, evidence) zeros."""
        return np.zeros((len(items), self.evidence), np.float32)


class CollaborativeScorer:
    """Sums what each film of the evidence says of the others."""

    name = "collaborative"

    def __init__(self, columns: Columns, ease: Neighbours, ials: Ials, config: CollaborativeConfig) -> None:
        self.columns = columns
        self.ease = ease
        self.ials = ials
        self.config = config

    def score(self, request: Request, items: IntArray) -> FloatArray:
        """Sum over the evidence; NaN throughout without any, and for a film that too few have rated."""
        return self.fold(request).scores(items)

    def fold(self, request: Request) -> "CollaborativeFold | NothingKnown":
        """The viewer as sums over EASE's rows and as a factor of iALS, each brought to unit spread."""
        proof = evidence.gather(request)
        columns = self.columns.position[proof.items]
        rated = columns >= 0
        known, weights = columns[rated], proof.weights[rated]
        if not len(known):
            return NothingKnown(len(proof.items))
        precision = self.ials.precision(known, np.abs(weights))
        by_ease = self.ease.accumulate(known, weights)
        by_ials = self.ials.films @ (precision @ (self.ials.films[known].T @ weights))
        share = self.config.ials_share
        ease_unit = np.float32((1 - share) / max(float(by_ease.std()), 1e-9))
        ials_unit = np.float32(share / max(float(by_ials.std()), 1e-9))
        totals = by_ease * ease_unit + by_ials * ials_unit
        return CollaborativeFold(self, rated, known, weights, ease_unit, precision * ials_unit, totals)

    def save(self, folder: Path) -> None:
        """Write the arrays below `folder`."""
        arrays = {
            "films": self.columns.films,
            "ease_index": self.ease.index,
            "ease_weight": self.ease.weight,
            "ials": self.ials.films.astype(np.float16),
        }
        meta = {
            "config": self.config.model_dump(),
            "ials": self.ials.config.model_dump(),
            "n_films": len(self.columns.position),
        }
        store.write(folder, NAME, arrays, meta)

    @classmethod
    def load(cls, folder: Path) -> "CollaborativeScorer":
        """Read what `save` wrote. Raises StarterPackError if it cannot be used."""
        stored = store.read(folder, NAME)
        try:
            columns = Columns(np.array(stored.arrays["films"]), int(stored.meta["n_films"]))
            ease = Neighbours(stored.arrays["ease_index"], stored.arrays["ease_weight"])
            ials = Ials(np.array(stored.arrays["ials"], np.float32), IalsConfig(**stored.meta["ials"]))
            return cls(columns, ease, ials, CollaborativeConfig(**stored.meta["config"]))
        except (KeyError, ValueError, IndexError) as error:
            raise StarterPackError(f"The trained model {NAME} is damaged. {store.MEND}") from error
