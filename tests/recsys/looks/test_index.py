import numpy as np
import pytest

from data.errors import BadInput
from recsys.looks.folder import Contents, Picture
from recsys.looks.index import LookIndex
from recsys.looks.model import LookModel
from recsys.looks.query import by_phrase, by_pictures
from tests.recsys.looks import pictures
from tests.recsys.looks.toy_model import COLOURS, toy_model

FILMS = {
    "tomato-film": [COLOURS["tomato"], (60, 60, 60)],
    "meadow-film": [COLOURS["meadow"]],
    "ocean-film": [COLOURS["ocean"], (20, 40, 160)],
    "snow-film": [COLOURS["snow"]],
    "night-film": [(6, 6, 8)],
}


def index_of(model: LookModel, films: dict[str, list[tuple[int, int, int]]]) -> LookIndex:
    rows = [(film, colour) for film, colours in films.items() for colour in colours]
    seen = model.look_at([pictures.plain(*colour) for _, colour in rows])
    named = tuple(Picture(film, str(number), "still", "") for number, (film, _) in enumerate(rows))
    contents = Contents(
        named, seen.vectors.astype(np.float16), seen.figures.astype(np.float16), seen.palettes
    )
    return LookIndex(contents, model.scale, model.fingerprint)


@pytest.fixture(scope="module")
def model() -> LookModel:
    return toy_model()


@pytest.fixture(scope="module")
def index(model: LookModel) -> LookIndex:
    return index_of(model, FILMS)


@pytest.mark.parametrize("name", ["tomato", "meadow", "ocean", "snow"])
def test_a_phrase_finds_its_film_by_its_best_picture(index: LookIndex, model: LookModel, name: str) -> None:
    hits = index.search(by_phrase(model, name), 5)
    assert hits[0].film_id == f"{name}-film"
    assert hits[0].measured == 0  # nothing in the word can be measured
    assert [hit.film_id for hit in hits] == list(dict.fromkeys(hit.film_id for hit in hits))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(("phrase", "film"), [("very dark", "night-film"), ("mostly red", "tomato-film")])
def test_a_phrase_about_light_or_colour_is_measured(
    index: LookIndex, model: LookModel, phrase: str, film: str
) -> None:
    best = index.search(by_phrase(model, phrase), 1)[0]
    assert best.film_id == film
    assert best.measured > abs(best.embedded)


def test_the_parts_of_a_hit_sum_to_its_score(index: LookIndex, model: LookModel) -> None:
    query = by_phrase(model, "a dark ocean")
    scores = index.score(query)
    for hit in index.search(query, 5):
        assert hit.embedded + hit.measured == pytest.approx(hit.score)
        assert hit.score == pytest.approx(scores[hit.row], abs=0.02)


def test_a_search_can_be_limited_to_films(index: LookIndex, model: LookModel) -> None:
    query = by_phrase(model, "tomato")
    only = ["snow-film", "meadow-film", "no-such-film"]
    assert {hit.film_id for hit in index.search(query, 5, only)} == {"snow-film", "meadow-film"}
    assert index.search(query, 5, []) == []


def test_a_picture_finds_its_like_and_words_move_it(index: LookIndex, model: LookModel) -> None:
    seen = model.look_at([pictures.plain(25, 50, 170)])
    assert index.search(by_pictures(model, seen), 1)[0].film_id == "ocean-film"
    moved = index.search(by_pictures(model, seen, "but in a tomato"), 5)
    assert [hit.film_id for hit in moved].index("tomato-film") < 4


def test_a_question_of_another_model_is_refused(index: LookIndex) -> None:
    with pytest.raises(BadInput, match="another model"):
        index.search(by_phrase(toy_model("other"), "snow"), 5)


def test_an_empty_index_finds_nothing(model: LookModel) -> None:
    nothing = Contents(
        (), np.zeros((0, 0), np.float16), np.zeros((0, 0), np.float16), np.zeros((0, 0, 4), np.uint8)
    )
    assert LookIndex(nothing, model.scale, "toy").search(by_phrase(model, "snow"), 5) == []


def test_faiss_finds_what_an_exact_search_finds(model: LookModel) -> None:
    rng = np.random.default_rng(1)
    films = {f"film-{n}": [tuple(map(int, rgb)) for rgb in rng.integers(0, 256, (2, 3))] for n in range(150)}
    index = index_of(model, films)
    for phrase in ("ocean", "dark meadow", "bright and red tomato"):
        query = by_phrase(model, phrase)
        scores = index.score(query)
        best = index.best_rows(scores)
        truth = sorted(best, key=lambda film, best=best, scores=scores: -scores[best[film]])[:10]
        assert len({hit.film_id for hit in index.search(query, 10)} & set(truth)) >= 9
