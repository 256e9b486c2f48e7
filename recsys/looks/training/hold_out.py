"""Measures the starter's way of finding looks on pictures that its training never saw."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.catalogue import Catalogue
from data.errors import BadInput
from data.films import Film
from data.sources.pictures import list_pictures, read_picture
from data.text_encoder import TextEncoder
from recsys.looks import evaluation
from recsys.looks.aspects import AspectScale
from recsys.looks.paraphrases import PARAPHRASES
from recsys.looks.phrases import read
from recsys.looks.query import MEASURED, aspect_weights
from recsys.looks.training.backbone import class_names, class_probabilities
from recsys.looks.training.captions import captions
from recsys.looks.training.fit import FitConfig, fit
from recsys.looks.training.material import Material, Progress
from recsys.looks.training.starter import Trained, Workshop, open_workshop, train_looks
from recsys.types import BoolArray, FloatArray

HELD_OUT = 200
BASELINE = FitConfig(image_penalty=300.0)
"""The histograms have fewer columns, each worth more; chosen like the other, by cross-validation."""


@dataclass(frozen=True, slots=True)
class Row:
    """One query over all hold-outs."""

    query: str
    phrase: str
    chance: float
    """Share of the held-out pictures for which it is true."""
    precision: Mapping[str, float]
    """Precision@10 by ranker: blend, embedding alone, measuring alone, histograms."""
    otherwise: float
    """Precision@10 of the blend, mean over the query's paraphrases."""
    true_pictures: float
    """Held-out pictures for which it is true, mean over the hold-outs."""

    def as_json(self) -> dict[str, Any]:
        """With the lift over chance."""
        lift = (
            {name: round(value / self.chance, 2) for name, value in self.precision.items()}
            if self.chance
            else {}
        )
        return {**asdict(self), "lift": lift}


def measure_hold_out(
    folder: Path, catalogue: Catalogue, seeds: Sequence[int], *, cache: Path, progress: Progress
) -> list[Row]:
    """Hold 200 pictures out by each seed, train on the others, ask every query of `recsys.looks.evaluation`.

    Raises BadInput if the folder holds too few pictures.
    """
    workshop = open_workshop(cache, progress)
    files = {path.stem: path for path in list_pictures(folder)}
    if len(files) < 2 * HELD_OUT:
        raise BadInput(f"{folder} holds {len(files)} pictures; a hold-out needs {2 * HELD_OUT} at least.")
    names = sorted(files)
    material = workshop.gather(names, lambda name: read_picture(files[name]))
    films = [catalogue.get(name) for name in names]
    pictures = [read_picture(files[name]) for name in names]
    pixels = [evaluation.pixels(picture) for picture in pictures]
    histograms = np.stack([evaluation.histogram(picture) for picture in pictures])
    encoder = TextEncoder(workshop.tokenizer)
    found: dict[str, list[_Held]] = {}
    for seed in seeds:
        held = np.sort(np.random.default_rng(seed).permutation(len(names))[:HELD_OUT])
        rest = np.setdiff1d(np.arange(len(names)), held)
        rankers = _Rankers(material, films, histograms, held, rest, workshop, encoder, seed)
        for query, phrase, truth in _queries([pixels[row] for row in held], [films[row] for row in held]):
            precision = {
                name: evaluation.outcome(query, phrase, scores, truth).precision
                for name, scores in rankers.scores(phrase).items()
            }
            otherwise = [
                evaluation.outcome(query, other, rankers.scores(other)["blend"], truth).precision
                for other in PARAPHRASES[query]
            ]
            found.setdefault(query, []).append(_Held(phrase, truth, precision, otherwise))
    return [_row(query, held) for query, held in found.items()]


@dataclass(frozen=True, slots=True)
class _Held:
    """One query over one hold-out."""

    phrase: str
    truth: BoolArray
    precision: Mapping[str, float]
    otherwise: Sequence[float]


def _row(query: str, held: Sequence[_Held]) -> Row:
    return Row(
        query=query,
        phrase=held[0].phrase,
        chance=round(float(np.mean([one.truth.mean() for one in held])), 4),
        precision={name: float(np.mean([one.precision[name] for one in held])) for name in held[0].precision},
        otherwise=round(float(np.mean([one.otherwise for one in held])), 4),
        true_pictures=round(float(np.mean([one.truth.sum() for one in held])), 1),
    )


class _Rankers:
    """What is compared: the blend, its two parts, and histograms alone."""

    def __init__(
        self,
        material: Material,
        films: Sequence[Film | None],
        histograms: FloatArray,
        held: NDArray[np.int64],
        rest: NDArray[np.int64],
        workshop: Workshop,
        encoder: TextEncoder,
        seed: int,
    ) -> None:
        known = [films[row] for row in rest]
        trained = train_looks(material.subset(rest), known, workshop, np.random.default_rng(seed))
        self._projection, self._scale, self._encoder = trained.projection, trained.scale, encoder
        figures = material.figures[held]
        vectors = trained.projection.images(material.features[0, held], trained.scale.standardise(figures))
        self._vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self._aspects = trained.scale.score(figures)
        self._baseline = _baseline(histograms[rest], material.subset(rest), known, encoder)
        nothing = np.zeros((len(held), 0), np.float32)
        self._seen_by_baseline = self._baseline.projection.images(histograms[held], nothing)

    def scores(self, phrase: str) -> dict[str, FloatArray]:
        """(held-out pictures,) by ranker."""
        reading = read(phrase)
        vector = self._projection.phrases(self._encoder.encode([reading.plain]))[0]
        embedded = _standard(self._vectors @ (vector / np.linalg.norm(vector)))
        measured = self._aspects @ aspect_weights(reading.aspects)
        share = MEASURED * reading.coverage**1.5
        whole = self._baseline.projection.phrases(self._encoder.encode([phrase]))[0]
        return {
            "blend": (1 - share) * embedded + share * measured,
            "embedding": embedded,
            "measuring": measured,
            "histograms": self._seen_by_baseline @ whole,
        }


def _baseline(
    histograms: FloatArray, material: Material, films: Sequence[Film | None], encoder: TextEncoder
) -> Trained:
    """The same training with nothing but histograms to see."""
    scale = AspectScale.fit(material.figures)
    told = captions(
        films,
        scale.score(material.figures),
        class_probabilities(material.features[0]),
        class_names(),
        [None] * len(films),
    )
    nothing = np.zeros((len(films), 0), np.float32)
    return Trained(fit(histograms[None], nothing, told, encoder.encode(told.phrases), BASELINE), scale)


def _queries(pixels: list[evaluation.Pixels], films: list[Film | None]) -> list[tuple[str, str, BoolArray]]:
    of_pixels = [
        (query, phrase, evaluation.pixel_truth(query, pixels))
        for query, (phrase, _) in (evaluation.PIXEL_TRUTHS | evaluation.SHAPE_TRUTHS).items()
    ]
    of_words = [
        (query, phrase, evaluation.word_truth(query, films))
        for query, (phrase, _, _) in evaluation.WORD_TRUTHS.items()
    ]
    return of_pixels + of_words


def _standard(values: FloatArray) -> FloatArray:
    return np.asarray((values - values.mean()) / max(float(values.std()), 1e-9), np.float32)
