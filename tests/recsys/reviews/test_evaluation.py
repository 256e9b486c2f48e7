import numpy as np
import pytest

from data.errors import BadInput
from recsys.reviews.evaluation import sentences
from recsys.reviews.evaluation.labels import Label, key, read_labels
from recsys.reviews.evaluation.sentences import evaluate_sentences, labelled
from recsys.reviews.evaluation.sentiment import evaluate_sentiment
from recsys.reviews.evaluation.summaries import report, summarise
from recsys.reviews.figures import ReadReview
from recsys.reviews.transformer import polarities, positive_share
from tests.support.toy_reviews import toy_classifier, toy_reader


def test_there_are_enough_labels_and_no_sentences() -> None:
    labels = read_labels()
    drawn = [label for label in labels.values() if label.drawn == "random"]
    assert len(drawn) >= 300
    assert sum(len(label.opinions) for label in drawn) > 100
    assert all(len(known) == 16 for _, known in labels)


def test_accuracy_counts_what_is_right() -> None:
    texts = ["great", "superb", "awful", "great", "boring"]
    positive = np.array([True, True, False, False, False])
    found = evaluate_sentiment(toy_classifier().probabilities, texts, positive)
    assert found.accuracy == pytest.approx(0.8)
    assert found.f1 == pytest.approx(0.8)
    assert found.wrong == (3,)
    assert found.calibration.counts.sum() == 5


def test_aspects_are_held_against_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {
        "Superb acting.": Label("random", {"acting": 1}, 0),
        "Awful music.": Label("random", {"music": 1}, 0),
        "Wonderful photography.": Label("random", {}, 0),
        "Nice hats.": Label("random", {"originality": 1}, 0),
        "He dies in her arms.": Label("plot", {}, 2),
        "He dies at last.": Label("plot", {}, 0),
    }
    labels = {("tt1", key(text)): label for text, label in said.items()}
    monkeypatch.setattr(sentences, "read_labels", lambda: labels)
    pairs = labelled([("tt1", " ".join(said)), ("tt2", "Superb acting.")])
    assert len(pairs) == len(said)
    found = evaluate_sentences(pairs, toy_reader())
    assert (found.aspects.right, found.aspects.wrong, found.aspects.missed) == (2, 1, 1)
    assert found.sides_right == 1
    assert found.aspects.precision == pytest.approx(2 / 3)
    assert (found.spoilers_plot.right, found.spoilers_plot.wrong) == (1, 1)


def test_shares_are_compared_over_films() -> None:
    good = [f"The acting is superb in scene {n} of this film." for n in range(9)]
    bad = [f"The pace is awful in part {n} of this film." for n in range(9)]
    made = []
    for positive in (1, 5, 8):
        texts = good[:positive] + bad[: 9 - positive]
        readings = toy_reader().read(texts)
        made.append(summarise([ReadReview(t, r) for t, r in zip(texts, readings, strict=True)]))
    found = report(made)
    assert found.films == 3
    assert found.share_correlation > 0.9
    assert found.share_error < 0.1
    assert found.minority_kept == 1
    assert report([]).films == 0


@pytest.mark.parametrize(
    ("labels", "sides"),
    [
        (["NEGATIVE", "POSITIVE"], [-1, 1]),
        (["LABEL_0", "LABEL_1"], [-1, 1]),
        (["neg", "neu", "pos"], [-1, 0, 1]),
        (["1 star", "2 stars", "3 stars", "4 stars", "5 stars"], [-1, -0.5, 0, 0.5, 1]),
    ],
)
def test_classes_of_any_classifier_become_sides(labels: list[str], sides: list[float]) -> None:
    assert polarities(dict(enumerate(labels))) == sides


def test_classes_that_do_not_tell_are_not_guessed() -> None:
    with pytest.raises(BadInput, match="toxic"):
        polarities({0: "toxic", 1: "fine"})


def test_shares_of_classes_become_a_probability() -> None:
    shares = np.array([[0.2, 0.8], [0.9, 0.1]], np.float32)
    assert positive_share(shares, np.array([-1, 1], np.float32)) == pytest.approx([0.8, 0.1])
    neutral = np.array([[0, 1, 0], [0.1, 0.6, 0.3]], np.float32)
    assert positive_share(neutral, np.array([-1, 0, 1], np.float32)) == pytest.approx([0.5, 0.75])
