import pytest

from recsys.reviews.extract import extract
from recsys.reviews.figures import ReadReview, figures
from recsys.reviews.quotable import is_quotable
from recsys.reviews.text import clean
from tests.support.planted import PLANTED, TRACES
from tests.support.toy_reviews import toy_reader

HONEST = ["The acting is superb from the first scene on.", "The pace is awful and the hours boring."]


@pytest.mark.parametrize("planted", PLANTED, ids=range(len(PLANTED)))
def test_nothing_planted_is_ever_quoted(planted: str) -> None:
    texts = [clean(text) for text in [*HONEST, planted, f"{HONEST[0][:-1]} indeed. {planted}"]]
    reviews = [ReadReview(text, read) for text, read in zip(texts, toy_reader().read(texts), strict=True)]
    for count in (2, 8):
        shown = " ".join(
            quote.text for quote in extract(reviews, figures(reviews), most_spoiler=2, count=count)
        ).lower()
        assert shown
        assert not [trace for trace in TRACES if trace in shown]


@pytest.mark.parametrize(
    "sentence",
    [
        "The acting is superb from the first scene on.",
        "Thin plot, but the music – by a newcomer – is wonderful!",
        "It's the kind of film you don't forget; Amélie's café is a dream.",
        "At 170 minutes it is long, yet it never drags.",
        "A 9/10 from me for the diner scene alone.",
    ],
)
def test_plain_talk_is(sentence: str) -> None:
    assert is_quotable(sentence)
