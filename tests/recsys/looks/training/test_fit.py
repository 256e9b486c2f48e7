import numpy as np

from data.films import Film
from recsys.looks.aspects import NAMES
from recsys.looks.training.captions import captions, plays_in
from recsys.looks.training.fit import FitConfig, fit
from recsys.looks.training.stills import SCENES, draw

FILMS = [Film(f"w{n}", "W", 1960, genres=("Western",), keywords=("desert",)) for n in range(20)] + [
    Film(f"s{n}", "S", 2000, genres=("Science Fiction",), keywords=("space travel",)) for n in range(20)
]


def test_captions_say_what_is_true_of_each_picture() -> None:
    rng = np.random.default_rng(0)
    aspects = rng.standard_normal((41, len(NAMES))).astype(np.float32)
    objects = np.zeros((41, 1), np.float32)
    objects[:3] = 0.9
    told = captions([*FILMS, None], aspects, objects, ["cowboy hat"], [*[None] * 40, "desert"])
    holds = dict(zip(told.phrases, told.holds.T, strict=True))
    assert holds["western"].sum() == 20
    assert holds["desert"].sum() in (20, 21)  # as keyword and as setting; the drawn one has no keywords
    assert holds["sand dunes"][40] == 1
    assert holds["cowboy hat"][:3].tolist() == [np.float32(0.9)] * 3
    assert "war" not in holds  # true of none
    assert np.isfinite(told.holds).all()


def test_a_keyword_must_bear_the_word_itself() -> None:
    assert plays_in(Film("a", "A", 2000, keywords=("ghost ship",)), frozenset({"ship"}))
    assert not plays_in(Film("a", "A", 2000, keywords=("relationship",)), frozenset({"ship"}))


def test_what_was_learned_tells_pictures_apart_by_words() -> None:
    rng = np.random.default_rng(1)
    kind = np.repeat([1.0, -1.0], 20)
    features = rng.standard_normal((2, 40, 12)).astype(np.float32)
    features[:, :, 0] += 3 * kind
    words = {word: rng.standard_normal(16).astype(np.float32) for word in ("western", "space")}
    told = captions(
        FILMS, np.zeros((40, len(NAMES)), np.float32), np.zeros((40, 1), np.float32), ["none"], [None] * 40
    )
    sentences = np.stack(
        [words["western" if "desert" in said or "western" in said else "space"] for said in told.phrases]
    )
    learned = fit(
        features, np.zeros((40, 0), np.float32), told, sentences, FitConfig(width=4, image_penalty=10)
    )
    pictures = learned.images(features[0], np.zeros((40, 0), np.float32))
    scores = pictures @ learned.phrases(words["western"][None])[0]
    assert scores[:20].min() > scores[20:].max()


def test_drawn_stills_are_pictures_that_can_be_drawn_again() -> None:
    for scene in SCENES:
        first, again = (draw(scene, np.random.default_rng(3)) for _ in range(2))
        assert first.shape == (224, 224, 3)
        assert (first == again).all()
        assert first.std() > 5
