"""The context signal: mood, company, hour, weekday and season. By hand-set affinities, see `recsys.moods`."""

from collections.abc import Iterable, Sequence

import numpy as np

from data.catalogue import Catalogue
from data.fame import fame
from data.films import GENRES
from recsys import moods
from recsys.moods import Affinity
from recsys.types import BoolArray, FloatArray, IntArray, Request, Situation
from recsys.wishes import WordIndex

SAID = 1.0
"""Weight of a mood or company that was said."""
GUESSED = 0.3
"""Weight of what hour, weekday and month suggest."""

KEYWORD_GAIN = 0.5
AXIS_GAIN = 1.5

STEP = 0.1
"""How much further than the films named a film fits a mood before it counts as moved."""
ENOUGH = 0.85
"""Share of all films that a film fits better than to have moved as far as can be asked."""
FAR = 1.2
"""How much further than the films named is far enough: beyond it nearness decides."""


class ContextScorer:
    """How well a film's genres and keywords fit the situation; NaN throughout if nothing of it is known."""

    name = "context"

    def __init__(self, catalogue: Catalogue, keywords: Sequence[str], films_of: Sequence[IntArray]) -> None:
        """`films_of[k]` are the films that bear `keywords[k]`."""
        self._genres = _genre_shares(catalogue)
        self._films_of = films_of
        self._words = WordIndex(keywords)
        self._fits: dict[Affinity, FloatArray] = {}
        self._timed = catalogue.runtimes > 0
        fames = np.log([fame(film) for film in catalogue.films])
        self._axes = {
            "year": catalogue.years.astype(np.float32) / 15,
            "runtime": np.where(catalogue.runtimes > 0, catalogue.runtimes, 110).astype(np.float32) / 25,
            "fame": fames.astype(np.float32) / 1.5,
        }

    def score(self, request: Request, items: IntArray) -> FloatArray:
        """Sum over all that the situation calls for."""
        wanted = list(called_for(request.situation))
        if not wanted:
            return np.full(len(items), np.nan, np.float32)
        total = np.zeros(len(self._genres), np.float32)
        for affinity, weight in wanted:
            fit = self._fit(affinity)
            if request.like and affinity.genres:
                # Once well beyond the example it is far enough: what is near the example stays near it.
                fit = np.minimum(fit, fit[list(request.like)].mean() + FAR)
            total += np.float32(weight) * fit
            if affinity.axis is not None:
                total += np.float32(weight) * self._along(*affinity.axis, request.like)
        return total[items]

    def moved(self, request: Request) -> BoolArray | None:
        """(films,) True for films that lie where the mood points, seen from the films named.

        "like Heat but lighter" is lighter than Heat, however near to Heat another film may be. None where no
        film was named or no mood points anywhere.
        """
        affinities = moods.find(request.situation.mood or "", moods.MOODS) if request.like else []
        if not affinities:
            return None
        beyond = [self._beyond(affinity, request.like) for affinity in affinities]
        return np.asarray(np.all(beyond, axis=0))

    def _beyond(self, affinity: Affinity, like: tuple[int, ...]) -> BoolArray:
        beyond = np.ones(len(self._genres), np.bool_)
        if affinity.genres:
            fit = self._fit(affinity)
            needed = min(fit[list(like)].mean() + STEP, np.quantile(fit, ENOUGH))
            if max(affinity.genres.values()) > 0:  # a little less grim than Se7en is not yet light
                needed = max(needed, 0)
            beyond &= fit >= needed
        if affinity.axis is not None and affinity.axis[0] != "fame":
            name, direction = affinity.axis
            figures = direction * self._axes[name]
            beyond &= figures > figures[list(like)].max()
            if name == "runtime":
                beyond &= self._timed
        return beyond

    def _fit(self, affinity: Affinity) -> FloatArray:
        """(films,) how well genres and keywords fit; kept, since it is the same whoever asks."""
        if affinity not in self._fits:
            taste = np.array([affinity.genres.get(genre, 0.0) for genre in GENRES], np.float32)
            fit = self._genres @ taste + np.float32(KEYWORD_GAIN) * self._bearing(affinity.keywords)
            fit -= np.float32(KEYWORD_GAIN) * self._bearing(affinity.shunned)
            self._fits[affinity] = np.asarray(fit, np.float32)
        return self._fits[affinity]

    def _bearing(self, phrases: Sequence[str]) -> BoolArray:
        bears = np.zeros(len(self._genres), np.bool_)
        for phrase in phrases:
            for keyword, weight in self._words.matches(phrase):
                if weight >= 0.5:
                    bears[self._films_of[keyword]] = True
        return bears

    def _along(self, name: str, direction: int, like: tuple[int, ...]) -> FloatArray:
        figures = self._axes[name]
        start = figures[list(like)].mean() if like else np.median(figures)
        return np.asarray(AXIS_GAIN * np.clip(direction * (figures - start), -1, 1), np.float32)


def called_for(situation: Situation) -> Iterable[tuple[Affinity, float]]:
    """What the situation calls for, with weights: said in full, guessed from the clock in part."""
    for said, table in ((situation.mood, moods.MOODS), (situation.company, moods.COMPANY)):
        for affinity in moods.find(said or "", table):
            yield affinity, SAID
    if situation.hour is not None:
        late_week = situation.weekday in (4, 5)
        if situation.hour >= 22 or situation.hour < 5:
            yield moods.LATE, GUESSED
        elif situation.hour < 12:
            yield moods.MORNING, GUESSED
        elif situation.hour >= 18 and situation.weekday is not None:
            yield moods.WEEKEND_EVENING if late_week else moods.WEEKNIGHT, GUESSED
    season = moods.SEASONS.get(situation.month or 0)
    if season is not None:
        yield season, GUESSED


def was_said(situation: Situation) -> bool:
    """Whether a mood or company was said that calls for something."""
    return any(weight == SAID for _, weight in called_for(situation))


def _genre_shares(catalogue: Catalogue) -> FloatArray:
    """(films, genres): first genres count most; a film's shares have length 1."""
    shares = catalogue.genres.astype(np.float32)
    for position, film in enumerate(catalogue.films):
        for place, genre in enumerate(film.genres):
            shares[position, GENRES.index(genre)] = 1.0 / (1 + 0.35 * place)
    lengths = np.linalg.norm(shares, axis=1, keepdims=True)
    return np.asarray(np.divide(shares, lengths, out=np.zeros_like(shares), where=lengths > 0))
