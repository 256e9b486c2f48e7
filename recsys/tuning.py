"""Settings of the recommender that a trial may change for some of the people."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

RELEVANCE_SHARE = 0.7
"""The lambda of maximal marginal relevance: relevance beside novelty within the list."""


class Tuning(BaseModel):
    """The settings of one request. All defaults: as it is for everybody."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    relevance_share: float = Field(RELEVANCE_SHARE, ge=0, le=1)
    """1 takes the best films however alike they are; less spreads the list; see `recsys.diversity`."""
    weights: Literal["learned", "seed"] = "learned"
    """Of the blend: as learned, or the product's original fixed ones; see `recsys.weights`."""
