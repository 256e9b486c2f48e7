"""`cineaesthete evaluate sentiment` and `evaluate summaries`."""

import json
import math
from collections import defaultdict
from pathlib import Path
from typing import Any

import click
import numpy as np

from data.errors import BadInput
from data.pack import DEFAULT_FOLDER, StarterPack
from recsys.reviews.calibration import Reliability
from recsys.reviews.classifier import SentimentClassifier
from recsys.reviews.evaluation.plots import plot_reliability
from recsys.reviews.evaluation.sentences import Counts, SentencesReport, evaluate_sentences, labelled
from recsys.reviews.evaluation.sentiment import Classify, SentimentReport, evaluate_sentiment
from recsys.reviews.evaluation.summaries import report, summarise
from recsys.reviews.figures import ReadReview
from recsys.reviews.reading import Reader
from recsys.reviews.text import clean

SOURCE = Path("../shared/data")
_STARTER = click.option(
    "--starter", type=click.Path(path_type=Path), default=DEFAULT_FOLDER, help="Another starter pack."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
_SOURCE = click.option(
    "--source", type=click.Path(path_type=Path), default=SOURCE, show_default=True, help="The data sets."
)


@click.command("sentiment")
@click.option("--reviews", type=click.Path(path_type=Path), help="Parquet of (review, label: pos or neg).")
@_SOURCE
@click.option(
    "--model", default="compact", show_default=True, help="compact, or a transformer by name or folder."
)
@click.option("--limit", type=click.IntRange(1), help="Only so many reviews, drawn at random.")
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw the calibration here.")
@_STARTER
@_JSON
def sentiment(
    reviews: Path | None,
    source: Path,
    model: str,
    limit: int | None,
    plot: Path | None,
    starter: Path,
    as_json: bool,
) -> None:
    """Accuracy, F1, calibration and speed on labelled reviews.

    Without --reviews, on the films held out of the data sets; then also how aspects and spoilers are found in
    the sentences labelled by hand.
    """
    texts, positive = _read(reviews) if reviews else _held_out(source)
    if limit and limit < len(texts):
        rows = np.random.default_rng(0).permutation(len(texts))[:limit]
        texts, positive = [texts[row] for row in rows], positive[rows]
    cleaned = [clean(text) for text in texts]
    classifier = SentimentClassifier.load(StarterPack.load(starter).models)
    if model == "compact":
        found = evaluate_sentiment(classifier.probabilities, cleaned, positive)
    else:
        found = evaluate_sentiment(_by_transformer(model), cleaned, positive)
    if plot:
        plot_reliability(found.calibration, plot)
    numbers = _numbers(found)
    if reviews is None:
        numbers["sentences"] = _sentence_numbers(_sentences(source, Reader(classifier)))
    click.echo(json.dumps(numbers) if as_json else _told(numbers, found.calibration))


@click.command("summaries")
@_SOURCE
@click.option(
    "--films", default=150, show_default=True, type=click.IntRange(1), help="Films, the most reviewed."
)
@_STARTER
@_JSON
def summaries(source: Path, films: int, starter: Path, as_json: bool) -> None:
    """How far extractive summaries keep to what the reviews of a film say."""
    from data.sources.review_texts import read_labelled_reviews

    reviews = read_labelled_reviews(source)
    rows_of: defaultdict[str, list[int]] = defaultdict(list)
    for row, film in enumerate(reviews.films):
        rows_of[film].append(row)
    most = sorted(rows_of, key=lambda film: (-len(rows_of[film]), film))[:films]
    reader = Reader(SentimentClassifier.load(StarterPack.load(starter).models))
    made = []
    for film in most:
        texts = [clean(reviews.texts[row]) for row in rows_of[film]]
        made.append(
            summarise(
                [
                    ReadReview(text, reading, float(reviews.stars[row]))
                    for text, reading, row in zip(texts, reader.read(texts), rows_of[film], strict=True)
                ]
            )
        )
    found = report(made)
    numbers = {name: _rounded(getattr(found, name)) for name in found.__slots__}
    lines = "\n".join(f"{name.replace('_', ' '):20} {value}" for name, value in numbers.items())
    click.echo(json.dumps(numbers) if as_json else lines)


def _by_transformer(model: str) -> Classify:
    from recsys.reviews.joined import JoinedSentiment, is_joined
    from recsys.reviews.transformer import TransformerSentiment

    folder = Path(model)
    return (JoinedSentiment(folder) if is_joined(folder) else TransformerSentiment(model)).probabilities


def _read(path: Path) -> tuple[list[str], np.ndarray[Any, np.dtype[np.bool_]]]:
    from data.sources.tables import read_table

    table = read_table(path.parent, path.name, ["review", "label"])
    if not set(table["label"]) <= {"pos", "neg"}:
        raise BadInput(f"{path} has labels other than pos and neg.")
    return table["review"].tolist(), (table["label"] == "pos").to_numpy(np.bool_)


def _held_out(source: Path) -> tuple[list[str], np.ndarray[Any, np.dtype[np.bool_]]]:
    from data.sources.review_texts import read_labelled_reviews

    reviews = read_labelled_reviews(source)
    held = reviews.part(reviews.held_out)
    return held.texts, held.positive


def _sentences(source: Path, reader: Reader) -> SentencesReport:
    from data.sources.review_texts import read_labelled_reviews

    reviews = read_labelled_reviews(source)
    return evaluate_sentences(labelled(zip(reviews.films, reviews.texts, strict=True)), reader)


def _numbers(found: SentimentReport) -> dict[str, Any]:
    return {
        "reviews": found.reviews,
        "accuracy": _rounded(found.accuracy),
        "f1": _rounded(found.f1),
        "calibration_error": _rounded(found.calibration.error),
        "reviews_per_second": round(found.reviews_per_second),
    }


def _sentence_numbers(found: SentencesReport) -> dict[str, Any]:
    return {
        "labelled": found.sentences,
        "aspects": _counted(found.aspects)
        | {"side_accuracy": _rounded(found.sides_right / max(found.aspects.right, 1))},
        "by_aspect": {name: _counted(counts) for name, counts in found.by_aspect.items()},
        "outcome_given_away": _counted(found.spoilers_plot),
        "hidden_at_level_none": _counted(found.hidden_at_none),
    }


def _counted(counts: Counts) -> dict[str, Any]:
    return {
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "there": counts.right + counts.missed,
    }


def _told(numbers: dict[str, Any], calibration: Reliability) -> str:
    lines = [f"{name:20} {value}" for name, value in numbers.items() if name != "sentences"]
    lines.append("\npredicted  observed  reviews")
    for predicted, observed, count in zip(
        calibration.predicted, calibration.observed, calibration.counts, strict=True
    ):
        if count:
            lines.append(
                f"     {predicted:.2f}      {observed:.2f}  {count:7,}  {'#' * round(40 * observed)}"
            )
    if "sentences" in numbers:
        lines.append("\n" + json.dumps(numbers["sentences"], indent=1))
    return "\n".join(lines)


def _rounded(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else round(float(value), 4)
