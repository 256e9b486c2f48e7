"""The collaborative signal: what people who liked these films also liked. EASE with an iALS fold-in."""

from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from data.errors import StarterPackError
from recsys import evidence, store
from recsys.columns import Columns
from recsys.ials import Ials, IalsConfig
from recsys.neighbours import Neighbours
from recsys.types import FloatArray, IntArray, Request

NAME = "collaborative"


class CollaborativeConfig(BaseModel):
    """How the two models are joined."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ials_share: float = Field(0.35, ge=0, le=1)
    """Share of iALS beside EASE, each brought to unit spread over the films."""


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
        known, weights = self._evidence(request)
        if not len(known):
            return np.full(len(items), np.nan, np.float32)
        by_ease = self.ease.accumulate(known, weights)
        by_ials = self.ials.films @ self.ials.fold_in(known, weights)
        ease_unit, ials_unit = self._units(by_ease, by_ials)
        return self.columns.spread(by_ease * ease_unit + by_ials * ials_unit, items)

    def parts(self, request: Request, items: IntArray) -> FloatArray:
        """(items, evidence) what each film of the evidence adds to the scores; rows sum to them."""
        proof = evidence.gather(request)
        parts = np.zeros((len(items), len(proof.items)), np.float32)
        known, weights = self._evidence(request)
        columns = self.columns.position[items]
        inside = columns >= 0
        if not len(known):
            return parts
        films = self.ials.films
        precision = self.ials.precision(known, np.abs(weights))
        by_ease = self.ease.accumulate(known, weights)
        by_ials = films @ (precision @ (films[known].T @ weights))
        ease_unit, ials_unit = self._units(by_ease, by_ials)
        from_ease = self.ease.towards(known, columns[inside]) * weights
        from_ials = (films[columns[inside]] @ precision @ films[known].T) * weights
        rated = self.columns.position[proof.items] >= 0
        parts[np.ix_(inside, rated)] = from_ease * ease_unit + from_ials * ials_unit
        return parts

    def _evidence(self, request: Request) -> tuple[IntArray, FloatArray]:
        proof = evidence.gather(request)
        return self.columns.known(proof.items, proof.weights)

    def _units(self, by_ease: FloatArray, by_ials: FloatArray) -> tuple[float, float]:
        share = self.config.ials_share
        return (1 - share) / max(float(by_ease.std()), 1e-9), share / max(float(by_ials.std()), 1e-9)

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
