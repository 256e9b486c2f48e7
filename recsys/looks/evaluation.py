"""How well looks are found, by truths that can be checked: pixels counted plainly, or the film's own facts.

The pixel truths are thresholds on hue, saturation and value, written apart from the figures that rank, so
that the ranking is not its own judge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from data.films import Film
from recsys.types import BoolArray, FloatArray

Pixels = FloatArray
"""(h, w, 3) or flat (pixels, 3): hue in degrees, saturation and value 0 to 1."""


def pixels(picture: NDArray[np.uint8]) -> Pixels:
    """Hue, saturation, value of a picture (h, w, 3) at 96 pixels on the longer side."""
    image = Image.fromarray(picture)
    image.thumbnail((96, 96), Image.Resampling.BOX)
    values = np.asarray(image.convert("HSV"), np.float32)
    return np.asarray(values * np.array([360 / 255, 1 / 255, 1 / 255], np.float32), np.float32)


def _hue(p: Pixels, low: float, high: float, saturation: float = 0.3, value: float = 0.25) -> float:
    inside = (p[:, 0] >= low) & (p[:, 0] < high) if low < high else (p[:, 0] >= low) | (p[:, 0] < high)
    return float((inside & (p[:, 1] > saturation) & (p[:, 2] > value)).mean())


def _calm(p: Pixels) -> float:
    """Share of pixels close to the commonest value, a plain stand-in for an empty ground."""
    counts, _ = np.histogram(p[:, 2], bins=12, range=(0, 1))
    return float(counts.max() / len(p))


PIXEL_TRUTHS: dict[str, tuple[str, Callable[[Pixels], bool]]] = {
    "black and white": (
        "black and white photograph",
        lambda p: float(np.percentile(p[:, 1] * p[:, 2], 90)) < 0.12,
    ),
    "very dark": ("very dark", lambda p: float(p[:, 2].mean()) < 0.25),
    "bright and minimal": ("bright and minimal", lambda p: float(p[:, 2].mean()) > 0.72 and _calm(p) > 0.4),
    "mostly red": ("mostly red", lambda p: _hue(p, 340, 20, 0.4) > 0.3),
    "teal and orange": ("teal and orange", lambda p: _hue(p, 160, 225) > 0.1 and _hue(p, 12, 48) > 0.1),
    "pastel": (
        "pastel colours",
        lambda p: float(((p[:, 1] > 0.08) & (p[:, 1] < 0.45) & (p[:, 2] > 0.7)).mean()) > 0.35,
    ),
    "golden": ("golden light", lambda p: _hue(p, 25, 58, 0.35, 0.4) > 0.25),
    "icy blue": ("icy blue", lambda p: _hue(p, 180, 250, 0.1, 0.45) > 0.25),
    "neon": (
        "neon lights in the dark",
        lambda p: (
            float((p[:, 2] < 0.3).mean()) > 0.3
            and float(((p[:, 1] > 0.6) & (p[:, 2] > 0.5) & ~((p[:, 0] > 15) & (p[:, 0] < 60))).mean()) > 0.08
        ),
    ),
}
"""Query name to its phrase and whether a picture is truly so."""


def _mirrored(p: Pixels) -> bool:
    value = p[:, : p.shape[1] // 2 * 2, 2]
    coarse = np.asarray(Image.fromarray(value).resize((16, 24), Image.Resampling.BOX))
    if coarse.std() < 0.02:
        return False
    return float(np.corrcoef(coarse.ravel(), coarse[:, ::-1].ravel())[0, 1]) > 0.7


def _empty(p: Pixels) -> bool:
    rows, columns = p.shape[0] // 8, p.shape[1] // 8
    tiles = p[: rows * 8, : columns * 8, 2].reshape(rows, 8, columns, 8).swapaxes(1, 2)
    return float((tiles.std(axis=(2, 3)) < 0.03).mean()) > 0.4


SHAPE_TRUTHS: dict[str, tuple[str, Callable[[Pixels], bool]]] = {
    "symmetry": ("symmetrical composition", _mirrored),
    "emptiness": ("empty, minimal", _empty),
}
"""Likewise, for what needs the place of the pixels."""

WORD_TRUTHS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "space": (
        "in outer space",
        (),
        ("space", "spacecraft", "spaceship", "astronaut", "planet", "galaxy", "moon", "mars"),
    ),
    "sea": (
        "at sea",
        (),
        ("sea", "ocean", "ship", "boat", "shark", "pirate", "submarine", "underwater", "sailing"),
    ),
    "snow": (
        "snowy landscape",
        (),
        ("snow", "winter", "arctic", "antarctica", "avalanche", "skiing", "blizzard"),
    ),
    "desert": ("desert landscape", (), ("desert", "sahara", "outback")),
    "city at night": ("city at night", (), ("night", "nightlife", "neon", "noir", "skyscraper", "nightclub")),
    "animation": ("animated cartoon", ("Animation",), ()),
    "western": ("a western with cowboys", ("Western",), ()),
    "war": ("war film with soldiers", ("War",), ()),
}
"""Query name to its phrase, the genres and the words of keywords that make it true."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One query's result."""

    query: str
    phrase: str
    precision: float
    """Of the ten best."""
    chance: float
    """Precision of a blind choice: the share of pictures for which it is true."""

    @property
    def lift(self) -> float | None:
        """Times better than chance; None where it is true of no picture."""
        return self.precision / self.chance if self.chance else None


def pixel_truth(query: str, pictures: list[Pixels]) -> BoolArray:
    """(pictures,) whether the query is true of each, by its pixels."""
    if query in SHAPE_TRUTHS:
        return np.array([SHAPE_TRUTHS[query][1](picture) for picture in pictures], np.bool_)
    holds = PIXEL_TRUTHS[query][1]
    return np.array([holds(picture.reshape(-1, 3)) for picture in pictures], np.bool_)


def word_truth(query: str, films: list[Film | None]) -> BoolArray:
    """(films,) whether the query is true of each film, by its genres and keywords.

    Unknown films are False.
    """
    _, genres, words = WORD_TRUTHS[query]
    wanted = frozenset(words)
    return np.array([film is not None and _is(film, genres, wanted) for film in films], np.bool_)


def outcome(query: str, phrase: str, scores: FloatArray, truth: BoolArray, count: int = 10) -> Outcome:
    """Precision among the `count` best by score."""
    best = np.argsort(-scores, kind="stable")[:count]
    return Outcome(query, phrase, float(truth[best].mean()), float(truth.mean()))


def histogram(picture: NDArray[np.uint8]) -> FloatArray:
    """(352,) the baseline's view of a picture: joint and single histograms of hue, saturation and value."""
    p = pixels(picture).reshape(-1, 3)
    joint, _ = np.histogramdd(p, bins=(12, 4, 6), range=((0, 360), (0, 1), (0, 1)))
    single = [
        np.histogram(p[:, k], bins=bins, range=(0, top))[0]
        for k, bins, top in ((0, 24, 360), (1, 20, 1), (2, 20, 1))
    ]
    return np.sqrt(np.concatenate([joint.ravel(), *single]) / len(p)).astype(np.float32)


def _is(film: Film, genres: tuple[str, ...], words: frozenset[str]) -> bool:
    if any(genre in film.genres for genre in genres):
        return True
    return any(not words.isdisjoint(keyword.replace("-", " ").split()) for keyword in film.keywords)
