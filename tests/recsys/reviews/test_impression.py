import pytest

from recsys.reviews.impression import stars_of
from tests.support.toy_reviews import toy_reader


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("It was superb, simply wonderful.", 4.5),
        ("Awful and boring.", 1.5),
        ("Superb acting but a boring plot.", None),
        ("A film about two men.", None),
        ("Der Film war wirklich sehr gut und die Musik hat mir auch gefallen, nur das Ende nicht.", None),
    ],
)
def test_plain_words_have_stars_and_others_none(text: str, stars: float | None) -> None:
    (reading,) = toy_reader().read([text])
    assert stars_of(text, reading) == stars
