from pathlib import Path

import numpy as np
import pytest

from data.errors import StarterPackError
from recsys.reviews.calibration import Scaling, reliability
from recsys.reviews.classifier import NAME, SentimentClassifier
from recsys.reviews.language import language_of
from recsys.reviews.ngrams import ngrams, unique, words
from recsys.reviews.opinion_words import lean
from recsys.reviews.training.compact import CompactConfig, train_compact
from tests.support.toy_reviews import toy_classifier


def test_words_keep_negation_and_emphasis() -> None:
    assert words("It’s NOT good!!! Isn't it?") == ["it's", "not", "good", "!!!", "isn't", "it", "?"]


def test_ngrams_do_not_span_texts() -> None:
    together = ngrams([["a", "b"], ["c"]])
    assert together.texts.tolist() == [0, 0, 1, 0]
    assert len(ngrams([["a", "b", "c"]]).keys) == 6
    assert len(ngrams([]).keys) == 0
    assert len(unique(ngrams([["a", "a", "a"]])).keys) == 3


def test_probabilities_follow_the_weights() -> None:
    found = toy_classifier().probabilities(["a great film", "an awful film", "a film", ""])
    assert found[0] > 0.8
    assert found[1] < 0.1
    assert found[2] == found[3] == pytest.approx(0.5)
    assert toy_classifier().probabilities([]).shape == (0,)


def test_one_word_repeated_is_no_louder() -> None:
    once, often = toy_classifier().probabilities(["great", "great great great great"])
    assert once == pytest.approx(often)


def test_it_comes_back_from_disk(tmp_path: Path) -> None:
    toy_classifier().save(tmp_path)
    texts = ["great", "awful"]
    loaded = SentimentClassifier.load(tmp_path)
    assert loaded.probabilities(texts) == pytest.approx(toy_classifier().probabilities(texts))
    assert not list(tmp_path.glob("*.pkl"))
    (tmp_path / f"{NAME}.weights.npy").write_bytes(b"")
    with pytest.raises(StarterPackError, match="damaged"):
        SentimentClassifier.load(tmp_path)


def test_training_finds_what_tells_sides_apart() -> None:
    rng = np.random.default_rng(0)
    positive = np.arange(200) % 2 == 0
    texts = [
        f"the film was {'a marvel' if good else 'a bore'} of number {rng.integers(50)}" for good in positive
    ]
    pieces = ([["marvel"], ["bore"]] * 20, np.array([True, False] * 20))
    model = train_compact(
        texts, positive, np.arange(200) // 4, pieces, config=CompactConfig(size=50), rng=rng
    )
    assert model.probabilities(["a marvel"])[0] > 0.5 > model.probabilities(["a bore"])[0]
    good, bad = model.piece_probabilities([["marvel"], ["bore"]])
    assert good > 0.8
    assert bad < 0.2


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("superb acting", 1),
        ("not good at all", -1),
        ("not bad", 1),
        ("could have been great", 0),
        ("the film runs two hours", 0),
        ("thin and boring", -1),
    ],
)
def test_words_of_opinion(text: str, sign: int) -> None:
    assert np.sign(lean(words(text))) == sign


def test_scaling_makes_probabilities_true() -> None:
    rng = np.random.default_rng(1)
    scores = rng.normal(size=4000).astype(np.float32)
    positive = rng.random(4000) < 1 / (1 + np.exp(-(3 * scores + 1)))
    fitted = Scaling.fit(scores, positive)
    assert fitted.slope == pytest.approx(3, abs=0.3)
    assert fitted.offset == pytest.approx(1, abs=0.2)
    assert reliability(fitted(scores), positive).error < 0.03
    assert reliability(np.full(100, 0.9, np.float32), np.zeros(100, np.bool_)).error == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("This is a film that I will not forget and that you should see.", "en"),
        ("Una película muy buena que no se puede perder por nada del mundo", "es"),
        ("C'est un film que je ne peux pas recommander, mais les acteurs sont très bons", "fr"),
        ("Der Film ist nicht gut und die Musik war auch nicht sehr schön", "de"),
        ("Это замечательный фильм, который стоит посмотреть всем", "und"),
        ("Great film!", "en"),
        ("", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(words(text)) == language
