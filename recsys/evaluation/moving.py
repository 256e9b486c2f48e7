"""Lists for "like that, but lighter": whether they move along the axis asked for, and how near they stay.

The figures are not those by which the recommender moves: shares of genres as listed, and plain medians.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.catalogue import Catalogue
from data.films import GENRES
from recsys.content import ContentScorer
from recsys.recommender import Recommender
from recsys.types import FloatArray, Request, Situation, Taste

DARK = ("Horror", "War", "Crime", "Thriller")


@dataclass(frozen=True, slots=True)
class Axis:
    """A wish, and the figure of a list that it should raise (+1) or lower (-1)."""

    figure: FloatArray
    """(films,)"""
    direction: int


def axes(catalogue: Catalogue) -> Mapping[str, Axis]:
    """By the words of the wish."""

    def bearing(*genres: str) -> FloatArray:
        columns = [GENRES.index(genre) for genre in genres]
        return np.asarray(catalogue.genres[:, columns].any(axis=1), np.float32)

    runtimes = catalogue.runtimes.astype(np.float32)
    return {
        "lighter": Axis(bearing(*DARK), -1),
        "darker": Axis(bearing(*DARK), 1),
        "funnier": Axis(bearing("Comedy"), 1),
        "scarier": Axis(bearing("Horror"), 1),
        "less scary": Axis(bearing("Horror"), -1),
        "sadder": Axis(bearing("Drama"), 1),
        "calmer": Axis(bearing("Action", "Thriller", "Horror", "War"), -1),
        "less violent": Axis(bearing("Action", "Horror", "War", "Crime"), -1),
        "more romantic": Axis(bearing("Romance"), 1),
        "older": Axis(catalogue.years.astype(np.float32), -1),
        "newer": Axis(catalogue.years.astype(np.float32), 1),
        "shorter": Axis(np.where(runtimes > 0, runtimes, np.nan), -1),
        "longer": Axis(np.where(runtimes > 0, runtimes, np.nan), 1),
    }


def evaluate_moving(
    catalogue: Catalogue, recommender: Recommender, content: ContentScorer, *, seeds: int = 100
) -> dict[str, Any]:
    """For the films most widely watched: shares of lists that moved, and nearness kept, by axis.

    `moved`: the list's mean lies strictly further than that of the list without the wish, of those that had
    room to; `by`: how much further on average (share of genres, years, minutes). `nearness`: mean likeness
    in content of the lists to the film named, beside `unmoved`, the lists without the wish, and `alone`,
    those of the wish without the film.
    """
    order = np.argsort([-film.vote_count for film in catalogue.films], kind="stable")[:seeds]
    nobody = Taste.empty()

    def listed(like: tuple[int, ...], mood: str | None) -> list[int]:
        request = Request(nobody, like=like, situation=Situation(mood=mood))
        return [found.item for found in recommender.recommend(request)]

    plain = {seed: listed((seed,), None) for seed in order.tolist()}
    found: dict[str, Any] = {}
    for wish, axis in axes(catalogue).items():
        alone = listed((), wish)
        further, near = [], []
        for seed, before in plain.items():
            after = listed((seed,), wish)
            if _has_room(axis, before):
                further.append(axis.direction * (_mean(axis, after) - _mean(axis, before)))
            near.append([_near(content, seed, films) for films in (after, before, alone)])
        nearness, unmoved, without = np.mean(near, axis=0).tolist()
        found[wish] = {
            "moved": float(np.mean(np.array(further) > 0)) if further else None,
            "by": float(np.mean(further)) if further else None,
            "with_room": len(further),
            "nearness": nearness,
            "unmoved": unmoved,
            "alone": without,
        }
    return found


def _has_room(axis: Axis, films: list[int]) -> bool:
    figures = axis.direction * axis.figure
    return _mean(axis, films) * axis.direction < float(np.nanmax(figures))


def _mean(axis: Axis, films: list[int]) -> float:
    return float(np.nanmean(axis.figure[films]))


def _near(content: ContentScorer, seed: int, films: list[int]) -> float:
    return float((content.dense[films] @ content.dense[seed]).mean())
