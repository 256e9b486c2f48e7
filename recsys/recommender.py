"""The recommender as the tools see it: one question in, a list of films with true reasons out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path
from typing import Any

import numpy as np

from data.catalogue import Catalogue
from data.errors import StarterPackError
from recsys import constraints, evidence, mixing, store
from recsys.collaborative import CollaborativeScorer
from recsys.content import ContentFold, ContentScorer
from recsys.context import ContextScorer
from recsys.diversity import POOL, likeness_vectors, mmr
from recsys.explain import Causes, reasons
from recsys.graph import GraphScorer
from recsys.hybrid import blend, standardise
from recsys.popularity import PopularityScorer
from recsys.sentiment import SentimentScorer
from recsys.stars import StarsModel
from recsys.types import (
    SIGNALS,
    FloatArray,
    Folded,
    FoldsIn,
    IntArray,
    Recommendation,
    Request,
    Scorer,
    Taste,
)
from recsys.weights import BlendConfig

NAME = "recommender"


@dataclass(frozen=True, slots=True)
class Blended:
    """All films scored for one request."""

    raw: FloatArray
    """(signals, films) as the signals gave it, NaN where unknown."""
    contributions: FloatArray
    """(signals, films); the score is their sum."""
    folded: Mapping[str, Folded]
    """By signal: the viewer as it sees them, where it goes by evidence."""
    means: FloatArray
    """(signals,) of the raw scores over the films known; NaN for a signal that knows none."""

    def gains(self, signal: str, items: IntArray) -> FloatArray:
        """(items,) units of score per unit of the signal's raw score, at each of these films."""
        row = SIGNALS.index(signal)
        departures = np.nan_to_num(self.raw[row, items] - self.means[row])
        far = np.abs(departures) > 1e-9
        gains = np.zeros(len(items), np.float32)
        return np.asarray(np.divide(self.contributions[row, items], departures, out=gains, where=far))


class Recommender:
    """Six signals, blended, constrained, diversified and explained. Holds no state of any viewer."""

    def __init__(
        self,
        catalogue: Catalogue,
        scorers: Sequence[Scorer],
        stars: StarsModel,
        config: BlendConfig,
    ) -> None:
        """`scorers` are the six signals in the order of `SIGNALS`."""
        self._catalogue = catalogue
        self._scorers = {scorer.name: scorer for scorer in scorers}
        if tuple(self._scorers) != SIGNALS:
            raise ValueError(f"The signals must be {', '.join(SIGNALS)}, in this order.")
        self._folding = {scorer.name: scorer for scorer in scorers if isinstance(scorer, FoldsIn)}
        self._stars = stars
        self._config = config
        # "Widely watched" is said only of films whose audience was counted.
        self._counted = np.array([film.vote_count > 0 for film in catalogue.films]) | (stars.counts > 0)
        self._items = np.arange(len(catalogue), dtype=np.int32)
        self.likeness = likeness_vectors(catalogue.genres, self._content.dense)
        """(films, rank) unit rows: how alike films are, see `recsys.diversity`."""

    @property
    def _content(self) -> ContentScorer:
        content = self._scorers["content"]
        assert isinstance(content, ContentScorer)  # noqa: S101 - narrows the type
        return content

    @property
    def _context(self) -> ContextScorer:
        context = self._scorers["context"]
        assert isinstance(context, ContextScorer)  # noqa: S101 - narrows the type
        return context

    @classmethod
    def load(cls, catalogue: Catalogue, folder: Path) -> "Recommender":
        """Read the models that `recsys.training.train` wrote for this catalogue.

        Raises StarterPackError if they are missing, damaged, or belong to another catalogue.
        """
        meta = store.read(folder, NAME).meta
        if meta.get("films") != store.fingerprint(film.id for film in catalogue.films):
            raise StarterPackError(f"The models in {folder} were trained for other films. {store.MEND}")
        try:
            config = BlendConfig(**meta["blend"])
        except (KeyError, ValueError, TypeError) as error:
            raise StarterPackError(f"The trained model {NAME} is damaged. {store.MEND}") from error
        content = ContentScorer.load(folder)
        scorers: list[Scorer] = [
            CollaborativeScorer.load(folder),
            content,
            GraphScorer.load(folder),
            SentimentScorer.load(folder),
            PopularityScorer.load(folder),
            ContextScorer(catalogue, *content.keyword_films()),
        ]
        return cls(catalogue, scorers, StarsModel.load(folder), config)

    def recommend(self, request: Request, *, rng: np.random.Generator | None = None) -> list[Recommendation]:
        """At most `request.count` films, best first; none where the constraints leave none.

        The score is the blend; the order also weighs variety, and holds back what was shown lately. Examples
        that are unlike each other get some films each. With `rng` near ties fall differently every time.
        """
        ok = constraints.allowed(request.constraints, self._catalogue)
        ok[list(request.like)] = False
        moved = self._context.moved(request)
        if moved is not None and (ok & moved).sum() >= request.count:
            ok &= moved
        candidates = np.flatnonzero(ok).astype(np.int32)
        if not len(candidates):
            return []
        blended = self._blend(request)
        kinds = mixing.kinds(request.like, self.likeness)
        if len(kinds) < 2 or request.count < len(kinds):
            each = [self._ranked(request, candidates, blended, rng)]
        else:
            each = [self._ranked(request, candidates, self._like(request, own), rng) for own in kinds]
        chosen = np.array(mixing.interleaved(each, request.count), np.int32)
        return self._recommendations(request, blended, chosen)

    def scores(self, request: Request) -> FloatArray:
        """(films,) the blended score of every film, whatever the constraints."""
        return np.asarray(self._blend(request).contributions.sum(axis=0))

    def explain(self, request: Request, item: int) -> Recommendation:
        """Score and reasons of one film for this request, whatever its rank; constraints are ignored."""
        without = replace(request, like=tuple(named for named in request.like if named != item))
        return self._recommendations(without, self._blend(without), np.array([item], np.int32))[0]

    def predict_rating(self, taste: Taste, item: int) -> float | None:
        """Stars this viewer would give, 0.5 to 5; None where nothing supports a guess."""
        return self._stars.predict(taste, item)

    def mean_rating(self, item: int) -> float | None:
        """The audiences' mean in stars; None where no rating is known."""
        return self._stars.mean_rating(item)

    @property
    def audience(self) -> FloatArray:
        """(films,) how many ratings each film has in the data that was trained on."""
        return self._stars.counts

    def blocked_by(self, request: Request) -> tuple[str, ...]:
        """Names of the constraints whose removal alone would find films again; empty where some are found."""
        return constraints.blocking(request.constraints, self._catalogue)

    def describe(self) -> dict[str, Any]:
        """What is loaded, as plain JSON: films, each signal with what it covers, and the store's format."""
        probe = Request(Taste(self._items[:1], np.ones(1, np.float32)))
        return {
            "format": store.FORMAT,
            "films": len(self._items),
            "signals": {
                name: {
                    "model": type(scorer).__name__,
                    "films": int((~np.isnan(scorer.score(probe, self._items))).sum()),
                }
                for name, scorer in self._scorers.items()
            },
        }

    def _blend(self, request: Request) -> Blended:
        folded = {name: scorer.fold(request) for name, scorer in self._folding.items()}
        raw = np.stack(
            [
                folded[name].scores(self._items) if name in folded else scorer.score(request, self._items)
                for name, scorer in self._scorers.items()
            ]
        )
        standardised, means = standardise(raw, self._config.tail)
        contributions = blend(standardised, self._config.weights(request), self._config.trust)
        return Blended(raw, contributions, folded, means)

    def _like(self, request: Request, examples: tuple[int, ...]) -> Blended:
        """All films scored as if only these examples had been named."""
        return self._blend(replace(request, like=examples))

    def _ranked(
        self, request: Request, candidates: IntArray, blended: Blended, rng: np.random.Generator | None
    ) -> list[int]:
        pool, relevance = self._pool(request, candidates, blended.contributions.sum(axis=0))
        if rng is not None:
            relevance = relevance + rng.normal(0, JITTER, len(relevance)).astype(np.float32)
        order = mmr(relevance, self.likeness[pool], request.count, request.tuning.relevance_share)
        return [int(item) for item in pool[order]]

    def _pool(
        self, request: Request, candidates: IntArray, scores: FloatArray
    ) -> tuple[IntArray, FloatArray]:
        """The best candidates and their relevance; those shown lately fall to the middle of the pool."""
        relevance = scores[candidates]
        if len(candidates) > POOL:
            best = np.argpartition(-relevance, POOL - 1)[:POOL]
            candidates, relevance = candidates[best], relevance[best]
        shown = np.isin(candidates, np.array(request.recently_shown, np.int32))
        if shown.any():
            relevance = np.where(shown, np.minimum(relevance, np.median(relevance)), relevance)
        return candidates, relevance

    def _recommendations(self, request: Request, blended: Blended, items: IntArray) -> list[Recommendation]:
        proof = evidence.gather(request)
        film_parts = self._film_parts(blended, items, len(proof.items))
        content = blended.folded["content"]
        assert isinstance(content, ContentFold)  # noqa: S101 - narrows the type
        terms = content.shared(items, blended.gains("content", items))
        predicted = self._stars.predict_all(request.taste, items).tolist()
        found = []
        for place, item in enumerate(items.tolist()):
            by_signal = dict(zip(SIGNALS, blended.contributions[:, item].tolist(), strict=True))
            causes = Causes(
                films=film_parts[place],
                terms=terms[place],
                context=by_signal["context"],
                sentiment=by_signal["sentiment"],
                popularity=by_signal["popularity"] if self._counted[item] else 0.0,
                mean_rating=self.mean_rating(item),
            )
            why = reasons(item, request, proof, causes)
            stars = None if isnan(predicted[place]) else predicted[place]
            found.append(Recommendation(item, sum(by_signal.values()), by_signal, why, stars))
        return found

    def _film_parts(self, blended: Blended, items: IntArray, n_evidence: int) -> FloatArray:
        """(items, evidence) what each film of the evidence adds to the blended scores."""
        parts = np.zeros((len(items), n_evidence), np.float32)
        if n_evidence:
            for name, folded in blended.folded.items():
                parts += blended.gains(name, items)[:, None] * folded.parts(items)
        return parts


JITTER = 0.02
"""Spread of the noise that a generator adds to relevance, in units of the blended score."""
