import pytest

from recsys.looks.evaluation import PIXEL_TRUTHS, SHAPE_TRUTHS, WORD_TRUTHS
from recsys.looks.paraphrases import PARAPHRASES
from recsys.looks.phrases import read

MEANT = {
    "black and white": "black_and_white",
    "very dark": "dark",
    "mostly red": "red",
    "teal and orange": "teal_and_orange",
    "pastel": "pastel",
    "golden": "golden",
    "icy blue": "icy",
    "neon": "neon",
    "symmetry": "symmetrical",
    "emptiness": "minimal",
    "bright and minimal": "minimal",
}


def test_every_query_is_said_in_other_words() -> None:
    assert set(PARAPHRASES) == {*PIXEL_TRUTHS, *SHAPE_TRUTHS, *WORD_TRUTHS}


@pytest.mark.parametrize(("query", "phrase"), [(query, one) for query in MEANT for one in PARAPHRASES[query]])
def test_what_is_in_the_pixels_is_measured(query: str, phrase: str) -> None:
    reading = read(phrase)
    assert reading.aspects[MEANT[query]] > 0
    assert reading.coverage >= 0.5


@pytest.mark.parametrize(
    "phrase", [one for query in ("space", "sea", "snow", "western", "war") for one in PARAPHRASES[query]]
)
def test_what_is_not_is_left_to_the_embedding(phrase: str) -> None:
    assert read(phrase).coverage == 0
