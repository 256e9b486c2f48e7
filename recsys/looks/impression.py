"""What a picture shows, in few figures: "dark, 78%", "teal and orange"."""

from dataclasses import dataclass

import numpy as np

from recsys.looks.aspects import NAMES
from recsys.looks.figures import FIGURES
from recsys.types import FloatArray

STRIKING = 0.7
"""Standard deviations above the middle at which an aspect is worth naming."""

MOST = 3

_SHARES = {
    "dark": "dark",
    "bright": "bright",
    "black_and_white": "colourless",
    "golden": "gold",
    "minimal": "emptiness",
    "icy": "icy",
    "pastel": "pastel",
    "close_up": "face",
}
"""Aspects whose figure is a share of the picture that can be said as such."""

_ONE_OF = (
    ("dark", "bright"),
    ("vivid", "muted", "pastel", "black_and_white", "colourful"),
    ("warm", "cool", "golden", "icy", "sepia", "teal_and_orange"),
    ("contrasty", "soft"),
    ("minimal", "busy"),
    ("close_up", "crowd", "unpeopled"),
)
"""Of each group at most one is named: they say the same, or the contrary."""


@dataclass(frozen=True, slots=True)
class Impression:
    """One thing that strikes the eye."""

    aspect: str
    """Out of `recsys.looks.aspects.NAMES`."""
    share: float | None
    """How much of the picture is so, 0 to 1, where that can be said."""


def impressions(figures: FloatArray, standing: FloatArray) -> tuple[Impression, ...]:
    """The most striking aspects of one picture from its figures and aspect scores, strongest first."""
    named: list[Impression] = []
    taken: set[str] = set()
    colourless = figures[FIGURES.index("most_chroma")] < 0.1
    for column in np.argsort(-standing):
        aspect = NAMES[column]
        if standing[column] < STRIKING or len(named) == MOST:
            break
        if aspect in taken or (colourless and aspect in ("muted", "warm", "cool", "sepia", "icy", "golden")):
            continue
        taken.update(*(group for group in _ONE_OF if aspect in group))
        share = _SHARES.get(aspect)
        named.append(Impression(aspect, None if share is None else float(figures[FIGURES.index(share)])))
    return tuple(named)
